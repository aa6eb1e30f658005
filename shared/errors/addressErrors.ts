import type { AddressIssue } from '../domain/addressReading.ts';
import { defineErrors, final } from './defineErrors.ts';

/** Why an address waits for a person: one text for each issue of a reading, and one for "not sure enough". */
export const addressErrors = defineErrors({
  ADDRESS_MISSING_PHONE: final(
    '收件人没有电话。',
    '补上手机号或座机后确认。',
    'The receiver has no phone.',
    'Add a mobile or landline number, then confirm.',
  ),
  ADDRESS_EXTENSION_PRESENT: final(
    '电话带分机号，已保留在面单上。',
    '不用处理。',
    'The phone has an extension; it is kept on the label.',
    'Nothing to do.',
  ),
  ADDRESS_EXTENSION_UNCERTAIN: final(
    '手机号后面单独的几位数字当作了分机号。',
    '核对一下；不是分机号就删掉或放到该放的地方。',
    'Digits that stand alone behind the phone were taken for its extension.',
    'Check them; remove them or put them where they belong if they are none.',
  ),
  ADDRESS_PHONE_INVALID: final(
    '电话号码不完整或不像电话。',
    '核对位数后改正。',
    'The phone number is incomplete or does not look like one.',
    'Check its digits and correct it.',
  ),
  ADDRESS_TWO_PHONES: final(
    '写了不止一个电话，先用了第一个。',
    '确认用哪一个。',
    'More than one phone is written; the first was taken.',
    'Say which one to use.',
  ),
  ADDRESS_NAME_MISSING: final(
    '没有找到收件人姓名。',
    '补上姓名后确认。',
    'No receiver name was found.',
    'Add the name, then confirm.',
  ),
  ADDRESS_NAME_UNCERTAIN: final(
    '不确定哪部分是收件人姓名。',
    '看一眼姓名，不对就改。',
    'It is unclear which part is the name.',
    'Look at the name and correct it if it is wrong.',
  ),
  ADDRESS_NO_REGION: final(
    '没有认出省、市、区。',
    '选择省、市、区后确认。',
    'No province, city or district was recognised.',
    'Choose them, then confirm.',
  ),
  ADDRESS_DISTRICT_MISSING: final(
    '没有写区县。',
    '选择区县后确认。',
    'The district is missing.',
    'Choose the district, then confirm.',
  ),
  ADDRESS_DISTRICT_AMBIGUOUS: final(
    '这个地名在几个地方都有。',
    '从候选里选一个。',
    'This place name exists in several cities.',
    'Choose one of the candidates.',
  ),
  ADDRESS_OLD_NAME_CORRECTED: final(
    '旧地名已换成现在的名字。',
    '核对后确认。',
    'A previous place name was replaced by the present one.',
    'Check it, then confirm.',
  ),
  ADDRESS_REGION_CONFLICT: final(
    '省市区和详细地址对不上。',
    '核对哪个是对的，改好后确认。',
    'Region and street address contradict each other.',
    'Find out which is right, correct it and confirm.',
  ),
  ADDRESS_TWO_STREETS: final(
    '写了改寄，前后有两个地址。',
    '从候选里选要寄的那个，或改好后确认。',
    'A change of address is written: there are two streets.',
    'Choose the one that is meant, or correct it and confirm.',
  ),
  ADDRESS_ZONE_NOT_DISTRICT: final(
    '写的是开发区，不是行政区。',
    '选择实际的区县；开发区名保留在详细地址里。',
    'A development zone is written, not a district.',
    'Choose the district; the zone stays in the street address.',
  ),
  ADDRESS_OUTSIDE_MAINLAND: final(
    '收件地在港澳台。',
    '确认快递公司可寄，并准备报关资料。',
    'The receiver is in Hong Kong, Macau or Taiwan.',
    'Make sure the carrier goes there and papers are ready.',
  ),
  ADDRESS_DETAIL_MISSING: final(
    '没有街道门牌等详细地址。',
    '补上详细地址后确认。',
    'Street and house number are missing.',
    'Add the street address, then confirm.',
  ),
  ADDRESS_LEFTOVER_TEXT: final(
    '有一段文字不知道属于哪里。',
    '看一眼，需要的话放进详细地址。',
    'Some of the text belongs to no field.',
    'Look at it and move it into the street address if it is needed.',
  ),
  ADDRESS_MASKED: final(
    '收件信息打了星号，不能打印。',
    '在店铺平台解密后重新导出，或走平台的电子面单。',
    'The receiver is masked with asterisks and cannot be printed.',
    'Export it again unmasked, or use the shop platform’s own e-waybills.',
  ),
  ADDRESS_UNCERTAIN: final(
    '地址理解得不够有把握。',
    '核对后确认。',
    'The address was not understood well enough.',
    'Check it, then confirm.',
  ),
});

type IssueCode = `ADDRESS_${Uppercase<AddressIssue>}`;

/** The error code that explains an issue; a code without a text does not compile. */
export function addressIssueCode(issue: AddressIssue): IssueCode & keyof typeof addressErrors {
  return `ADDRESS_${issue.toUpperCase()}` as IssueCode;
}

