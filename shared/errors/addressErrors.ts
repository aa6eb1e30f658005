import type { AddressIssue } from '../domain/addressReading.ts';
import { defineErrors } from './defineErrors.ts';

const forOperator = { fix: 'operator', retryable: false } as const;

/** Why an address waits for a person: one text for each issue of a reading, and one for "not sure enough". */
export const addressErrors = defineErrors({
  ADDRESS_MISSING_PHONE: {
    ...forOperator,
    'zh-CN': { says: '收件人没有电话。', next: '补上手机号或座机后确认。' },
    en: { says: 'The receiver has no phone.', next: 'Add a mobile or landline number, then confirm.' },
  },
  ADDRESS_EXTENSION_PRESENT: {
    ...forOperator,
    'zh-CN': { says: '电话带分机号，已保留在面单上。', next: '不用处理。' },
    en: { says: 'The phone has an extension; it is kept on the label.', next: 'Nothing to do.' },
  },
  ADDRESS_PHONE_INVALID: {
    ...forOperator,
    'zh-CN': { says: '电话号码不完整或不像电话。', next: '核对位数后改正。' },
    en: {
      says: 'The phone number is incomplete or does not look like one.',
      next: 'Check its digits and correct it.',
    },
  },
  ADDRESS_TWO_PHONES: {
    ...forOperator,
    'zh-CN': { says: '写了不止一个电话，先用了第一个。', next: '确认用哪一个。' },
    en: { says: 'More than one phone is written; the first was taken.', next: 'Say which one to use.' },
  },
  ADDRESS_NAME_MISSING: {
    ...forOperator,
    'zh-CN': { says: '没有找到收件人姓名。', next: '补上姓名后确认。' },
    en: { says: 'No receiver name was found.', next: 'Add the name, then confirm.' },
  },
  ADDRESS_NAME_UNCERTAIN: {
    ...forOperator,
    'zh-CN': { says: '不确定哪部分是收件人姓名。', next: '看一眼姓名，不对就改。' },
    en: {
      says: 'It is not certain which part is the name.',
      next: 'Look at the name and correct it if it is wrong.',
    },
  },
  ADDRESS_NO_REGION: {
    ...forOperator,
    'zh-CN': { says: '没有认出省、市、区。', next: '选择省、市、区后确认。' },
    en: { says: 'No province, city or district was recognised.', next: 'Choose them, then confirm.' },
  },
  ADDRESS_DISTRICT_MISSING: {
    ...forOperator,
    'zh-CN': { says: '没有写区县。', next: '选择区县后确认。' },
    en: { says: 'The district is missing.', next: 'Choose the district, then confirm.' },
  },
  ADDRESS_DISTRICT_AMBIGUOUS: {
    ...forOperator,
    'zh-CN': { says: '这个地名在几个地方都有。', next: '从候选里选一个。' },
    en: { says: 'This place name exists in several cities.', next: 'Choose one of the candidates.' },
  },
  ADDRESS_OLD_NAME_CORRECTED: {
    ...forOperator,
    'zh-CN': { says: '旧地名已换成现在的名字。', next: '核对后确认。' },
    en: { says: 'A former place name was replaced by the present one.', next: 'Check it, then confirm.' },
  },
  ADDRESS_REGION_CONFLICT: {
    ...forOperator,
    'zh-CN': { says: '省市区和详细地址对不上。', next: '核对哪个是对的，改好后确认。' },
    en: {
      says: 'Region and detail contradict each other.',
      next: 'Find out which is right, correct it and confirm.',
    },
  },
  ADDRESS_ZONE_NOT_DISTRICT: {
    ...forOperator,
    'zh-CN': { says: '写的是开发区，不是行政区。', next: '选择实际的区县；开发区名保留在详细地址里。' },
    en: {
      says: 'A development zone is written, not a district.',
      next: 'Choose the district; the zone stays in the detail.',
    },
  },
  ADDRESS_OUTSIDE_MAINLAND: {
    ...forOperator,
    'zh-CN': { says: '收件地在港澳台。', next: '确认快递公司可寄，并准备报关资料。' },
    en: {
      says: 'The receiver is in Hong Kong, Macau or Taiwan.',
      next: 'Make sure the carrier goes there and papers are ready.',
    },
  },
  ADDRESS_DETAIL_MISSING: {
    ...forOperator,
    'zh-CN': { says: '没有街道门牌等详细地址。', next: '补上详细地址后确认。' },
    en: { says: 'Street and house number are missing.', next: 'Add the detail, then confirm.' },
  },
  ADDRESS_LEFTOVER_TEXT: {
    ...forOperator,
    'zh-CN': { says: '有一段文字不知道属于哪里。', next: '看一眼，需要的话放进详细地址。' },
    en: {
      says: 'Some of the text belongs to no field.',
      next: 'Look at it and move it into the detail if it is needed.',
    },
  },
  ADDRESS_MASKED: {
    ...forOperator,
    'zh-CN': { says: '收件信息打了星号，不能打印。', next: '在电商平台解密后重新导出，或走平台的电子面单。' },
    en: {
      says: 'The receiver is masked with asterisks and cannot be printed.',
      next: 'Export it again unmasked, or use the marketplace’s own e-waybills.',
    },
  },
  ADDRESS_UNCERTAIN: {
    ...forOperator,
    'zh-CN': { says: '地址理解得不够有把握。', next: '核对后确认。' },
    en: { says: 'The address was not understood well enough.', next: 'Check it, then confirm.' },
  },
});

type IssueCode = `ADDRESS_${Uppercase<AddressIssue>}`;

/** The error code that explains an issue; a code without a text does not compile. */
export function addressIssueCode(issue: AddressIssue): IssueCode & keyof typeof addressErrors {
  return `ADDRESS_${issue.toUpperCase()}` as IssueCode;
}

const operator = { fix: 'operator', retryable: false } as const;

/** Updating the division data of a workspace; what was in use stays in use. */
export const divisionErrors = defineErrors({
  DIVISIONS_NOT_FOUND: {
    ...operator,
    'zh-CN': { says: '找不到区划数据 {path}，或没有读取权限。', next: '检查路径后再试。' },
    en: {
      says: 'There is no division data at {path}, or it may not be read.',
      next: 'Check the path and try again.',
    },
  },
  DIVISIONS_DAMAGED: {
    ...operator,
    'zh-CN': {
      says: '区划数据不完整或被改动过：缺文件、格式不对或校验不符。原来的数据没有变。',
      next: '请重新取得更新文件。',
    },
    en: {
      says: 'The division data is damaged: a file is missing, of another form or fails its checksum. What was in use is unchanged.',
      next: 'Get the update anew.',
    },
  },
  DIVISIONS_NOT_NEWER: {
    ...operator,
    'zh-CN': {
      says: '更新是 {version} 版，并不比正在使用的 {current} 新。',
      next: '不用处理；或换一个更新的文件。',
    },
    en: {
      says: 'The update is version {version}, no newer than {current} in use.',
      next: 'Nothing to do, or choose a newer one.',
    },
  },
  DIVISIONS_INCOMPLETE: {
    ...operator,
    'zh-CN': {
      says: '更新里的{level}只有 {found} 个，正在使用的有 {current} 个。原来的数据没有变。',
      next: '请确认拿到的是全国的完整数据。',
    },
    en: {
      says: 'The update has {found} entries of level {level}; {current} are in use. What was in use is unchanged.',
      next: 'Make sure it is the whole country’s data.',
    },
  },
});

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
