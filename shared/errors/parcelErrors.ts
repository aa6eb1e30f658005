import { defineErrors, final } from './defineErrors.ts';

/** Several boxes of one order: numbers that are missing, another number, another box. */
export const parcelErrors = defineErrors({
  BOOKED_ELSEWHERE: final(
    '平台说订单 {orderNo} 以前已经取过号（{waybillNo}），但不是这里取的：可能有另一台电脑或另一份数据在用。面单没有自动打印。',
    '先找到另一份并停用它。那里已经打过面单就不要再打；没打过，再在这里打印。',
    'The platform says that order {orderNo} was booked before ({waybillNo}), but not here: another computer or copy of the data may be at work. Its label was not printed automatically.',
    'Find the other copy and stop it. If the label was printed there, do not print it again; otherwise print it here.',
  ),
  PARCEL_NUMBERS_SHORT: final(
    '订单 {orderNo} 有 {asked} 件，平台只给了 {told} 个单号，还有 {difference} 件没有面单。',
    '到平台后台核对子单号；给缺的件“追加包裹”，或取消后改件数重新取号。',
    'Order {orderNo} has {asked} {asked|parcel|parcels} but the platform gave only {told} {told|number|numbers}; {difference} {difference|parcel has|parcels have} no label.',
    'Check the child numbers at the platform; add an extra parcel for those missing, or cancel and book again.',
    '到平台后台核对子单号；给缺的件“追加包裹”（orders extra），或取消后改件数重新取号。',
    'Check the child numbers at the platform; add an extra parcel for those missing (orders extra), or cancel and book again.',
  ),
  PARCEL_NUMBERS_OVER: final(
    '订单 {orderNo} 只有 {asked} 件，平台却给了 {told} 个单号；只打印了前 {asked} 张面单。',
    '到平台后台核对：多出的单号（{numbers}）不用就作废，以免收费。',
    'Order {orderNo} has {asked} {asked|parcel|parcels} but the platform gave {told} {told|number|numbers}; labels are made for the first {asked} only.',
    'Check at the platform: give the surplus numbers back ({numbers}), or they may be charged.',
  ),
  PARCEL_NOT_THERE: final(
    '订单 {orderNo} 没有第 {parcelNo} 件：有单号的只有 {count} 件。',
    '看每一件的单号，再写对件号。',
    'Order {orderNo} has no parcel {parcelNo}: {count} of them {count|has|have} a number.',
    'Look at the numbers of its parcels, then name the right one.',
    '用 orders show 看每一件的单号，再写对件号。',
    'Look at the numbers of its parcels with orders show, then name the right one.',
  ),
  PARCEL_UNNAMED: final(
    '订单 {orderNo} 有 {count} 件，没有说明补打第几件。',
    '选要补打的那一件。',
    'Order {orderNo} has {count} parcels; which of them is to be reprinted was not said.',
    'Choose the parcel to reprint.',
    '写明件号，例如 --parcel 2。',
    'Name one, for instance --parcel 2.',
  ),
  LABEL_NUMBER_GIVEN_BACK: final(
    '单号 {waybillNo}（订单 {orderNo}）已经退回，不再使用。',
    '撕掉这张旧面单，贴上新单号的面单。',
    'Number {waybillNo} of order {orderNo} was given back and is not used any more.',
    'Tear this old label off and use the one with the new number.',
  ),
  NEW_NUMBER_NEEDS_REASON: final(
    '换单号必须写明原因。',
    '填写原因后再换，例如“快递公司要求换单”。',
    'A new number needs a reason.',
    'Give one, such as “the carrier asked for it”.',
    '用 --reason 写明，例如 --reason 快递公司要求换单。',
    'Give one with --reason, such as --reason "the carrier asked for it".',
  ),
  NEW_NUMBER_NOT_REFUSED: final(
    '单号 {waybillNo} 还没有被平台拒绝作废，不能凭人工确认直接换单号。',
    '先不带“人工确认”换一次，让平台作废旧单号；平台不肯时再由人确认。',
    'The platform has not refused to cancel {waybillNo}, so a person’s word is not enough.',
    'Ask for the new number without that word first; only when the platform refuses does a person decide.',
    '先不加 --given-back 换一次，让平台作废旧单号；平台不肯时再由人确认。',
    'Ask for the new number without --given-back first; only when the platform refuses does a person decide.',
  ),
  NEW_NUMBER_VOID_REFUSED: final(
    '平台没有作废旧单号 {waybillNo}（{code}），所以没有取新单号，旧单号继续有效。',
    '在平台后台处理旧单号；确认它不会再用之后，由人确认再换。',
    'The platform did not cancel {waybillNo} ({code}), so no new number was asked for and the old one is still valid.',
    'Settle the old number at the platform; once you are sure that it is not used, confirm that and replace it.',
    '在平台后台处理旧单号；确认它不会再用之后，加 --given-back 再换。',
    'Settle the old number at the platform; once you are sure that it is not used, say so (--given-back).',
  ),
  CHANGED_ORDER_VOID_REFUSED: final(
    '平台没有作废旧单号 {waybillNo}（{code}），所以订单没有改，旧单号继续有效。',
    '快递员已取走：联系快递公司改地址。还没取走：先在平台后台作废旧单号，在这里换单号，再改订单。',
    'The platform did not cancel {waybillNo} ({code}), so the order was not changed and the old number is still valid.',
    'If the courier has the parcel, have the carrier change the address. If not, cancel the old number at the platform, replace the waybill here, then change the order.',
  ),
  EXTRA_PARCEL_NEEDS_REASON: final(
    '追加包裹必须写明原因。',
    '填写原因，例如“一箱装不下”“漏发配件”。',
    'An extra parcel needs a reason.',
    'Give one, such as “does not fit into one box”.',
    '用 --reason 写明，例如 --reason 一箱装不下。',
    'Give one with --reason, such as --reason "does not fit into one box".',
  ),
  EXTRA_PARCEL_OPEN: final(
    '订单 {orderNo} 已经追加了包裹 {extraNo}，它还没有单号。',
    '先给 {extraNo} 取号，或取消它，再决定是否再加。',
    'Order {orderNo} has an extra parcel {extraNo} already that has no number yet.',
    'Book {extraNo} or cancel it first.',
  ),
});

