import { defineErrors, final, retried } from './defineErrors.ts';

/** How bookings go out: accounts that may not yet, lanes that stand, the other way an order may take. */
export const dispatchErrors = defineErrors({
  ACCOUNT_LOCKED: final(
    '账号 {name} 还没有通过小单测试，不能正式取号。',
    '在“设置 → 账号”里用测试密钥做小单测试，签名、下单、查询、打印、查物流、取消都通过后自动解锁。',
    'The account {name} has not passed its small-order test and may not book for real.',
    'Run the small-order test in Settings → Accounts with test keys; it unlocks once signature, create, query, print, track and cancel have passed.',
    '运行 account golive，用测试密钥做小单测试，签名、下单、查询、打印、查物流、取消都通过后自动解锁。',
    'Run account golive with test keys; it unlocks once signature, create, query, print, track and cancel have passed.',
  ),
  SERVER_OUT_OF_TOUCH: retried(
    '这台工作台有一会儿没联系上服务器，别的工作台可能已经接手，所以没有发出。',
    '不用操作：联系上以后，由接手的工作台或这台继续。',
    'This bench was out of touch with the server and another may have taken over, so nothing was sent.',
    'Nothing to do: once the server answers, this bench or the other one goes on.',
  ),
  GOLIVE_TRACK_UNTRIED: final(
    '账号 {name} 的小单测试是在加入“查物流”这一步之前通过的：可以照常取号，但查物流还没有用测试单验证过。',
    '在“设置 → 账号”里再做一次小单测试；测试期间和没通过时，账号都不会被停用。',
    'The account {name} passed its small-order test before tracking became a step of it: it books as before, but tracking was never proven with a test order.',
    'Run the small-order test once more in Settings → Accounts; the account stays live meanwhile, and if it fails.',
    '再运行一次 account golive；测试期间和没通过时，账号都不会被停用。',
    'Run account golive once more; the account stays live meanwhile, and if it fails.',
  ),
  ACCOUNT_TEST_KEYS_MISSING: final(
    '小单测试要用测试密钥，不能用账号 {name} 的正式密钥。',
    '填写平台给的测试编号和测试密钥。',
    'The small-order test needs test keys; the real ones of the account {name} are not used for it.',
    'Enter the test id and test key of the platform.',
    '给出平台给的测试编号和测试密钥（--id、--key-stdin）。',
    'Give the test id and test key of the platform (--id, --key-stdin).',
  ),
  CARRIER_UNKNOWN: final(
    '没有叫 {carrier} 的快递公司。',
    '写代码或名称，例如 中通。',
    'No carrier is named {carrier}.',
    'Give its code, for example ZTO, or its name.',
  ),
  BACKUP_ACCOUNT_SAME: final(
    '账号 {name} 不能做自己的备用账号。',
    '选择另一个账号。',
    'The account {name} cannot stand in for itself.',
    'Choose another account.',
  ),
  RATE_RAISE_ENDED: final(
    '提速的截止时间已经过去。',
    '填写一个将来的时间。',
    'The raise would have ended already.',
    'Give an end in the future.',
  ),
  RATE_RAISE_TOO_LOW: final(
    '账号 {name} 平时每秒就可以发 {ownPerSecond} 次，不需要提速到更低。',
    '填写平台批准的、更高的每秒次数。',
    'The account {name} can make {ownPerSecond} calls per second as it is.',
    'Give the higher number per second that the platform granted.',
  ),
  BOOKING_BY_HAND: final(
    '账号没能取到号，肯定没有下单，按设置改为手工填单号。',
    '拿一张预印面单或网点给的单号，扫码填上；也可以换账号再取号。',
    'The account could not book it; nothing exists there, and by its setting its waybill is entered by hand.',
    'Scan a pre-printed or hand-obtained number for it, or book it with another account.',
    '拿一张预印面单或网点给的单号，用 waybill bind 填上；也可以用 dispatch --account 换账号再取号。',
    'Enter a pre-printed or hand-obtained number with waybill bind, or book it with another account by dispatch --account.',
  ),
  UNSURE_SETTLED: final(
    '订单 {orderNo} 现在没有待确认的取号结果。',
    '刷新后看它现在的状态。',
    'Order {orderNo} has no open question now.',
    'Look at its present state.',
  ),
  UNSURE_NEEDS_NUMBER: final(
    '这个平台不保证同一订单码只出一个单号，订单 {orderNo} 不能凭“没看到”重新下单。',
    '请平台客服按订单码 {orderCode} 查清：有单号就填上，确认没有就取消后再下单。',
    'This platform does not promise one number a code; order {orderNo} is not sent again because nobody saw one.',
    'Have the platform look up the code {orderCode}: enter the number, or cancel the order and book it again.',
  ),
  CALL_NOT_FOUND: final(
    '没有这条调用记录。',
    '刷新列表。',
    'There is no such call.',
    'Look at the list again.',
  ),
  CLOCK_BEHIND: final(
    '这台电脑的时间慢了 {seconds} 秒，平台可能拒绝签名。',
    '在系统设置里打开自动对时，再继续。',
    'The clock of this computer is {seconds} s behind; platforms may refuse its signatures.',
    'Switch on automatic time in the system settings, then go on.',
  ),
  CLOCK_AHEAD: final(
    '这台电脑的时间快了 {seconds} 秒，平台可能拒绝签名。',
    '在系统设置里打开自动对时，再继续。',
    'The clock of this computer is {seconds} s ahead; platforms may refuse its signatures.',
    'Switch on automatic time in the system settings, then go on.',
  ),
});

