import { defineErrors, final } from '../defineErrors.ts';

/** Why an order is not packed now, whatever was scanned. */
const openingErrors = defineErrors({
  PACK_REFUNDED: final(
    '订单 {orderNo} 已退款，不要发。',
    '把货放到退款区，交给主管处理。',
    'Order {orderNo} was refunded. Do not ship it.',
    'Put the goods into the refund area and tell your supervisor.',
  ),
  PACK_CANCELLED: final(
    '订单 {orderNo} 已取消，不要发。',
    '把货放回货架。',
    'Order {orderNo} was cancelled. Do not ship it.',
    'Put the goods back on the shelf.',
  ),
  PACK_HELD: final(
    '订单 {orderNo} 已挂起。',
    '放到一边；解除挂起后再扫一次。',
    'Order {orderNo} is on hold.',
    'Put it aside; scan it again once it is released.',
  ),
  PACK_OPEN_ELSEWHERE: final(
    '订单 {orderNo} 的包裹 {parcelNo} 正在打包台“{benchName}”打包（{at} 起，{operator}）。',
    '先问那张台；要在这里打，就放行并写原因，货从头清点。',
    'Parcel {parcelNo} of order {orderNo} lies open at the bench “{benchName}” (since {at}, {operator}).',
    'Ask there first. To pack it here, let it pass with a reason; its goods are counted again.',
  ),
  PACK_TAKEN_OVER: final(
    '订单 {orderNo} 的包裹 {parcelNo} 被打包台“{benchName}”接走了（{at}，{operator}），这次操作没有计入。',
    '把这一单的货和面单交给那张台，再扫下一单。',
    'Parcel {parcelNo} of order {orderNo} was taken over by the bench “{benchName}” ({at}, {operator}); what was done just now does not count.',
    'Hand its goods and its label to that bench, then scan the next order.',
  ),
  PACK_BENCH_HELD: final(
    '订单 {orderNo} 在打包台被拦下了（{packReason}）。',
    '放到一边；处理好以后由主管放行。',
    'Order {orderNo} was held back at the bench ({packReason}).',
    'Put it aside; a supervisor lets it pass once it is settled.',
  ),
  PACK_CHANGED: final(
    '订单 {orderNo} 取号后有变更，还没有人处理。',
    '放到一边，请主管看变更；确认没问题后由主管放行。',
    'Order {orderNo} changed after its waybill was booked, and nobody has decided yet.',
    'Put it aside and have the change looked at; a supervisor can let it pass.',
  ),
  PACK_GOODS_DOUBT: final(
    '订单 {orderNo} 要发什么、发几件还没定（{goodsDoubt}）。',
    '放到一边，请主管在“校正”里确认；确认后再扫一次。',
    'What order {orderNo} holds, and how many, is not settled ({goodsDoubt}).',
    'Put it aside and have it settled on Correct; then scan it again.',
    '放到一边；用 shipdesk orders edit 改正，相同的行用 shipdesk dictionary repeats 回答，再扫一次。',
    'Put it aside; correct it with shipdesk orders edit, or answer identical rows with shipdesk dictionary repeats, then scan again.',
  ),
  PACK_WRONG_BENCH: final(
    '订单 {orderNo} 走{carrierCode}，不在这张打包台。',
    '拿到打{carrierCode}的打包台。',
    'Order {orderNo} goes with {carrierCode}, which is not packed at this bench.',
    'Take it to the bench for {carrierCode}.',
  ),
  PACK_OTHER_SHOP: final(
    '订单 {orderNo} 是店铺“{shop}”的，不在这张打包台。',
    '拿到那家店铺的打包台。',
    'Order {orderNo} is of the shop “{shop}”, which is not packed at this bench.',
    'Take it to the bench of that shop.',
  ),
  PACK_ALREADY_PACKED: final(
    '订单 {orderNo} 的包裹 {parcelNo} 已经打包过了（{at}，{operator}）。',
    '核对手里的货；要重新打包，先在打包台重新打开。',
    'Parcel {parcelNo} of order {orderNo} was packed already ({at}, {operator}).',
    'Check what you hold. To pack it again, reopen it at the bench first.',
  ),
  PACK_ALREADY_PRINTED: final(
    '订单 {orderNo} 的面单已经打印过，这次不再打印。',
    '用已有的面单；找不到就扫“补打面单”。',
    'The label of order {orderNo} was printed already and is not printed again.',
    'Use the label that is there. If it is gone, scan “Reprint”.',
  ),
  PACK_LEFT: final(
    '订单 {orderNo} 已经交给快递，不能再打包。',
    '核对手里的货是不是另一单。',
    'Order {orderNo} has left with the courier and cannot be packed again.',
    'Check whether the goods belong to another order.',
  ),
  PACK_MASKED: final(
    '订单 {orderNo} 的收件人是打码的，还没有单号，不能取号。',
    '放到一边，请主管补全收件人。',
    'The receiver of order {orderNo} is masked and it has no waybill number, so it cannot be booked.',
    'Put it aside and have the receiver completed.',
  ),
  PACK_NO_NUMBER: final(
    '订单 {orderNo} 还没有单号。',
    '照常验货，包好后贴临时单放到一边；单号来了扫临时单出面单。',
    'Order {orderNo} has no waybill number yet.',
    'Check it as usual, stick the provisional slip on it and put it aside; scan the slip once the number is here.',
  ),
  PACK_UNSURE: final(
    '订单 {orderNo} 的取号结果待确认，还不能打面单。',
    '照常验货，包好后贴临时单放到一边；程序会自动查结果。',
    'The booking of order {orderNo} is unconfirmed, so it has no label yet.',
    'Check it as usual, stick the provisional slip on it and put it aside; the program finds out automatically.',
  ),
  PACK_LABEL_UNSURE: final(
    '订单 {orderNo} 的面单可能已经打出来了，待确认。',
    '看打印机：有面单就扫它；没有就在打印页确认“没打出来”。',
    'The label of order {orderNo} may have come out; it is unconfirmed.',
    'Look at the printer: scan the label if it is there, or say on Print that it did not come out.',
  ),
  PACK_NUMBER_GIVEN_BACK: final(
    '这张面单的单号 {waybillNo} 已经作废（订单 {orderNo}）。',
    '撕掉这张面单，扫订单号用新的单号。',
    'The number {waybillNo} of this label was given back (order {orderNo}).',
    'Destroy this label and scan the order number to use the new one.',
  ),
  PACK_REGROUPED: final(
    '订单 {orderNo} 已经合并或拆分，货在别的订单里发。',
    '扫合并后或拆分后的订单号：{numbers}。',
    'Order {orderNo} was combined or split; its goods travel in another order.',
    'Scan the number of the combined or split order: {numbers}.',
  ),
});

