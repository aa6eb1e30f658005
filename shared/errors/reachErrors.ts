import { defineErrors } from './defineErrors.ts';

/** Where a parcel may go, what was learned of addresses, and whom one can ask about them. */
export const reachErrors = defineErrors({
  REACH_PLACE_NOT_SHIPPED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '收件地在自己的不发货清单上。', next: '确认仍然发货，或取消订单。' },
    en: {
      says: 'The receiver lies in a place on your own no-ship list.',
      next: 'Say that it ships anyway, or cancel the order.',
    },
  },
  REACH_CARRIER_NOT_SHIPPED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': {
      says: '按自己的不发货清单，{carrier} 不送这里。',
      next: '换一家快递公司，或确认仍然发货。',
    },
    en: {
      says: 'According to your own no-ship list {carrier} does not go there.',
      next: 'Choose another carrier, or say that it ships anyway.',
    },
  },
  REACH_NOTHING_TO_ACCEPT: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '订单 {orderNo} 没有要确认的不发货提示。', next: '不用处理。' },
    en: { says: 'Order {orderNo} has no no-ship warning to accept.', next: 'Nothing to do.' },
  },
  NO_SHIP_PLACE_EMPTY: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '不发货清单的条目没有写地方。', next: '至少写省、市、区、街道或详细地址里的一个词。' },
    en: {
      says: 'The entry of the no-ship list names no place.',
      next: 'Give at least a province, city, district, town or a word of the detail.',
    },
  },
  NO_SHIP_PLACE_UNKNOWN: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '没有叫 {name} 的省、市或区县。', next: '写完整的现用名，例如 新疆维吾尔自治区。' },
    en: {
      says: 'There is no province, city or district named {name}.',
      next: 'Write its full present name in Chinese characters.',
    },
  },
  NO_SHIP_TEXT_TOO_LONG: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '不发货清单的 {field} 太长，最多 {limit} 个字。', next: '写短一些。' },
    en: { says: 'The {field} of the no-ship entry is too long.', next: 'Use at most {limit} characters.' },
  },
  NO_SHIP_CARRIER_UNKNOWN: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '没有叫 {carrier} 的快递公司。', next: '写代码或名称，例如 中通；留空表示全部。' },
    en: {
      says: 'No carrier is named {carrier}.',
      next: 'Give its code, for example ZTO, or its name; leave it empty for all.',
    },
  },
  NO_SHIP_ENTRY_EXISTS: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '不发货清单里已经有这一条。', next: '不用再加。' },
    en: { says: 'The no-ship list holds this entry already.', next: 'Nothing to add.' },
  },
  NO_SHIP_ENTRY_NOT_FOUND: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '不发货清单里没有这一条。', next: '重新打开清单看一看。' },
    en: { says: 'The no-ship list does not hold this entry.', next: 'Open the list again.' },
  },
  LEARNED_NOT_FOUND: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '没有这条学到的更正，可能已经删除。', next: '重新打开清单看一看。' },
    en: { says: 'This learned correction is not there; it may be gone.', next: 'Open the list again.' },
  },
  ASK_NO_ACCOUNT: {
    fix: 'owner',
    retryable: false,
    'zh-CN': {
      says: '没有能回答这个问题的平台账号。',
      next: '添加支持地址解析或超区查询的账号，例如快递鸟。',
    },
    en: {
      says: 'No account is with a platform that answers this.',
      next: 'Add an account with one that parses addresses or checks reach, for example KDNiao.',
    },
  },
  ASK_UNSUPPORTED: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '账号 {name} 的平台不回答这个问题。', next: '换一个账号再问。' },
    en: { says: 'The platform of account {name} does not answer this.', next: 'Ask another account.' },
  },
  ASK_NOT_UNDERSTOOD: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '平台没有认出这个地址。', next: '自己核对并改正。' },
    en: { says: 'The platform did not understand this address.', next: 'Check and correct it yourself.' },
  },
  ASK_TEXT_UNFIT: {
    fix: 'operator',
    retryable: false,
    'zh-CN': { says: '收件信息是空的或打了星号，问了也没有用。', next: '先补全收件信息。' },
    en: {
      says: 'The receiver is empty or masked with asterisks: asking would be of no use.',
      next: 'Complete it first.',
    },
  },
});
