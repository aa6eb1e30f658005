type Rule = 'profile' | 'dictionary' | 'contained' | 'content' | 'none';
type Column = readonly [string, string | null, Rule, number, readonly string[]];

/** The columns of the one file the page's double recognises: header, field, how it is known, how surely, samples. */
export const fileColumns: readonly Column[] = [
  ['订单编号', 'orderNo', 'profile', 0.98, ['2026112500012', '2026112500013', '2026112500014']],
  ['收货人姓名', 'receiverName', 'profile', 0.98, ['林**', '陈**', '黄**']],
  ['联系手机', 'receiverPhone', 'profile', 0.98, ['138****0007', '138****0012', '138****0031']],
  ['收货地址', 'fullAddress', 'profile', 0.98, ['上海市静安区****', '北京市朝阳区****', '武汉市洪山区****']],
  ['宝贝标题', 'goodsName', 'dictionary', 0.95, ['云南小粒咖啡 500g', '手工竹编收纳篮', '普洱熟茶饼 357g']],
  ['颜色分类及规格', 'sku', 'contained', 0.75, ['中度烘焙', '大号', '2019 年']],
  ['数量', 'quantity', 'content', 0.7, ['1', '2', '1']],
  ['实付', 'amount', 'dictionary', 0.95, ['59.00', '128.00', '88.00']],
  ['买家留言', 'buyerRemark', 'profile', 0.98, ['尽快发货', '放驿站']],
  ['预约发货', null, 'none', 0, ['否', '否', '否']],
  ['仓位', null, 'none', 0, ['A-07', 'B-12', 'A-03']],
  ['商品数量', null, 'none', 0, ['1', '2', '1']],
];

export const fileFields = [
  'orderNo',
  'receiverName',
  'receiverPhone',
  'receiverTel',
  'fullAddress',
  'province',
  'city',
  'district',
  'addressDetail',
  'oneLineReceiver',
  'goodsName',
  'sku',
  'quantity',
  'amount',
  'weight',
  'buyerRemark',
  'sellerRemark',
  'carrier',
  'warehouse',
];

/** What a file whose bytes do not tell their encoding looks like in each. */
export const encodingQuestion = {
  choices: [
    {
      encoding: 'big5' as const,
      preview: ['訂單編號,收貨人,電話,地址', 'A001,林曉雨,13800000007,上海市靜安區共和新路1968弄'],
      damagedCharacters: 0,
    },
    {
      encoding: 'gb18030' as const,
      preview: ['璹虫絪腹,Μ砯,筿杠,', 'A001,狶氮,13800000007,カ繰跋㎝穝隔1968'],
      damagedCharacters: 3,
    },
  ],
};
