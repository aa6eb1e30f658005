import { defineErrors } from './defineErrors.ts';

/** How bookings go out: accounts that may not yet, lanes that stand, the other way an order may take. */
export const dispatchErrors = defineErrors({
  ACCOUNT_LOCKED: {
    fix: 'owner',
    retryable: false,
    'zh-CN': {
      says: '账号 {name} 还没有通过小单测试，不能正式取号。',
      next: '运行 account golive，用测试密钥做小单测试，签名、下单、查询、打印、取消都通过后自动解锁。',
    },
    en: {
      says: 'The account {name} has not passed its small-order test and may not book for real.',
      next: 'Run account golive with test keys; it unlocks once signature, create, query, print and cancel have passed.',
    },
  },
  ACCOUNT_TEST_KEYS_MISSING: {
    fix: 'owner',
    retryable: false,
    'zh-CN': {
      says: '小单测试要用测试密钥，不能用账号 {name} 的正式密钥。',
      next: '填写平台给的测试编号和测试密钥（--id、--key-stdin）。',
    },
    en: {
      says: 'The small-order test needs test keys; the real ones of the account {name} are not used for it.',
      next: 'Give the test id and test key of the platform (--id, --key-stdin).',
    },
  },
  BACKUP_ACCOUNT_SAME: {
    fix: 'owner',
    retryable: false,
    'zh-CN': { says: '账号 {name} 不能做自己的备用账号。', next: '选择另一个账号。' },
    en: { says: 'The account {name} cannot stand in for itself.', next: 'Choose another account.' },
  },
  RATE_RAISE_ENDED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '提速的截止时间已经过去。', next: '填写一个将来的时间。' },
    en: { says: 'The raise would have ended already.', next: 'Give an end in the future.' },
  },
  RATE_RAISE_TOO_LOW: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '账号 {name} 平时每秒就可以发 {ownPerSecond} 次，不需要提速到更低。',
      next: '填写平台批准的、更高的每秒次数。',
    },
    en: {
      says: 'The account {name} may make {ownPerSecond} calls a second as it is.',
      next: 'Give the higher number a second that the platform granted.',
    },
  },
  BOOKING_BY_HAND: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '账号没能取到号，肯定没有下单，按设置改为手工取号。',
      next: '拿一张预印面单或网点给的单号，扫码绑定；也可以换账号再取号。',
    },
    en: {
      says: 'The account could not book it; nothing exists there, and by its setting a number is obtained by hand.',
      next: 'Scan a pre-printed or hand-obtained number for it, or book it with another account.',
    },
  },
  UNSURE_SETTLED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '订单 {orderNo} 现在没有待确认的取号结果。', next: '刷新后看它现在的状态。' },
    en: { says: 'Order {orderNo} has no open question now.', next: 'Look at its present state.' },
  },
  UNSURE_NEEDS_NUMBER: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '这个平台不保证同一订单码只出一个单号，订单 {orderNo} 不能凭“没看到”重新下单。',
      next: '请平台客服按订单码 {orderCode} 查清：有单号就绑定，确认没有就取消后再下单。',
    },
    en: {
      says: 'This platform does not promise one number a code; order {orderNo} is not sent again because nobody saw one.',
      next: 'Have the platform look up the code {orderCode}: bind the number, or cancel the order and book it anew.',
    },
  },
  CALL_NOT_FOUND: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '没有这条调用记录。', next: '刷新列表。' },
    en: { says: 'There is no such call.', next: 'Look at the list again.' },
  },
  CLOCK_BEHIND: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '这台电脑的时间慢了 {seconds} 秒，平台可能拒绝签名。',
      next: '在系统设置里打开自动对时，再继续。',
    },
    en: {
      says: 'The clock of this computer is {seconds} s behind; platforms may refuse its signatures.',
      next: 'Switch on automatic time in the system settings, then go on.',
    },
  },
  CLOCK_AHEAD: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '这台电脑的时间快了 {seconds} 秒，平台可能拒绝签名。',
      next: '在系统设置里打开自动对时，再继续。',
    },
    en: {
      says: 'The clock of this computer is {seconds} s ahead; platforms may refuse its signatures.',
      next: 'Switch on automatic time in the system settings, then go on.',
    },
  },
});

