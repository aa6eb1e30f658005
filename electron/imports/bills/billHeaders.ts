import type { BillField } from '../../../shared/domain/bills/bill.ts';
import { normaliseHeader } from '../profiles/normaliseHeader.ts';

/**
 * Field → spellings of its column in carriers' bills, the one that counts most first, `|` between them: where two columns
 * bear spellings of one field, the earlier one is it.
 */
const billSpellings: Readonly<Record<BillField, string>> = {
  waybillNo: `
    运单号|运单号码|运单编号|快递单号|物流单号|快递运单号|快件单号|面单号|面单号码|邮件号|邮件号码|
    母单号|主单号|运单|单号|waybill no|waybill number|waybill|tracking number|tracking no|awb`,
  orderNo: '商家订单号|客户订单号|订单号|订单编号|商户订单号|order no|order number',
  day: `
    业务日期|业务时间|揽收日期|揽收时间|揽件日期|揽件时间|收件日期|寄件日期|寄件时间|收寄日期|收寄时间|发货日期|
    发件日期|发件时间|扫描日期|日期|下单时间|下单日期|计费时间|计费日期|ship date|date`,
  weight: `
    计费重量|计费重|结算重量|结算重|收费重量|计重|账单重量|重量|实际重量|实重|称重重量|
    charged weight|billed weight|weight`,
  total: `
    应收金额|应收|应付金额|应付|应付费用|应收费用|结算金额|结算费用|应结金额|应结算金额|结算总额|客户结算价|结算价|应付总额|应收总额|实付金额|实收金额|价税合计|含税金额|含税总额|合计金额|合计费用|费用合计|合计|总金额|
    总费用|实收资费|折后金额|折后费用|总计|金额|费用|小计|amount due|total|amount`,
  freight: `
    运费|快递费|快递运费|基础运费|标准资费|邮费|快递费用|首续重运费|中转费|
    首重费|首重费用|首重金额|首重价|首重价格|首重运费|首重资费|续重费|续重费用|续重金额|续重价|续重价格|续重运费|续重资费|
    freight|base charge`,
  insuranceFee: '保价费|保价费用|保价服务费|保险费|保费|保价|insurance fee|insurance',
  surcharge: `
    附加费|燃油附加费|燃油费|资源调节费|旺季附加费|偏远附加费|偏远加收|超区费|超长超重附加费|加收费|加收|派费|派送费|
    调节费|其他附加费|surcharge|fuel surcharge`,
  codFee: '代收手续费|代收货款手续费|代收货款服务费|代收服务费|cod手续费|手续费|cod fee',
  otherFee: `
    其他费用|其他费|其他|包装费|包装费用|面单费|单号费|增值费|增值服务费|增值费用|操作费|签单返还费|签回单费|杂费|
    服务费|拦截费|改址费|上楼费|仓储费|罚款|other fees|other`,
  returnFee: `
    退件费|退件费用|退回费|退回件费|退回件运费|退件运费|退货费|退货运费|退回运费|返程费|返程运费|转件费|转寄费|
    return fee|return freight`,
  discount: '优惠金额|折扣金额|减免金额|促销金额|优惠|减免|返利|discount',
  codAmount: '代收货款|代收货款金额|代收金额|代收款|cod金额|cod amount|cod',
  payout: `
    返款金额|应返款金额|应返金额|应返款|实际返款|实际返款金额|实返金额|实返款|返款|打款金额|应打款金额|实际打款|实际打款金额|回款金额|
    实际回款|到账金额|实际到账|代收返款|应返货款|实返货款|应付货款|实付货款|payout|paid out|remitted`,
  payoutDay: `
    返款日期|返款时间|实际返款日期|打款日期|打款时间|回款日期|回款时间|到账日期|到账时间|放款日期|放款时间|payout date|
    remittance date`,
  payoutState: '返款状态|打款状态|回款状态|到账状态|是否返款|是否打款|是否回款|payout state',
  feeKind: `
    费用类型|费用名称|费用项目|收费项目|费用类别|服务|服务名称|服务类型|增值服务|fee type|charge type|service`,
  origin: '始发地|始发|始发省|始发省份|始发城市|寄件地区|寄件省份|寄件城市|寄件地|发件地|原寄地|origin',
  destination: `
    目的地|目的|目的省|目的省份|目的城市|到件地区|收件省份|收件省|收件地区|收件城市|收件地|派送地|寄达地|寄达局|
    寄达省|destination`,
};

interface Spelled {
  readonly field: BillField;
  /** The smaller, the better it says so. */
  readonly rank: number;
}

const spelled = new Map<string, Spelled>();
for (const [field, spellings] of Object.entries(billSpellings))
  for (const [rank, spelling] of spellings.split('|').entries()) {
    const name = normaliseHeader(spelling.trim());
    if (!spelled.has(name)) spelled.set(name, { field: field as BillField, rank });
  }

/** Longest first, so that 代收货款手续费 is not taken for 代收货款. */
const containable = [...spelled.keys()]
  .filter((name) => name.length >= 2)
  .sort((left, right) => right.length - left.length);

/** Numbers and amounts that are somebody else's: of the receiver, of the goods, of tax. */
const guarded =
  /税|不含|折前|折扣前|优惠前|原价|占比|票数|件数|数量|比例|电话|手机|证件|公司|网点|客户编|备注|状态/;

/** A column of money that has no name here: a fee, where no column tells what a line comes to. */
export function isFeeHeader(header: string): boolean {
  const name = normaliseHeader(header);
  return /(?:费|费用|金额|价)(?:\((?:元|分)\))?$/.test(name) && !guarded.test(name);
}

/** What a column of a bill may hold by its name; `isExact` false: the name only contains a word for it. */
export function billFieldOf(header: string): (Spelled & { readonly isExact: boolean }) | null {
  const name = normaliseHeader(header)
    .replace(/\((?:kg|g|克|千克|公斤|元|rmb|¥|cny)\)$/i, '')
    .replace(/\(含[\d.%]*税\)$|^含税(?=.费|费用)/, '');
  if (name === '') return null;
  const exact = spelled.get(name);
  if (exact !== undefined) return { ...exact, isExact: true };
  if (guarded.test(name) || name.length > 16) return null;
  const inside = containable.find((one) => one.length < name.length && name.includes(one));
  const found = inside === undefined ? undefined : spelled.get(inside);
  return found === undefined ? null : { ...found, rank: found.rank + 1_000, isExact: false };
}
