import { defineErrors, final } from '../defineErrors.ts';

/** Promises, arrivals, notices to buyers and returns. */
export const parcelCareErrors = defineErrors({
  PARCEL_NOT_FOLLOWED: final(
    '没有在跟踪单号 {waybillNo}。',
    '先在轨迹里添加这个单号。',
    'The number {waybillNo} is not tracked.',
    'Add it on Track first.',
  ),
  ARRIVAL_NEEDS_ORDER: final(
    '单号 {waybillNo} 不是这里的订单，问不了预计送达时间。',
    '在快递公司网站上查。',
    'The number {waybillNo} belongs to no order here, so its arrival cannot be asked for.',
    'Look on the carrier’s own site.',
  ),
  ARRIVAL_NOT_NEEDED: final(
    '包裹 {waybillNo} 已经结束，不用再问预计送达时间。',
    '看它的轨迹。',
    'The parcel {waybillNo} has reached its end; there is no arrival to ask for.',
    'Look at its tracking.',
  ),
  PROMISE_REFUSED: final(
    '承诺时间离现在太远，没有保存。',
    '填前后 60 天以内的时间。',
    'This promise lies too far from now; nothing was saved.',
    'Use a time within 60 days.',
  ),
  NOTICE_HOOK_NONE: final(
    '还没有设置通知买家的接口地址。',
    '复制文字发给买家，或在设置里填接口地址。',
    'No webhook for notices to buyers is set.',
    'Copy the text to the buyer, or set the address in Settings.',
    '用 parcel notice 查看文字发给买家，或用 parcel hook 设置接口地址。',
    'See the text with parcel notice and send it yourself, or set the address with parcel hook.',
  ),
  RETURN_KNOWN: final(
    '退货单号 {waybillNo} 已经登记过（订单 {orderNo}）。',
    '核对单号。',
    'The return {waybillNo} is known already (order {orderNo}).',
    'Check the number.',
  ),
  RETURN_NOT_FOUND: final(
    '没有登记过退货单号 {waybillNo}。',
    '先扫描或登记这个包裹。',
    'There is no return with the number {waybillNo}.',
    'Scan or note the parcel first.',
  ),
  RETURN_MOVE_REFUSED: final(
    '退货 {waybillNo} 已经收到或取消，没有改动。',
    '刷新后再看。',
    'The return {waybillNo} is received or dropped already; nothing was changed.',
    'Refresh and look again.',
  ),
});
