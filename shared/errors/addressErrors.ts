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
