import { defineErrors, final } from '../defineErrors.ts';

/** What a bench does while the server of its book is away, and what came of it when it was back. */
export const awayErrors = defineErrors({
  PACK_NOT_AT_THIS_BENCH: final(
    '服务器离线，本台没有存 {code}。',
    '放到一边，服务器恢复后再扫一次；不要凭记忆打包。',
    'The server is away, and this bench knows nothing of {code}.',
    'Put it aside and scan it again once the server is back; do not pack it from memory.',
  ),
  AWAY_ORDER_GONE: final(
    '离线时打包了订单 {orderNo} 的包裹 {parcelNo}，这一单现在已经不在了。打包没有入账。',
    '拿出这个包裹，不要交给快递，交主管处理。',
    'Parcel {parcelNo} of order {orderNo} was packed while the server was away, and the order is there no more. The packing was not recorded.',
    'Take the parcel out, do not hand it to the courier, and ask your supervisor.',
  ),
  AWAY_REFUNDED: final(
    '离线时打包了订单 {orderNo} 的包裹 {parcelNo}，这一单已经退款。打包没有入账。',
    '拿出这个包裹放到退款区，撕掉面单 {waybillNo}。',
    'Parcel {parcelNo} of order {orderNo} was packed while the server was away, and the order was refunded. The packing was not recorded.',
    'Take the parcel out, put it into the refund area and destroy its label {waybillNo}.',
  ),
  AWAY_CANCELLED: final(
    '离线时打包了订单 {orderNo} 的包裹 {parcelNo}，这一单已经取消。打包没有入账。',
    '拿出这个包裹，撕掉面单 {waybillNo}，货放回货架。',
    'Parcel {parcelNo} of order {orderNo} was packed while the server was away, and the order was cancelled. The packing was not recorded.',
    'Take the parcel out, destroy its label {waybillNo} and put the goods back on the shelf.',
  ),
  AWAY_HELD: final(
    '离线时打包了订单 {orderNo} 的包裹 {parcelNo}，这一单被暂缓发货。打包没有入账。',
    '拿出这个包裹放到一边；解除暂缓后再扫一次。',
    'Parcel {parcelNo} of order {orderNo} was packed while the server was away, and the order is on hold. The packing was not recorded.',
    'Take the parcel out and put it aside; scan it again once the order is released.',
  ),
  AWAY_REGROUPED: final(
    '离线时打包了订单 {orderNo} 的包裹 {parcelNo}，这一单已经合并或拆分。打包没有入账。',
    '拿出这个包裹，撕掉面单 {waybillNo}，按合并或拆分后的订单重新打包。',
    'Parcel {parcelNo} of order {orderNo} was packed while the server was away, and the order was combined or split. The packing was not recorded.',
    'Take the parcel out, destroy its label {waybillNo} and pack the combined or split order.',
  ),
  AWAY_LEFT: final(
    '离线时打包了订单 {orderNo} 的包裹 {parcelNo}，账上这一单已经交给快递。打包没有入账。',
    '看手里是不是多出一个包裹：多出来的不要交给快递，交主管处理。',
    'Parcel {parcelNo} of order {orderNo} was packed while the server was away, and the book says that it has left already. The packing was not recorded.',
    'Look whether there is a parcel too many: keep it from the courier and ask your supervisor.',
  ),
  AWAY_PACKED_ELSEWHERE: final(
    '离线时打包了订单 {orderNo} 的包裹 {parcelNo}，另一张打包台也打包了它。这里的打包没有入账。',
    '两个包裹只能发一个：找到另一个，留下一个，另一个拆开放回货架并撕掉面单。',
    'Parcel {parcelNo} of order {orderNo} was packed here while the server was away, and at another bench as well. The packing here was not recorded.',
    'Only one of both may leave: find the other, keep one, unpack the other and destroy its label.',
  ),
  AWAY_OPEN_ELSEWHERE: final(
    '离线时打包了订单 {orderNo} 的包裹 {parcelNo}，它正在另一张打包台上打开着。这里的打包没有入账。',
    '请那一台先放弃这个包裹，再在这里扫一次。',
    'Parcel {parcelNo} of order {orderNo} was packed here while the server was away, and lies open at another bench. The packing here was not recorded.',
    'Have it put back at that bench, then scan it here once more.',
  ),
  AWAY_OTHER_NUMBER: final(
    '离线时打包了订单 {orderNo} 的包裹 {parcelNo}，它已经换了单号，贴的 {waybillNo} 不能用了。打包没有入账。',
    '拿出这个包裹，撕掉旧面单，扫订单号重新打包。',
    'Parcel {parcelNo} of order {orderNo} was packed while the server was away and has another number by now: {waybillNo} on its label is no good. The packing was not recorded.',
    'Take the parcel out, destroy the old label and scan the order number to pack it again.',
  ),
  AWAY_OTHER_GOODS: final(
    '离线时打包了订单 {orderNo} 的包裹 {parcelNo}，它的商品或数量已经改了。打包没有入账。',
    '拿出这个包裹，扫订单号，按新的内容重新打包。',
    'Parcel {parcelNo} of order {orderNo} was packed while the server was away, and its goods were changed. The packing was not recorded.',
    'Take the parcel out and scan the order number to pack it anew.',
  ),
  AWAY_CHANGED: final(
    '离线时打包了订单 {orderNo} 的包裹 {parcelNo}，这一单有变更还没有人处理。打包没有入账。',
    '拿出这个包裹放到一边，请主管看变更；确认后再扫一次。',
    'Parcel {parcelNo} of order {orderNo} was packed while the server was away, and a change of the order waits for a decision. The packing was not recorded.',
    'Take the parcel out, put it aside and have the change looked at; then scan it again.',
  ),
  AWAY_SAME_UNIT: final(
    '离线时打包了订单 {orderNo} 的包裹 {parcelNo}，里面有一件的唯一码已经在别的包裹里。打包没有入账。',
    '拿出这个包裹，核对里面的每一件，扫订单号重新打包。',
    'Parcel {parcelNo} of order {orderNo} was packed while the server was away, and a piece of it lies in another parcel by its own code. The packing was not recorded.',
    'Take the parcel out, check each piece and scan the order number to pack it again.',
  ),
  AWAY_TWO_LABELS: final(
    '订单 {orderNo} 的包裹 {parcelNo} 离线时在这里打了面单，另一处也打了一张，单号都是 {waybillNo}。打包已入账。',
    '找到多出来的那一张面单，撕掉。',
    'The label of parcel {parcelNo} of order {orderNo} was printed here while the server was away, and elsewhere as well, both with {waybillNo}. The packing was recorded.',
    'Find the label that is not on the parcel and destroy it.',
  ),
  AWAY_UNREADABLE: final(
    '本台的离线记录读不出来，离线时打包的内容没有入账；文件已另存在 {file}。',
    '离线期间在这一台打包的包裹，逐个扫订单号核对。',
    'The record of what this bench packed while the server was away cannot be read; none of it was recorded. The file was kept in {file}.',
    'Scan the order number of each parcel that was packed at this bench in that time.',
  ),
  AWAY_NOT_BROUGHT: final(
    '离线时打包的订单 {orderNo} 的包裹 {parcelNo} 因程序错误没有入账；离线记录加密保存在 {file}。',
    '拿出这个包裹，扫订单号核对：没打包就再打包一次，不要重打面单。记录请勿删除，把诊断信息交给技术支持。',
    'Parcel {parcelNo} of order {orderNo} was packed while the server was away and was not recorded, because the program failed; what is known of it is kept, encrypted, in {file}.',
    'Take the parcel out and scan the order number: if it is not packed, pack it again without printing another label. Keep the folder, and send the diagnostics to support.',
  ),
  ORDER_NOT_KEPT_HERE: final(
    '服务器离线，本台没有存这一单，没有修改。',
    '服务器恢复后再改；不要在别处记下来代替。',
    'The server is away, and this bench keeps nothing of this order. Nothing was changed.',
    'Change it once the server is back.',
  ),
  AWAY_EDIT_GONE: final(
    '离线时修改了订单 {orderNo}，这一单现在已经不在了。修改没有入账。',
    '确认它被谁撤销了导入；仍要发货就重新导入。',
    'Order {orderNo} was changed here while the server was away, and is there no more. The change was not recorded.',
    'Ask who took back its import; import it again if it is still to be shipped.',
  ),
  AWAY_EDIT_CHANGED: final(
    '离线时在这里修改了订单 {orderNo}，同时有别人也改了它。账上保留别人的内容，这里的修改没有入账。',
    '对照两边的内容，选一个。',
    'Order {orderNo} was changed here while the server was away, and by somebody else as well. The book keeps theirs; the change made here was not recorded.',
    'Compare both and choose one.',
  ),
  AWAY_EDIT_REFUSED: final(
    '离线时修改了订单 {orderNo}，服务器恢复后没能入账：{reason}',
    '按原因处理后再用这里的修改，或者保留账上的内容。',
    'Order {orderNo} was changed here while the server was away, and the change could not be recorded: {reason}',
    'Put right what stands against it and take the change made here, or keep what the book says.',
  ),
  AWAY_EDIT_FORGOTTEN: final(
    '离线时的这次修改已经查不到了，没有入账。',
    '打开这一单，需要的话再改一次。',
    'What was changed while the server was away is not known any more. It was not recorded.',
    'Open the order and change it again if that is still wanted.',
  ),
  AWAY_EDIT_NOT_BROUGHT: final(
    '离线时对订单 {orderNo} 的修改因程序错误没有入账；离线记录加密保存在 {file}。',
    '打开这一单，按需要再改一次。记录请勿删除，把诊断信息交给技术支持。',
    'The change of order {orderNo} that was made while the server was away was not recorded, because the program failed; what is known of it is kept, encrypted, in {file}.',
    'Open the order and change it again if needed. Keep the folder, and send the diagnostics to support.',
  ),
});