/** What a look at a batch found before it went out. */
export const preflightErrors = defineErrors({
  PREFLIGHT_LANE_BROKEN: {
    fix: 'platform',
    retryable: true,
    'zh-CN': {
      says: '账号 {name} 的接口现在连不通，已暂停发送。',
      next: '订单会排队，接口恢复后自动继续；着急可以换备用账号。',
    },
    en: {
      says: 'Calls of the account {name} do not get through at the moment; sending is paused.',
      next: 'Orders will queue and go on by themselves; use a backup account if they cannot wait.',
    },
  },
  PREFLIGHT_LANE_PROBING: {
    fix: 'platform',
    retryable: true,
    'zh-CN': {
      says: '账号 {name} 的接口刚才连不通，下一单会先试一试。',
      next: '试通了其余订单自动继续；试不通就留在队列里，过一会儿再试。',
    },
    en: {
      says: 'Calls of the account {name} did not get through a while ago; the next order will try.',
      next: 'If it gets through, the others follow by themselves; if not, they queue and it is tried again later.',
    },
  },
  PREFLIGHT_AVAILABILITY: {
    fix: 'platform',
    retryable: false,
    'zh-CN': {
      says: '账号 {name} 近 7 天只有 {percent}% 的调用成功到达（应不低于 99.9%）。',
      next: '大批量前先问平台是否在维护，或准备好备用账号。',
    },
    en: {
      says: 'Only {percent}% of the calls of the account {name} got through in the last 7 days (99.9% is usual).',
      next: 'Ask the platform about maintenance before a large batch, or have a backup account ready.',
    },
  },
  PREFLIGHT_BALANCE_SHORT: {
    fix: 'owner',
    retryable: false,
    'zh-CN': {
      says: '账号 {name} 剩 {available} 个单号，这一批要 {wanted} 个。',
      next: '先充值单号，或把一部分订单换到别的账号。',
    },
    en: {
      says: 'The account {name} has {available} numbers left; this batch takes {wanted}.',
      next: 'Buy numbers first, or give a part of the orders to another account.',
    },
  },
  PREFLIGHT_BALANCE_LOW: {
    fix: 'owner',
    retryable: false,
    'zh-CN': {
      says: '这一批之后账号 {name} 只剩 {left} 个单号。',
      next: '可以先发这一批，今天记得充值单号。',
    },
    en: {
      says: 'After this batch the account {name} has {left} numbers left.',
      next: 'This batch can go; buy numbers today.',
    },
  },
  PREFLIGHT_PRINTER: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '打印机还不能打印（{state}）。', next: '装好纸、合上盖、接通电源后再开始。' },
    en: {
      says: 'The printer cannot print yet ({state}).',
      next: 'Load paper, close the head and switch it on before the batch.',
    },
  },
  PREFLIGHT_PAPER: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '要打 {labels} 张面单，约 {rolls} 卷纸，一台打印机约 {minutes} 分钟。',
      next: '把备用纸卷放到手边；赶时间可以多用几台打印机。',
    },
    en: {
      says: '{labels} labels take about {rolls} rolls and {minutes} minutes on one printer.',
      next: 'Have spare rolls at hand; several printers make it faster.',
    },
  },
  PREFLIGHT_REACH: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '有 {count} 单送不到或在不发地区。', next: '这些订单会转到校正，其余照常取号。' },
    en: {
      says: '{count} orders go where this carrier does not deliver or you do not ship.',
      next: 'They will wait for a person; the others are booked.',
    },
  },
  PREFLIGHT_CHARACTERS: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '有 {count} 单的内容平台或面单接收不了（{field}）。',
      next: '这些订单会转到校正，其余照常取号。',
    },
    en: {
      says: '{count} orders hold what the platform or the label cannot take ({field}).',
      next: 'They will wait for a person; the others are booked.',
    },
  },
  PREFLIGHT_MASKED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '有 {count} 单的收件信息带星号，是打码的数据。',
      next: '从平台重新导出完整信息；带星号的面单寄不到。',
    },
    en: {
      says: '{count} orders have masked receiver data (asterisks).',
      next: 'Export them again without masks; such a label does not arrive.',
    },
  },
  PREFLIGHT_DUPLICATES: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '有 {count} 单的电话和商品与近三天的另一单相同。',
      next: '看一下是不是同一单导入了两次；可以合并或取消。',
    },
    en: {
      says: '{count} orders have phone and goods of another order of the last three days.',
      next: 'See whether one order came in twice; merge or cancel it.',
    },
  },
});