/** What was scanned means nothing here, or not what it should. */
const codeErrors = defineErrors({
  PACK_CODE_UNKNOWN: final(
    '不认识这个码：{code}。',
    '看清楚扫的是哪个码，再扫一次。',
    'This code is not known: {code}.',
    'Look at what was scanned and scan again.',
  ),
  PACK_CODE_SEVERAL: final(
    '{code} 对应 {count} 个订单，分不清是哪个。',
    '扫面单上的运单号，或扫完整的订单号。',
    '{code} fits {count} orders; it is not known which is meant.',
    'Scan the waybill number on the label, or the whole order number.',
  ),
  PACK_CODES_GLUED: final(
    '两个码连在一起了：{first} 和 {second}。',
    '分开再扫，一次一个。',
    'Two codes came as one: {first} and {second}.',
    'Scan them again, one at a time.',
  ),
  PACK_CODE_HALF: final(
    '只读到半个码：{code}。',
    '对准整条条码再扫一次。',
    'Only part of a code was read: {code}.',
    'Aim at the whole barcode and scan again.',
  ),
  PACK_NOTHING_OPEN: final(
    '还没有打开包裹。',
    '先扫订单号或面单。',
    'No parcel is open.',
    'Scan an order number or a label first.',
  ),
  PACK_NO_ORDER_FOR_GOODS: final(
    '没有还没打面单的订单要 {code}。',
    '面单已经打出来的，扫它的面单；没有就把货放回货架。',
    'No order without a label needs {code}.',
    'If its label has been printed, scan the label; otherwise put the goods back on the shelf.',
  ),
  PACK_LIST_DONE: final(
    '拣货单 {code} 上的订单都打完了。',
    '拿下一张拣货单。',
    'All orders of picking list {code} are packed.',
    'Take the next picking list.',
  ),
  PACK_UNFINISHED: final(
    '订单 {orderNo} 还没打完包（还差 {left} 件）。',
    '先打完这一单；要放弃就扫“放弃”。',
    'Order {orderNo} is not finished yet ({left} to go).',
    'Finish it first, or scan “Give up”.',
  ),
  PACK_WRONG_ITEM: final(
    '{code} 不是这一单的货。',
    '把它拿出去，拿对的货。',
    '{code} does not belong to this order.',
    'Take it out and fetch the right one.',
  ),
  PACK_EXTRA_ITEM: final(
    '{code} 多了：这一单只要 {quantity} 件。',
    '把多的拿出去。',
    'One {code} too many: this order takes {quantity}.',
    'Take it out again.',
  ),
  PACK_SAME_UNIT: final(
    '同一件扫了两次：{code}。',
    '换另一件扫；确实只有一件就先拿够。',
    'The same unit was scanned twice: {code}.',
    'Scan the other one; fetch it if there is only one.',
  ),
  PACK_ITEMS_MISSING: final(
    '订单 {orderNo} 还差 {count} 件没扫。',
    '扫完剩下的货；货没有码就扫“已清点”。',
    '{count} of the goods of order {orderNo} {count|is|are} not scanned yet.',
    'Scan the rest; scan “Counted” for goods without a code.',
  ),
  PACK_WRONG_LABEL: final(
    '贴错了：这张面单是 {otherNo} 的，打开的是 {orderNo}。',
    '撕下这张面单，贴 {orderNo} 的那张再扫。',
    'Wrong label: this one is of {otherNo}, and {orderNo} is open.',
    'Take it off, stick on the label of {orderNo} and scan that.',
  ),
  PACK_NOTHING_TO_DO: final(
    '这个命令码现在没有可做的事。',
    '看屏幕上要你做什么。',
    'There is nothing for this command to do now.',
    'Do what the screen asks for.',
  ),
});