/** Updating the division data of a workspace; what was in use stays in use. */
export const divisionErrors = defineErrors({
  DIVISIONS_NOT_FOUND: final(
    '找不到区划数据 {path}，或没有读取权限。',
    '检查路径后再试。',
    'There is no division data at {path}, or it may not be read.',
    'Check the path and try again.',
  ),
  DIVISIONS_DAMAGED: final(
    '区划数据不完整或被改动过：缺文件、格式不对或校验不符。原来的数据没有变。',
    '请重新取得更新文件。',
    'The division data is damaged: a file is missing, of another form or fails its checksum. What was in use is unchanged.',
    'Get the update again.',
  ),
  DIVISIONS_NOT_NEWER: final(
    '更新是 {version} 版，并不比正在使用的 {current} 新。',
    '不用处理；或换一个更新的文件。',
    'The update is version {version}, no newer than {current} in use.',
    'Nothing to do, or choose a newer one.',
  ),
  DIVISIONS_INCOMPLETE: final(
    '更新里的{level}只有 {found} 个，正在使用的有 {current} 个。原来的数据没有变。',
    '请确认拿到的是全国的完整数据。',
    'The update has {found} {found|entry|entries} of level {level}; {current} are in use. What was in use is unchanged.',
    'Make sure it is the whole country’s data.',
  ),
});

/** Where a parcel may go, what was learned of addresses, and whom one can ask about them. */
export const reachErrors = defineErrors({
  REACH_PLACE_NOT_SHIPPED: final(
    '收件地在自己的不发货清单上。',
    '确认仍然发货，或取消订单。',
    'The receiver lies in a place on your own no-ship list.',
    'Say that it ships anyway, or cancel the order.',
  ),
  REACH_CARRIER_NOT_SHIPPED: final(
    '按自己的不发货清单，{carrier} 不送这里。',
    '换一家快递公司，或确认仍然发货。',
    'According to your own no-ship list {carrier} does not go there.',
    'Choose another carrier, or say that it ships anyway.',
  ),
  REACH_NOTHING_TO_ACCEPT: final(
    '订单 {orderNo} 没有要确认的不发货提示。',
    '不用处理。',
    'Order {orderNo} has no no-ship warning to accept.',
    'Nothing to do.',
  ),
  NO_SHIP_PLACE_EMPTY: final(
    '不发货清单的条目没有写地方。',
    '至少写省、市、区、街道或详细地址里的一个词。',
    'The entry of the no-ship list names no place.',
    'Give at least a province, city, district, subdistrict or part of the street address.',
  ),
  NO_SHIP_PLACE_UNKNOWN: final(
    '没有叫 {name} 的省、市或区县。',
    '写完整的现用名，例如 新疆维吾尔自治区。',
    'There is no province, city or district named {name}.',
    'Write its full present name in Chinese characters.',
  ),
  NO_SHIP_TEXT_TOO_LONG: final(
    '不发货清单的 {field} 太长，最多 {limit} 个字。',
    '写短一些。',
    'The {field} of the no-ship entry is too long.',
    'Use at most {limit} characters.',
  ),
  NO_SHIP_CARRIER_UNKNOWN: final(
    '没有叫 {carrier} 的快递公司。',
    '写代码或名称，例如 中通；留空表示全部。',
    'No carrier is named {carrier}.',
    'Give its code, for example ZTO, or its name; leave it empty for all.',
  ),
  NO_SHIP_ENTRY_EXISTS: final(
    '不发货清单里已经有这一条。',
    '不用再加。',
    'The no-ship list holds this entry already.',
    'Nothing to add.',
  ),
  NO_SHIP_ENTRY_NOT_FOUND: final(
    '不发货清单里没有这一条。',
    '重新打开清单看一看。',
    'The no-ship list does not hold this entry.',
    'Open the list again.',
    '用 noship list 查看现有的条目。',
    'See what is there with noship list.',
  ),
  LEARNED_NOT_FOUND: final(
    '没有这条学到的更正，可能已经删除。',
    '重新打开清单看一看。',
    'This learned correction is not there; it may be gone.',
    'Open the list again.',
    '用 address memory list 查看现有的更正。',
    'See what is there with address memory list.',
  ),
  ASK_NO_ACCOUNT: final(
    '没有能回答这个问题的平台账号。',
    '添加支持地址解析或超区查询的账号，例如快递鸟。',
    'No account is with a platform that answers this.',
    'Add an account with one that parses addresses or checks coverage, for example KDNiao.',
  ),
  ASK_UNSUPPORTED: final(
    '账号 {name} 的平台不回答这个问题。',
    '换一个账号再问。',
    'The platform of account {name} does not answer this.',
    'Ask another account.',
  ),
  ASK_NOT_UNDERSTOOD: final(
    '平台没有认出这个地址。',
    '自己核对并改正。',
    'The platform did not understand this address.',
    'Check and correct it yourself.',
  ),
  ASK_TEXT_UNFIT: final(
    '收件信息是空的或打了星号，问了也没有用。',
    '先补全收件信息。',
    'The receiver is empty or masked with asterisks: asking would be of no use.',
    'Complete it first.',
  ),
});
