import { defineErrors } from './defineErrors.ts';

/** What newer files say of known orders, merging and splitting, holds, undo of an import. */
export const repeatErrors = defineErrors({
  ORDER_CHANGED_AFTER_BOOKING: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '订单 {orderNo} 取号之后内容又变了；运单和面单仍是旧内容。',
      next: '先取消订单作废运单，再接受变更并重新取号；旧内容没有问题就拒绝变更。',
    },
    en: {
      says: 'Order {orderNo} changed after it was booked; waybill and label still carry the old content.',
      next: 'Cancel the order to give its waybill back, then accept the change and book anew; or reject the change.',
    },
  },
  ORDER_REFUNDED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '订单 {orderNo} 已退款、申请退款或被取消，已自动挂起。',
      next: '不发货就取消订单；确认要发再解除挂起。',
    },
    en: {
      says: 'Order {orderNo} was refunded, cancelled or has an open refund; it is on hold.',
      next: 'Cancel it, or release it if it is to be shipped all the same.',
    },
  },
  ORDER_REFUNDED_AFTER_BOOKING: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '订单 {orderNo} 取号之后退款或被取消了，不要打印、打包或交寄。',
      next: '取消订单作废运单；确认仍要发货就拒绝这条变更。',
    },
    en: {
      says: 'Order {orderNo} was refunded or cancelled after it was booked: do not print, pack or hand it over.',
      next: 'Cancel the order to give its waybill back; reject the change if it is to be shipped all the same.',
    },
  },
  ORDER_NUMBER_REUSED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '编号 {orderNo} 以前给过别的订单，看不出这是新订单还是同一单改了内容。',
      next: '是新订单就确认收件信息；是同一单就取消这一条，改原来的订单。',
    },
    en: {
      says: 'Number {orderNo} was given to an order before; whether this is a new one cannot be told.',
      next: 'Confirm the receiver if it is new; cancel this one and edit the former if it is the same.',
    },
  },
  ORDER_HELD: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '订单 {orderNo} 处于挂起状态，没有继续。', next: '查看挂起原因，处理后解除挂起。' },
    en: {
      says: 'Order {orderNo} is on hold; nothing was done.',
      next: 'See why it is held, then release it.',
    },
  },
  ORDER_HOLD_REASON_UNKNOWN: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '没有挂起原因 {reason}。', next: '可用：{known}。' },
    en: { says: 'There is no hold reason {reason}.', next: 'Use one of: {known}.' },
  },
  CHANGE_NOT_FOUND: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '找不到这条变更。', next: '刷新后查看待确认的变更。' },
    en: { says: 'This change was not found.', next: 'Refresh and see what is pending.' },
  },
  CHANGE_SETTLED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '订单 {orderNo} 的这条变更已经处理过。', next: '刷新后查看订单。' },
    en: {
      says: 'This change of order {orderNo} is settled already.',
      next: 'Refresh and look at the order.',
    },
  },
  MERGE_TOO_FEW: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '合并至少需要两个不同的订单。', next: '再选一个订单。' },
    en: { says: 'Merging takes at least two different orders.', next: 'Choose one more.' },
  },
  MERGE_STATE_REFUSES: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '订单 {orderNo} 不是待取号状态，不能合并或拆分。',
      next: '只有校正好、未挂起、还没有取号的订单可以合并或拆分。',
    },
    en: {
      says: 'Order {orderNo} is not ready, so it cannot be merged or split.',
      next: 'Only orders that are correct, not held and without a number can be.',
    },
  },
  MERGE_NESTED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '订单 {orderNo} 本身由合并或拆分而来。', next: '先撤销它的合并或拆分。' },
    en: {
      says: 'Order {orderNo} was itself made by merging or splitting.',
      next: 'Undo that first.',
    },
  },
  MERGE_RECIPIENTS_DIFFER: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '订单 {orderNo} 与 {otherNo} 的收件电话或地址不同。',
      next: '核对收件人；确实是同一人时先把两单改成一致。',
    },
    en: {
      says: 'Orders {orderNo} and {otherNo} have different phones or addresses.',
      next: 'Check the receivers; if it is one person make both alike first.',
    },
  },
  MERGE_MASKED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '订单 {orderNo} 的收件信息被平台隐藏，看不出是不是同一人。',
      next: '取得完整收件信息后再合并。',
    },
    en: {
      says: 'The receiver of order {orderNo} is masked: different people look alike.',
      next: 'Merge when the full receiver is known.',
    },
  },
  MERGE_CHANNELS_DIFFER: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '订单 {orderNo} 与 {otherNo} 的隐私号属于不同的平台或店铺。',
      next: '隐私号只对自己的订单有效，请分开发货。',
    },
    en: {
      says: 'The privacy numbers of orders {orderNo} and {otherNo} belong to different platforms or shops.',
      next: 'A privacy number serves its own order only: ship them apart.',
    },
  },
  SPLIT_INVALID: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '这样拆分订单 {orderNo} 行不通：数量超过订单，或只剩一个包裹。',
      next: '检查每个包裹的商品和数量。',
    },
    en: {
      says: 'Order {orderNo} cannot be split like this: more than it holds, or a single parcel.',
      next: 'Check goods and quantities of each parcel.',
    },
  },
  MERGE_NOTHING_TO_UNDO: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '订单 {orderNo} 没有合并或拆分过。', next: '刷新后查看订单。' },
    en: { says: 'Order {orderNo} was neither merged nor split.', next: 'Refresh and look at the order.' },
  },
  MERGE_BOOKED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '订单 {orderNo} 已取号或正在取号，合并或拆分不能再撤销。',
      next: '先取消它作废运单。',
    },
    en: {
      says: 'Order {orderNo} is booked or being booked: its merge or split cannot be undone.',
      next: 'Cancel it first to give its waybill back.',
    },
  },
  IMPORT_NOT_FOUND: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '找不到这次导入。', next: '在导入记录里核对。' },
    en: { says: 'This import was not found.', next: 'Look it up in the list of imports.' },
  },
  IMPORT_UNDONE_ALREADY: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '这次导入已经撤销过。', next: '需要时重新导入文件。' },
    en: { says: 'This import was undone already.', next: 'Import the file again if you need it.' },
  },
  IMPORT_UNDO_REFUSED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '这次导入里有 {count} 单已取号或处理过，不能撤销：{orders}。',
      next: '先取消这些订单，或只手工取消不要的订单。',
    },
    en: {
      says: '{count} orders of this import were booked or worked on, so it cannot be undone: {orders}.',
      next: 'Cancel the orders you do not want one by one.',
    },
  },
  TEMPLATE_COLUMNS_MISSING: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '模板里没有同时找到订单号、快递公司和快递单号三列。',
      next: '重新从平台下载批量发货模板，不要改动表头。',
    },
    en: {
      says: 'The template has no row that names order number, carrier and waybill number.',
      next: 'Download the batch-ship template again and leave its header as it is.',
    },
  },
  TEMPLATE_FORMAT: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '不能填写这种格式的模板：{format}。',
      next: '另存为 xlsx 或 UTF-8 的 csv 后再试。',
    },
    en: {
      says: 'A template of this kind cannot be filled: {format}.',
      next: 'Save it as xlsx, or as csv in UTF-8, and try again.',
    },
  },
  TEMPLATE_UNKNOWN: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '没有名为 {name} 的回填模板。', next: '可用：{known}。' },
    en: { says: 'There is no batch-ship template {name}.', next: 'Use one of: {known}.' },
  },
  WRITEBACK_NOTHING: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '没有需要回填的单号，跳过 {skipped} 单。',
      next: '先取号；已经回填过的要再导出一次，请选择重复导出。',
    },
    en: {
      says: 'There is nothing to write back; {skipped} orders were skipped.',
      next: 'Book first, or ask for those written back before once more.',
    },
  },
  WRITEBACK_DONE: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '订单 {orderNo} 的单号已经回填过。', next: '需要再次回填时选择重复导出。' },
    en: { says: 'Order {orderNo} was written back before.', next: 'Ask for it again if you need to.' },
  },
  WRITEBACK_NO_NUMBER: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '订单 {orderNo} 不是平台订单号，无法回填。', next: '在平台上手工填写单号。' },
    en: {
      says: 'Order {orderNo} came without a number of its platform, so it cannot be written back.',
      next: 'Enter the waybill at the platform by hand.',
    },
  },
  WRITEBACK_OTHER_NUMBER: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '模板里订单 {orderNo} 已有另一个单号，没有改动。', next: '核对后手工修改模板。' },
    en: {
      says: 'The template holds another waybill for order {orderNo}; it was left alone.',
      next: 'Check it and change the template by hand.',
    },
  },
  WRITEBACK_PRACTICE: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '订单 {orderNo} 用的是练习单号，不能回填。', next: '用真实账号取号后再回填。' },
    en: {
      says: 'The waybill of order {orderNo} is a practice one and is never written back.',
      next: 'Book it with a real account.',
    },
  },
  WATCH_FOLDER_UNREADABLE: {
    fix: 'operator',
    retryable: true,
    'zh-CN': { says: '监视的文件夹打不开。', next: '检查文件夹是否存在、网络盘是否连接。' },
    en: {
      says: 'The watched folder cannot be opened.',
      next: 'Check that it exists and that its network drive is connected.',
    },
  },
  WATCH_NOT_MOVED: {
    fix: 'operator',
    retryable: true,
    'zh-CN': {
      says: '文件 {file} 还被别的程序占用（{reason}），暂时没有移走。',
      next: '关闭占用它的程序，稍后会自动重试。',
    },
    en: {
      says: 'File {file} is still held by another program ({reason}) and was not moved yet.',
      next: 'Close that program; it is tried again by itself.',
    },
  },
  ORDER_MEMBER_KNOWN: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '这是几个订单合成的一单，其中的 {member} 已经单独在订单里，一起发会重复发货。',
      next: '确认要合起来发，就先取消单独的那一单再接受这一单；否则取消这一单。',
    },
    en: {
      says: 'This order joins several, and {member} is in the book by itself: its goods would be sent twice.',
      next: 'To send them together, cancel the single one, then accept this one; else cancel this one.',
    },
  },
});