/** Couriers called to the door. */
export const pickupErrors = defineErrors({
  PICKUP_NOT_OFFERED: final(
    '没有能预约上门取件的账号。',
    '添加支持预约取件的账号（例如快递鸟），或者打网点电话叫快递员。',
    'No account is with a platform that sends couriers.',
    'Add one that does, for example KDNiao, or call the branch.',
  ),
  PICKUP_ACCOUNT_CANNOT: final(
    '账号 {name} 的平台不能预约上门取件。',
    '换一个能预约的账号。',
    'The platform of account {name} sends no couriers.',
    'Choose another account.',
  ),
  PICKUP_ORDER_NOT_BOOKED: final(
    '订单 {orderNo} 还没有单号，不能叫快递员。',
    '先取号，再预约取件。',
    'Order {orderNo} has no waybill number yet; no courier is called for it.',
    'Book it first, then call the courier.',
  ),
  PICKUP_OPEN: final(
    '订单 {orderNo} 已经预约过取件，还没有结束。',
    '不用再约；要改时间，先取消预约再重新约。',
    'A courier is called for order {orderNo} already.',
    'Nothing to do; for another time cancel that pickup first.',
  ),
  PICKUP_NOT_OPEN: final(
    '订单 {orderNo} 没有可以取消的取件预约。',
    '快递员取走之后不能取消；看一下预约状态。',
    'Order {orderNo} has no pickup that can be cancelled.',
    'Once the courier has the parcel it cannot be; look at its state.',
  ),
  PICKUP_WINDOW_INVALID: final(
    '取件时间段不对：要在以后，结束晚于开始，最远 {days} 天。',
    '重新选时间段，例如今天 14:00 到 16:00。',
    'The time of the pickup must lie ahead, end after it begins, and be within {days} {days|day|days}.',
    'Choose another time, for example today from 14:00 to 16:00.',
  ),
  PICKUP_UNSURE: final(
    '不清楚平台有没有收到取件预约。',
    '不会重复预约，系统会用同一预约码再问；急的话点“再查一次”。',
    'It is not known whether the platform has the pickup.',
    'It is never ordered twice: the platform is asked again with the same code. Press “Ask again” if it is urgent.',
    '不会重复预约，系统会用同一预约码再问；急的话运行 pickup list --ask。',
    'It is never ordered twice: the platform is asked again with the same code, at once with pickup list --ask.',
  ),
  PICKUP_CANCEL_UNSURE: final(
    '不清楚取件预约有没有取消。',
    '系统会再问，再取消一次也是安全的；快递员仍来的话当面说明。',
    'It is not known whether the pickup was cancelled.',
    'It is asked about again, and cancelling once more is safe; tell the courier if one comes all the same.',
  ),
});