/** What a look at a batch found before it went out. */
export const preflightErrors = defineErrors({
  PREFLIGHT_LANE_BROKEN: retried(
    '账号 {name} 的接口现在连不通，已暂停发送。',
    '订单会排队，接口恢复后自动继续；着急可以换备用账号。',
    'Calls of the account {name} do not get through at the moment; sending is paused.',
    'Orders will queue and continue automatically; use a backup account if they cannot wait.',
  ),
  PREFLIGHT_LANE_PROBING: retried(
    '账号 {name} 的接口刚才连不通，下一单会先试一试。',
    '试通了其余订单自动继续；试不通就留在队列里，过一会儿再试。',
    'Calls of the account {name} did not get through a while ago; the next order will try.',
    'If it gets through, the others follow automatically; if not, they queue and it is tried again later.',
  ),
  PREFLIGHT_AVAILABILITY: final(
    '账号 {name} 近 7 天只有 {percent}% 的调用成功到达（应不低于 99.9%）。',
    '大批量前先问平台是否在维护，或准备好备用账号。',
    'Only {percent}% of the calls of the account {name} got through in the last 7 days (99.9% is usual).',
    'Ask the platform about maintenance before a large batch, or have a backup account ready.',
  ),
  PREFLIGHT_BALANCE_SHORT: final(
    '账号 {name} 剩 {available} 个单号，这一批要 {wanted} 个。',
    '先充值单号，或把一部分订单换到别的账号。',
    'The account {name} has {available} {available|number|numbers} left; this batch takes {wanted}.',
    'Buy numbers first, or give a part of the orders to another account.',
  ),
  PREFLIGHT_BALANCE_LOW: final(
    '这一批之后账号 {name} 只剩 {left} 个单号。',
    '可以先发这一批，今天记得充值单号。',
    'After this batch the account {name} has {left} {left|number|numbers} left.',
    'This batch can go; buy numbers today.',
  ),
  PREFLIGHT_PRINTER: final(
    '打印机还不能打印（{printerState}）。',
    '装好纸、合上盖、接通电源后再开始。',
    'The printer cannot print yet ({printerState}).',
    'Load paper, close the head and switch it on before the batch.',
  ),
  PREFLIGHT_CHANGES: final(
    '有 {count} 单被新文件改过，还没有决定用哪个。',
    '先核对，免得按旧内容寄出；或者这次先不含它们。',
    'A newer file changes {count} of these orders, and nobody has decided which content counts.',
    'Decide first, so that nothing goes out as it was; or leave them out this time.',
  ),
  PREFLIGHT_PAPER: final(
    '要打 {labels} 张面单，约 {rolls} 卷纸，一台打印机约 {minutes} 分钟。',
    '把备用纸卷放到手边；赶时间可以多用几台打印机。',
    '{labels} {labels|label takes|labels take} about {rolls} {rolls|roll|rolls} and {minutes} {minutes|minute|minutes} on one printer.',
    'Have spare rolls at hand; several printers make it faster.',
  ),
  PREFLIGHT_REACH: final(
    '有 {count} 单送不到或在不发地区。',
    '这些订单会转到校正，其余照常取号。',
    '{count} {count|order goes|orders go} where this carrier does not deliver or you do not ship.',
    'They will wait for a person; the others are booked.',
  ),
  PREFLIGHT_CHARACTERS: final(
    '有 {count} 单的内容平台接收不了（{field}）。',
    '这些订单会转到校正，其余照常取号。',
    '{count} {count|order holds|orders hold} what the platform cannot take ({field}).',
    'They will wait for a person; the others are booked.',
  ),
  PREFLIGHT_LABEL_SIGNS: final(
    '有 {count} 单的姓名或地址里有面单画不出的符号。',
    '照常取号：表情和外文符号在纸上省去，画不出的字印成写着编号的方框，资料照原样保留。',
    '{count} {count|order holds|orders hold} signs in names or addresses that a label cannot draw.',
    'They are booked: emoji and foreign signs are left out on paper, a character no font has is printed as a box with its number; the data keep them.',
  ),
  PREFLIGHT_MASKED: final(
    '有 {count} 单的收件信息带星号，是打码的数据。',
    '从平台重新导出完整信息；带星号的面单寄不到。',
    '{count} {count|order has|orders have} masked receiver data (asterisks).',
    'Export them again without masks; such a label does not arrive.',
  ),
  PREFLIGHT_DUPLICATES: final(
    '有 {count} 单的电话和商品与近三天的另一单相同。',
    '看一下是不是同一单导入了两次；可以合并或取消。',
    '{count} {count|order has|orders have} phone and goods of another order of the last three days.',
    'See whether one order came in twice; combine them or cancel one.',
  ),
  PREFLIGHT_SHIP_BY: final(
    '有 {count} 单已经过了最晚发货时间。',
    '可以照常取号；先联系买家或平台报备，看看有没有退款。',
    '{count} {count|order is past its|orders are past their} ship-by time.',
    'They can be booked; tell the buyer or the shop platform, and see whether any was refunded.',
  ),
});