/** Weights and paper. */
const deviceErrors = defineErrors({
  PACK_NO_WEIGHT: final(
    '秤没有读数。',
    '看秤的电源和连线；没有秤就手工输入，或由主管放行。',
    'The scale gives no reading.',
    'Check its power and cable, type the weight, or have a supervisor let it pass.',
  ),
  PACK_WEIGHT_MOVING: final(
    '重量还没稳定。',
    '放好包裹，手离开，等一下。',
    'The weight is not stable yet.',
    'Let go of the parcel and wait a moment.',
  ),
  PACK_WEIGHT_OLD: final(
    '秤的读数太旧（{seconds} 秒前），没有采用。',
    '看秤是不是停了；把包裹重新放上去。',
    'The reading of the scale is too old ({seconds} s) and was not taken.',
    'Check whether the scale has stopped, and put the parcel on it again.',
  ),
  PACK_WEIGHT_CARRIED: final(
    '秤上还是上一个包裹，没有采用。',
    '把秤清空归零，再放这一个。',
    'The previous parcel is still on the scale; its weight was not taken.',
    'Empty the scale, then put this parcel on it.',
  ),
  PACK_WEIGHT_OFF: final(
    '重量 {weight} 不对：同样的货一般是 {least}–{most}。',
    '打开看看多了还是少了；确实没错由主管放行。',
    '{weight} is not right: the same goods usually weigh {least} to {most}.',
    'Look whether something is missing or too much; a supervisor can let it pass.',
  ),
  PACK_PRINTER: final(
    '面单没有打出来。',
    '看打印机；修好后扫“重打”。',
    'The label did not print.',
    'Look at the printer, then scan “Try again”.',
  ),
  PACK_OTHER_CARRIER: final(
    '{waybillNo} 是{carrierCode}的，不在这张交接单上。',
    '拿出来，放到{carrierCode}的那堆。',
    '{waybillNo} goes with {carrierCode} and does not belong on this list.',
    'Take it out and put it with the parcels of {carrierCode}.',
  ),
  PACK_NOT_PACKED: final(
    '订单 {orderNo} 还没有在打包台完成，不能交接。',
    '拿回打包台，打完包再交接。',
    'Order {orderNo} was not finished at the bench and cannot be handed over.',
    'Take it back to the bench and finish it first.',
  ),
  PACK_ON_OTHER_LIST: final(
    '{waybillNo} 已经在交接单 {handoverNo} 上了。',
    '核对是不是扫重了，或包裹放错了堆。',
    '{waybillNo} is on list {handoverNo} already.',
    'Check whether it was scanned twice or lies in the wrong pile.',
  ),
  HANDOVER_NOT_FOUND: final(
    '没有这张交接单。',
    '刷新后再看。',
    'There is no such handover list.',
    'Refresh and look again.',
  ),
  HANDOVER_CLOSED: final(
    '交接单 {handoverNo} 已经交接，不能再改。',
    '另开一张交接单。',
    'List {handoverNo} has been handed over and cannot be changed.',
    'Start another list.',
  ),
  HANDOVER_REFUNDED: final(
    '交接单 {handoverNo} 上的 {waybillNo}（订单 {orderNo}）放上去以后退款、取消或挂起了，没有交接。',
    '把它从单上和车上拿下来，再交接其余的。',
    '{waybillNo} (order {orderNo}) on list {handoverNo} was refunded, cancelled or put on hold since it was put there; nothing was handed over.',
    'Take it off the list and out of the pile, then hand over the rest.',
  ),
  HANDOVER_EMPTY: final(
    '交接单 {handoverNo} 上还没有包裹。',
    '先扫包裹，或把已打包的都放上。',
    'There is no parcel on list {handoverNo} yet.',
    'Scan parcels first, or take all that are packed.',
  ),
  PACK_GOODS_CODE_TAKEN: final(
    '条码 {code} 已经对应商品 {goods}，没有保存。',
    '要改成别的商品，在列表里选中它再更正。',
    'The barcode {code} stands for {goods} already; nothing was saved.',
    'To make it stand for other goods, choose it in the list and correct it.',
    '要改成别的商品，加上 --replace。',
    'To make it stand for other goods, add --replace.',
  ),
  PACK_GOODS_CODE_COMMAND: final(
    '{code} 是打包台的命令码，没有保存。',
    '给商品换一个条码。',
    '{code} is a command barcode of the bench; nothing was saved.',
    'Use another barcode for the goods.',
  ),
  PACK_GOODS_CODES_UNDONE: final(
    '没有可以撤销的改动，或者刚才又有人改了。',
    '看清列表再操作。',
    'There is nothing to undo, or somebody has just changed something else.',
    'Look at the list, then try again.',
  ),
  PACK_GOODS_FILE_COLUMNS: final(
    '文件里找不到列：{columns}。',
    '先导出一份，照它的表头填写。',
    'The file lacks the columns {columns}.',
    'Export a file first and keep its headers.',
    '先用 pack codes export 写出一份，照它的表头填写。',
    'Write one with pack codes export and keep its headers.',
  ),
  PACK_NO_SLIP_PRINTER: final(
    '没有选打印临时单的打印机，临时单 {code} 没有打印。',
    '把 {code} 写在包裹上，或在打包台的“打印机”里选一台。',
    'No printer for provisional slips is chosen; slip {code} was not printed.',
    'Write {code} on the parcel, or choose one at the bench under “Printers”.',
    '把 {code} 写在包裹上，或用 shipdesk pack printers --slip-printer 选一台打印机。',
    'Write {code} on the parcel, or choose a printer with shipdesk pack printers --slip-printer.',
  ),
  PACK_NEEDS_REASON: final(
    '需要写明原因，没有改动。',
    '填写原因再试。',
    'This needs a reason; nothing was changed.',
    'Enter a reason and try again.',
  ),
  PACK_EXTRA_JUST_ADDED: final(
    '刚才已经追加了 {extraNo}，没有再加一个。',
    '先打完这一单；确实还要一个，过 10 秒再加。',
    '{extraNo} was added a moment ago; no second one was made.',
    'Finish this parcel first; if another one is needed, add it in 10 seconds.',
  ),
  PACK_PARCEL_NOT_FOUND: final(
    '打包台没有这个包裹。',
    '刷新后再看。',
    'The bench knows no such parcel.',
    'Refresh and look again.',
  ),
  PACK_CHANGED_MEANWHILE: final(
    '这个包裹刚刚变了，没有改动。',
    '看清现在的状态再操作。',
    'This parcel has just changed; nothing was done.',
    'Look at its present state and try again.',
  ),
});

export const packingErrors = defineErrors({ ...openingErrors, ...codeErrors, ...deviceErrors });
