/** What is written to buyers and said to carriers, and the words of promises and returns. */
export const parcelCare = {
  notice: {
    moment: '{{month}}月{{day}}日 {{time}}',
    order: '订单 {{orderNo}} 的包裹（{{carrier}} {{waybillNo}}）：{{state}}。',
    parcel: '包裹（{{carrier}} {{waybillNo}}）：{{state}}。',
    noNews: '目前还没有物流信息。',
    last: '最新动态（{{at}}）：{{text}}。',
    late: '原定 {{at}} 前送达，已经晚了，正在跟进。',
    expected: '快递平台预计 {{at}} 前送达。',
    usual: '按近期同线路的包裹，多数在 {{at}} 前送达。',
    checked: '以上信息查询于 {{at}}。',
  },
  carrierHelp: {
    stop: '你好，{{carrier}} 单号 {{waybillNo}}，我是寄件人，请拦截并退回寄件地址。',
    readdress: '你好，{{carrier}} 单号 {{waybillNo}}，我是寄件人，收件地址有变，请改派，新地址我另外报给你。',
    hurry: '你好，{{carrier}} 单号 {{waybillNo}}，长时间没有进展，请查件并尽快派送。',
    tail: '收件人电话尾号 {{tail}}。',
  },
  carrierWish: { stop: '拦截退回', readdress: '改地址', hurry: '催件' },
  promiseStanding: {
    'no-promise': '没有承诺时间',
    'in-time': '赶得上承诺',
    'at-risk': '可能赶不上承诺',
    late: '已超承诺时间',
    'arrived-in-time': '按承诺送达',
    'arrived-late': '送达时已超承诺',
  },
  promiseFrom: { person: '自己填写', carrier: '快递公司下单时给出', shop: '店铺平台承诺' },
  returnState: { expected: '等待到货', received: '已到货', dropped: '已取消' },
};
