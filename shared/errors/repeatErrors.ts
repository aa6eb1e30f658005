import { byOperator, defineErrors, retried } from './defineErrors.ts';

/** What newer files say of known orders, merging and splitting, holds, undo of an import. */
export const repeatErrors = defineErrors({
  ORDER_CHANGED_AFTER_BOOKING: byOperator(
    [
      '订单 {orderNo} 取号之后内容又变了；运单和面单仍是旧内容。',
      '先取消订单作废运单，再接受变更并重新取号；旧内容没有问题就拒绝变更。',
    ],
    [
      'Order {orderNo} changed after it was booked; waybill and label still carry the old content.',
      'Cancel the order to give its waybill back, then accept the change and book anew; or reject the change.',
    ],
  ),
  ORDER_REFUNDED: byOperator(
    ['订单 {orderNo} 已退款、申请退款或被取消，已自动挂起。', '不发货就取消订单；确认要发再解除挂起。'],
    [
      'Order {orderNo} was refunded, cancelled or has an open refund; it is on hold.',
      'Cancel it, or release it if it is to be shipped all the same.',
    ],
  ),
  ORDER_REFUNDED_AFTER_BOOKING: byOperator(
    [
      '订单 {orderNo} 取号之后退款或被取消了，不要打印、打包或交寄。',
      '取消订单作废运单；确认仍要发货就拒绝这条变更。',
    ],
    [
      'Order {orderNo} was refunded or cancelled after it was booked: do not print, pack or hand it over.',
      'Cancel the order to give its waybill back; reject the change if it is to be shipped all the same.',
    ],
  ),
  ORDER_NUMBER_REUSED: byOperator(
    [
      '编号 {orderNo} 以前给过别的订单，看不出这是新订单还是同一单改了内容。',
      '是新订单就确认收件信息；是同一单就取消这一条，改原来的订单。',
    ],
    [
      'Number {orderNo} was given to an order before; whether this is a new one cannot be told.',
      'Confirm the receiver if it is new; cancel this one and edit the previous one if it is the same.',
    ],
  ),
  ORDER_HELD: byOperator(
    ['订单 {orderNo} 处于挂起状态，没有继续。', '查看挂起原因，处理后解除挂起。'],
    ['Order {orderNo} is on hold; nothing was done.', 'See why it is held, then release it.'],
  ),
  ORDER_HOLD_REASON_UNKNOWN: byOperator(
    ['没有挂起原因 {reason}。', '可用：{known}。'],
    ['There is no hold reason {reason}.', 'Use one of: {known}.'],
  ),
  CHANGE_NOT_FOUND: byOperator(
    ['找不到这条变更。', '刷新后查看待确认的变更。'],
    ['This change was not found.', 'Refresh and see what is pending.'],
  ),
  CHANGE_SETTLED: byOperator(
    ['订单 {orderNo} 的这条变更已经处理过。', '刷新后查看订单。'],
    ['This change of order {orderNo} is settled already.', 'Refresh and look at the order.'],
  ),
  MERGE_TOO_FEW: byOperator(
    ['合并至少需要两个不同的订单。', '再选一个订单。'],
    ['Merging takes at least two different orders.', 'Choose another one.'],
  ),
  MERGE_STATE_REFUSES: byOperator(
    [
      '订单 {orderNo} 不是待取号状态，不能合并或拆分。',
      '只有校正好、未挂起、还没有取号的订单可以合并或拆分。',
    ],
    [
      'Order {orderNo} is not ready, so it cannot be merged or split.',
      'Only orders that are correct, not held and without a number can be.',
    ],
  ),
  MERGE_NESTED: byOperator(
    ['订单 {orderNo} 本身由合并或拆分而来。', '先撤销它的合并或拆分。'],
    ['Order {orderNo} was itself made by merging or splitting.', 'Undo that first.'],
  ),
  MERGE_RECIPIENTS_DIFFER: byOperator(
    ['订单 {orderNo} 与 {otherNo} 的收件电话或地址不同。', '核对收件人；确实是同一人时先把两单改成一致。'],
    [
      'Orders {orderNo} and {otherNo} have different phones or addresses.',
      'Check the receivers; if it is one person make both alike first.',
    ],
  ),
  MERGE_MASKED: byOperator(
    ['订单 {orderNo} 的收件信息被平台隐藏，看不出是不是同一人。', '取得完整收件信息后再合并。'],
    [
      'The receiver of order {orderNo} is masked: different people look alike.',
      'Merge when the full receiver is known.',
    ],
  ),
  MERGE_CHANNELS_DIFFER: byOperator(
    ['订单 {orderNo} 与 {otherNo} 的隐私号属于不同的平台或店铺。', '隐私号只对自己的订单有效，请分开发货。'],
    [
      'The privacy numbers of orders {orderNo} and {otherNo} belong to different platforms or shops.',
      'A privacy number serves its own order only: ship them apart.',
    ],
  ),
  SPLIT_INVALID: byOperator(
    ['这样拆分订单 {orderNo} 行不通：数量超过订单，或只剩一个包裹。', '检查每个包裹的商品和数量。'],
    [
      'Order {orderNo} cannot be split like this: more than it holds, or a single parcel.',
      'Check goods and quantities of each parcel.',
    ],
  ),
  MERGE_NOTHING_TO_UNDO: byOperator(
    ['订单 {orderNo} 没有合并或拆分过。', '刷新后查看订单。'],
    ['Order {orderNo} was neither merged nor split.', 'Refresh and look at the order.'],
  ),
  MERGE_BOOKED: byOperator(
    ['订单 {orderNo} 已取号或正在取号，合并或拆分不能再撤销。', '先取消它作废运单。'],
    [
      'Order {orderNo} is booked or being booked: its merge or split cannot be undone.',
      'Cancel it first to give its waybill back.',
    ],
  ),
  IMPORT_NOT_FOUND: byOperator(
    ['找不到这次导入。', '在导入记录里核对。'],
    ['This import was not found.', 'Look it up in the list of imports.'],
  ),
  IMPORT_UNDONE_ALREADY: byOperator(
    ['这次导入已经撤销过。', '需要时重新导入文件。'],
    ['This import was undone already.', 'Import the file again if you need it.'],
  ),
  IMPORT_UNDO_REFUSED: byOperator(
    [
      '这次导入里有 {count} 单已取号或处理过，不能撤销：{orders}。',
      '先取消这些订单，或只手工取消不要的订单。',
    ],
    [
      '{count} orders of this import were booked or worked on, so it cannot be undone: {orders}.',
      'Cancel the orders you do not want one by one.',
    ],
  ),
  TEMPLATE_COLUMNS_MISSING: byOperator(
    ['模板里没有同时找到订单号、快递公司和快递单号三列。', '重新从平台下载批量发货模板，不要改动表头。'],
    [
      'The template has no row that names order number, carrier and waybill number.',
      'Download the batch-ship template again and leave its header as it is.',
    ],
  ),
  TEMPLATE_FORMAT: byOperator(
    ['不能填写这种格式的模板：{format}。', '另存为 xlsx 或 UTF-8 的 csv 后再试。'],
    [
      'A template of this kind cannot be filled: {format}.',
      'Save it as xlsx, or as csv in UTF-8, and try again.',
    ],
  ),
  TEMPLATE_UNKNOWN: byOperator(
    ['没有名为 {name} 的回填模板。', '可用：{known}。'],
    ['There is no batch-ship template {name}.', 'Use one of: {known}.'],
  ),
  WRITEBACK_NOTHING: byOperator(
    ['没有需要回填的单号，跳过 {skipped} 单。', '先取号；已经回填过的要再导出一次，请选择重复导出。'],
    [
      'There is nothing to write back; {skipped} orders were skipped.',
      'Book first, or ask for those written back before once more.',
    ],
  ),
  WRITEBACK_DONE: byOperator(
    ['订单 {orderNo} 的单号已经回填过。', '需要再次回填时选择重复导出。'],
    ['Order {orderNo} was written back before.', 'Ask for it again if you need to.'],
  ),
  WRITEBACK_NO_NUMBER: byOperator(
    ['订单 {orderNo} 不是平台订单号，无法回填。', '在平台上手工填写单号。'],
    [
      'Order {orderNo} came without a number of its platform, so it cannot be written back.',
      'Enter the waybill at the platform by hand.',
    ],
  ),
  WRITEBACK_OTHER_NUMBER: byOperator(
    ['模板里订单 {orderNo} 已有另一个单号，没有改动。', '核对后手工修改模板。'],
    [
      'The template holds another waybill for order {orderNo}; it was left alone.',
      'Check it and change the template by hand.',
    ],
  ),
  WRITEBACK_PRACTICE: byOperator(
    ['订单 {orderNo} 用的是练习单号，不能回填。', '用真实账号取号后再回填。'],
    [
      'The waybill of order {orderNo} is a practice one and is never written back.',
      'Book it with a real account.',
    ],
  ),
  WATCH_FOLDER_UNREADABLE: retried(
    byOperator(
      ['监视的文件夹打不开。', '检查文件夹是否存在、网络盘是否连接。'],
      [
        'The watched folder cannot be opened.',
        'Check that it exists and that its network drive is connected.',
      ],
    ),
  ),
  WATCH_NOT_MOVED: retried(
    byOperator(
      ['文件 {file} 还被别的程序占用（{reason}），暂时没有移走。', '关闭占用它的程序，稍后会自动重试。'],
      [
        'File {file} is still held by another program ({reason}) and was not moved yet.',
        'Close that program; it is tried again automatically.',
      ],
    ),
  ),
  ORDER_MEMBER_KNOWN: byOperator(
    [
      '这是几个订单合成的一单，其中的 {member} 已经单独在订单里，一起发会重复发货。',
      '确认要合起来发，就先取消单独的那一单再接受这一单；否则取消这一单。',
    ],
    [
      'This order joins several, and {member} is in the book by itself: its goods would be sent twice.',
      'To send them together, cancel the single one, then accept this one; else cancel this one.',
    ],
  ),
});
