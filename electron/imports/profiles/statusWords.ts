/** Words in lines of several, parted by `|`. */
function words(...lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => line.split('|'));
}

/**
 * Words of status and after-sale columns over all platforms, as `normaliseStatus` leaves them (no blanks, no commas).
 * A word that is in none of these lists makes a person look: never shipped, never dropped on a guess.
 */
export const statusWords = {
  /** Paid and waiting for the seller. */
  ship: words(
    '买家已付款等待卖家发货|买家已付款|等待卖家发货|待发货|备货中|等待出库|等待发货|待配货|待出库',
    '付款成功|支付成功|已接单|待拣货|待备货|配货中|已核单|已审单|审核通过|待打印|待寄|待寄出|未寄|未寄出|没发|没发货|还没发|可发|可发货',
    '待打单|已付款|已审核|发货中|未发货|待发|未发|待商家发货|待卖家发货|等待商家发货|已付款待发货|已支付待发货',
    'paid|unfulfilled|unshipped|processing|waitdeliver|delivering|toship|readytoship|awaitingshipment',
    'awaitingfulfillment',
    // What an order is called in an export of ours.
    '待取号|待校正|ready|tocorrect',
  ),
  /** May become shippable, or only in part: a person decides. */
  wait: words(
    '卖家部分发货|部分发货|已支付|已付款待审核|待客审|待财审|待审核发货|partially_paid|partial',
    '排队取号|已挂起|queued',
    'partiallyshipped|partially_refunded|partiallyrefunded|on-hold|onhold|authorized|waitconfirm',
  ),
  shipped: words(
    '卖家已发货等待买家确认|等待买家确认收货|交易成功|买家已签收|买家已签收(货到付款专用)|已发货',
    '已发货待签收|已发货待收货|已签收|已收货|已完成|完成|等待确认收货|已发往配送中心|待收货|待签收',
    '已取号|已打包|已交接|已交寄|booked|packed|handedover|intransit',
    '交易完成|已出库|全部发货|已发|已寄出|已揽收|运输中|派送中|已妥投|妥投|fulfilled|shipped|completed|delivered|sent',
  ),
  closed: words(
    '等待买家付款|交易关闭|定金已付等待尾款|没有创建支付宝交易|已退换货|待支付|已取消|待成团|待审核',
    '待确认|已关闭|取消|已锁定|锁定|暂停|等待付款|待付款|交易失败|已支付处理中|清关中|换货申请中',
    '礼物待收下|凑团中|凑单中|待接单|异常|被合并|被拆分|等待外部发货|未付款|待尾款|等未付|异常预订单',
    '已退回|已合并|已拆分|returned|combined|split',
    '未支付|待收款|未成团|拼团中|作废|已作废',
    'pending|voided|restocked|cancelled|canceled|failed|unpaid|pendingpayment|awaitingpayment|question|waitoutersent',
  ),
} as const;

/** Found anywhere in the word, asked before the lists above. */
export const closedPattern = /\(删除\)|取消|关闭|待付款|待支付|未付款|等待付款|等待买家付款/;
export const refundedPattern = /退款成功|已退款|已全额退款|退款完成|^refunded$/;

/** 待商家发货(已付款), 商家待发货, 买家已付款等待发货: paid, and the seller's turn, in whatever order. */
export const sellersTurnPattern =
  /^(?=.*发货)(?:(?:买家|客户|用户)?(?:已(?:付款|支付)|(?:付款|支付)(?:成功|完成))|等待|待|商家|卖家|仓库|未|[()])*发货(?:\((?:已付款|已支付)\))?$/;

/** After-sale words that do not stand in the way. */
export const noRefundWords: readonly string[] = [
  '',
  ...words(
    '没有申请退款|无退款申请|无售后或售后取消|无售后|无|无退款|退款关闭|售后关闭|售后取消|买家撤销',
    '已撤销|未申请|未申请退款|未退款|正常|否|0|退款取消|售后已关闭|售后已取消',
  ),
];

/**
 * 没有售后, 未发起, 退款申请已撤销, 撤销退款: there is none, or it was taken back. Not 已取消 alone, which may be the order, nor 未处理, 未同意,
 * which are open.
 */
export const noRefundPattern =
  /^(?:(?:暂|并|目前)?(?:无|没有?|未|不|无需|不需要?|还没)(?:过|任何)?(?:发起|申请|要求|有|产生)?(?:过)?(?:退款?|退货|换货|退换货?|售后|维权)*(?:申请|记录|单)?|n\/?a|none|null|-+|—+|\/)$|^(?=.*(?:退|售后|维权|申请))(?:买家|用户|客户|顾客|退款|退货|退换货?|售后|维权|申请|已|主动|的)*(?:撤销|取消|关闭|撤回|终止)(?:退款|退货|售后|维权|申请|了|成功|已)*$/;

/** A column that holds an order back says no with one of these. */
export const noHoldWords: readonly string[] = [
  '',
  ...words('否|正常|无|0|false|no|n|订单未关闭|未暂停|非集运'),
];

/** Ways of delivery that no courier carries out. */
export const notByCourierPattern =
  /无需物流|无需快递|不用快递|无需发货|虚拟|自提|取货|到店|面交|同城|自送|自取|骑手|跑腿|闪送|外卖|自配送|商家配送|pick-?\s?up|^是$|^true$/;

export const notGoodsPattern = /补差价|差价专拍|邮费链接|运费链接|补邮费|补运费|邮费补拍/;

/** Half-width, lower case, without blanks and commas: platforms write both 已发货，待签收 and 已发货待签收. */
export function normaliseStatus(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s,，、。]/g, '');
}
