import { readCarrierCode } from '../../../shared/domain/carriers/carrierTable.ts';
import { cleanCellText } from '../kit/cellText.ts';

/** Share of filled sample cells that must agree before content alone names a column. */
const majority = 0.6;

const provinceNames =
  '北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|台湾|香港|澳门';
const provinceStart = new RegExp(`^(?:中国)?(?:${provinceNames})`);
const provinceOnly = new RegExp(
  `^(?:${provinceNames})(?:省|市|壮族自治区|回族自治区|维吾尔自治区|自治区|特别行政区)?$`,
);

const mobile = /(?:^|\D)1[3-9]\d{9}(?!\d)/;

/** A mainland mobile number, perhaps with country code, blanks, dashes or an extension behind it. */
export function isMobile(text: string): boolean {
  const digits = text.replace(/[\s-]/g, '').replace(/^(?:\+?86|0086)/, '');
  return /^1[3-9]\d{9}(?:$|\D|\d{4}$)/.test(digits) || /^1[3-9]\d[\d*＊]{2,}/.test(digits);
}

export function isPhone(text: string): boolean {
  return isMobile(text) || /^(?:0\d{2,3}-?\d{7,8}|(?:400|800)-?\d{3}-?\d{4})(?:-\d{1,6})?$/.test(text.trim());
}

export function startsWithProvince(text: string): boolean {
  return provinceStart.test(text);
}

/** Name, phone and address in one cell. */
function isOneLineReceiver(text: string): boolean {
  return mobile.test(text) && new RegExp(provinceNames).test(text) && text.length > 18;
}

/** A mobile number among other words. */
export function saysPhone(text: string): boolean {
  return mobile.test(text);
}

const anyProvince = new RegExp(`(?:^|[\\s:：,，])(?:中国)?(?:${provinceNames}).{4,}`);

/** A province with more behind it, among other words. */
export function saysPlace(text: string): boolean {
  return anyProvince.test(text);
}

function isPersonName(text: string): boolean {
  return /^\p{Script=Han}{2,4}$/u.test(text) && !provinceStart.test(text);
}

/** Order number shapes of the platforms; a bare run of 10 to 13 digits could as well be a phone or waybill. */
export function isOrderNumber(text: string): boolean {
  return /^(?:\d{16,25}|\d{6}-\d{15}|E\d{14,}|P\d{15,}|JY\d{6,}|\d{3}-\d{7}-\d{7})$/.test(text);
}

export function isWaybillNumber(text: string): boolean {
  return /^(?:SF\d{12,13}|JD[A-Z0-9]{11,}|YT\d{13}|JT\d{13}|DPK\d{8,}|7\d{13,14}|[A-Z]{2}\d{9}[A-Z]{2})$/.test(
    text,
  );
}

/** Share of the filled values that pass. */
export function shareOf(values: readonly string[], test: (text: string) => boolean): number {
  const filled = values.map(cleanCellText).filter((text) => text !== '');
  return filled.length === 0 ? 0 : filled.filter(test).length / filled.length;
}

export function isMostly(values: readonly string[], test: (text: string) => boolean): boolean {
  return shareOf(values, test) >= majority;
}

/** What a column without a known header holds, by its values alone; null when they do not say. */
export function fieldByContent(values: readonly string[]): string | null {
  if (isMostly(values, isOneLineReceiver)) return 'oneLineReceiver';
  if (isMostly(values, isMobile)) return 'receiverPhone';
  if (isMostly(values, (text) => provinceOnly.test(text))) return 'province';
  if (isMostly(values, (text) => startsWithProvince(text) && text.length >= 6)) return 'fullAddress';
  if (isMostly(values, isWaybillNumber)) return 'waybillNo';
  if (isMostly(values, isOrderNumber)) return 'orderNo';
  if (isMostly(values, (text) => /\D/.test(text) && readCarrierCode(text) !== null)) return 'carrier';
  const distinct = new Set(values.map(cleanCellText));
  if (isMostly(values, isPersonName) && distinct.size >= values.length * 0.5) return 'receiverName';
  return null;
}
