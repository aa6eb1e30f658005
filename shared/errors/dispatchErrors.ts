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
