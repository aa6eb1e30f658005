import { byOperator, defineErrors, retried } from './defineErrors.ts';

/** Orders, accounts and the rules about what may be done to them now. */
export const orderErrors = defineErrors({
  ORDER_NOT_FOUND: byOperator(
    ['找不到订单 {orderNo}。', '核对订单号，或先导入订单文件。'],
    ['Order {orderNo} was not found.', 'Check the number, or import the order file first.'],
  ),
  WAYBILL_INVALID: byOperator(
    ['{waybillNo} 不像运单号。', '核对单号：6 到 30 位字母、数字或短横线。'],
    ['{waybillNo} does not look like a waybill number.', 'Check it: 6 to 30 letters, digits or dashes.'],
  ),
  WAYBILL_TAKEN: byOperator(
    ['运单号 {waybillNo} 已经属于订单 {orderNo}。', '核对两个订单，换一个单号。'],
    ['Waybill {waybillNo} belongs to order {orderNo} already.', 'Check both orders and take another number.'],
  ),
  WAYBILL_LEFT_OVER: byOperator(
    [
      '这单已经绑定了别的单号，平台后来又给出单号 {waybillNo}：现在有两个单号。',
      '到平台后台取消用不到的那个单号，以免被计费。',
    ],
    [
      'This order was bound to another number; later the platform reported its own, {waybillNo}: there are two now.',
      'Cancel the one you do not use at the platform, so that it is not charged.',
    ],
  ),
  WAYBILL_CARRIER_MISSING: byOperator(
    ['没有说明是哪家快递公司。', '选快递公司。', '用 --carrier 给出快递公司代码或名称。'],
    [
      'The carrier of this number is not given.',
      'Choose the carrier.',
      'Name it with --carrier, by code or by name.',
    ],
  ),
  WAYBILL_NOT_FOUND: byOperator(
    [
      '没有跟踪运单号 {waybillNo}。',
      '核对单号：这里只查本工作区取号或绑定的件。',
      '核对单号；不是这里发的件请用 track 单号 --carrier 代码 添加。',
    ],
    [
      'Waybill {waybillNo} is not followed here.',
      'Check the number: only parcels of this workspace are tracked here.',
      'Check the number; for a parcel from elsewhere use track NUMBER --carrier CODE.',
    ],
  ),
  ORDER_STATE_REFUSES: byOperator(
    ['订单 {orderNo} 现在的状态不允许这样做。', '打开订单，看它现在的状态和经过。'],
    ['Order {orderNo} is in a state that does not allow this.', 'Open it and look at its state and history.'],
  ),
  ORDER_CHANGED_MEANWHILE: retried(
    byOperator(
      ['订单 {orderNo} 刚被别处修改过，这次修改没有保存。', '刷新后再改一次。'],
      [
        'Order {orderNo} was changed elsewhere; this change was not saved.',
        'Refresh and make the change again.',
      ],
    ),
  ),
  ORDER_CONTENT_CHANGED: byOperator(
    [
      '订单 {orderNo} 已在工作区里，但这次文件的内容不同；原来的内容没有改动。',
      '核对两次内容；要改用新内容，请手工修改该订单。',
    ],
    [
      'Order {orderNo} is already here with other content; the stored one was kept.',
      'Compare the two; to use the new content edit the order.',
    ],
  ),
  ORDER_FIELD_UNKNOWN: byOperator(
    [
      '订单没有可修改的字段 {field}。',
      '可修改：name、phone、extension、province、city、district、town、detail、weightGrams、sellerRemark、carrier。',
    ],
    [
      'An order has no editable field {field}.',
      'Editable: name, phone, extension, province, city, district, town, detail, weightGrams, sellerRemark, carrier.',
    ],
  ),
  ORDER_NEEDS_REVIEW: byOperator(
    [
      '订单 {orderNo} 的收件信息需要人工确认。',
      '在“校正”里确认。',
      '用 orders edit 修改，或在窗口的“校正”里确认。',
    ],
    [
      'The receiver of order {orderNo} needs a person.',
      'Confirm it on the Correct screen.',
      'Fix it with orders edit, or confirm it on the Correct screen.',
    ],
  ),
  RECEIVER_INCOMPLETE: byOperator(
    ['收件信息还缺：{field}。', '补全姓名、电话、省份和详细地址后再确认。'],
    ['The receiver still lacks: {field}.', 'Fill in name, phone, province and detail, then confirm.'],
  ),
  ACCOUNT_NOT_FOUND: byOperator(
    [
      '没有名为 {name} 的账号。',
      '在“设置 › 账号”里查看或添加。',
      '用 account list 查看，或用 account add 添加。',
    ],
    [
      'There is no account named {name}.',
      'See Settings › Accounts, or add it there.',
      'See account list, or add it with account add.',
    ],
  ),
  ACCOUNT_EXISTS: byOperator(
    ['账号名 {name} 已被使用。', '换一个名字，或先删除旧账号。'],
    ['The account name {name} is taken.', 'Choose another name or remove the old account.'],
  ),
  ACCOUNT_MISSING: byOperator(
    [
      '还没有可用的快递账号，订单没有取号。',
      '在“设置 › 账号”里添加。',
      '用 account add 添加账号，或加 --practice 试用。',
    ],
    [
      'There is no account to book with; nothing was booked.',
      'Add one in Settings › Accounts.',
      'Add one with account add, or use --practice to try.',
    ],
  ),
  ACCOUNT_IN_USE: byOperator(
    ['账号 {name} 还有 {count} 个未完成的运单，不能删除。', '等它们完成后再删除。'],
    [
      'Account {name} still has {count} unfinished shipments and cannot be removed.',
      'Remove it when they are finished.',
    ],
  ),
  ACCOUNT_SECRET_MISSING: byOperator(
    [
      '账号 {name} 缺少编号或密钥。',
      '填写编号和密钥。',
      '用 --id 给出编号，密钥从标准输入（--key-stdin）的第一行读取。',
    ],
    [
      'Account {name} has no id or no secret.',
      'Enter the id and the secret.',
      'Give the id with --id and the secret as the first line of standard input (--key-stdin).',
    ],
  ),
  ACCOUNT_ENDPOINT_INVALID: byOperator(
    ['接口地址不可用。', '使用 https 地址；http 只允许本机地址（127.0.0.1、localhost）。'],
    [
      'The endpoint cannot be used.',
      'Use https; plain http is accepted for this computer only (127.0.0.1, localhost).',
    ],
  ),
  PLATFORM_UNKNOWN: byOperator(
    ['不支持的平台 {platform}。', '可用的平台：{known}。'],
    ['Platform {platform} is not supported.', 'Available: {known}.'],
  ),
  ORDER_NUMBER_SHARED: byOperator(
    [
      '有 {count} 个挂起的订单都是 {orderNo}，分不清是哪一个，没有改动。',
      '在“发货”里按店铺和收件人选中那一个。',
      '在窗口的“发货”里按店铺和收件人选中那一个。',
    ],
    [
      '{count} held orders bear the number {orderNo}; which one is meant cannot be told, and nothing was changed.',
      'Choose it by shop and receiver on Ship.',
      'Choose it by shop and receiver on Ship, in the window.',
    ],
  ),
  SENDER_MISSING: byOperator(
    [
      '还没有填写寄件人信息，订单没有取号。',
      '在“设置 › 寄件人”里填写。',
      '在设置里填写，或用 --sender 文件.json 指定。',
    ],
    [
      'There is no sender address; nothing was booked.',
      'Fill it in at Settings › Sender.',
      'Fill it in in Settings, or give --sender FILE.json.',
    ],
  ),
  SENDER_INVALID: byOperator(
    ['寄件人信息不完整：{field}。', '补全姓名、电话、省、市、区和详细地址。'],
    ['The sender address is incomplete: {field}.', 'Give name, phone, province, city, district and detail.'],
  ),
  BOOKING_INTERRUPTED: byOperator(
    ['取号途中程序中断，结果暂时不明。', '不用操作：程序会用同一订单码向平台查询，不会重复下单。'],
    [
      'The program ended while this was being booked; the outcome is not known yet.',
      'Nothing to do: the platform is asked with the same code, and nothing is booked twice.',
    ],
  ),
  VOID_UNSURE: byOperator(
    ['运单是否已作废还不清楚（没有收到答复）。', '过一会儿再取消一次：重复作废是安全的。'],
    [
      'Whether the waybill is cancelled is not known: no answer came.',
      'Cancel once more in a while; repeating it is safe.',
    ],
  ),
  SHIPMENT_UNSURE: byOperator(
    [
      '订单 {orderNo} 的取号结果暂时不明，系统会用同一订单码查询，不会重复下单。',
      '不用操作；多次仍不明时请在平台后台核对订单码 {orderCode}。',
      '稍后再运行一次；多次仍不明时请在平台后台核对订单码 {orderCode}。',
    ],
    [
      'Whether order {orderNo} got a number is not known yet; it is asked again with the same code and never booked twice.',
      'Nothing to do; if it stays unconfirmed, look up code {orderCode} at the platform.',
      'Run it again later; if it stays unconfirmed, look up code {orderCode} at the platform.',
    ],
  ),
});
