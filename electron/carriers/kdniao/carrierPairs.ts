import type { BookingRequest, PlatformAccount } from '../kit/carrierPlatform.ts';
import { carrierRule } from './carrierRules.ts';
import { cleanText } from './cleanText.ts';

/** Sent as they stand: a password must not be changed by cleaning. */
const copiedNames = [
  'CustomerName',
  'CustomerPwd',
  'MonthCode',
  'SendSite',
  'SendStaff',
  'WareHouseID',
  'TemplateSize',
  'MemberID',
  'ThrOrderCode',
  'LogisticCode',
  'CurrencyCode',
  'IsSendMessage',
  'IsSubscribe',
];
const numericNames = ['TransType', 'DeliveryMethod', 'PackingType', 'Volume', 'Cost', 'OtherCost'];
const wordedNames = ['CustomArea', 'OperateRequire', 'Callback'];

/** What `BookingRequest.carrierFields` may name; anything else is told before sending. */
export const carrierFieldNames: ReadonlySet<string> = new Set([
  ...copiedNames,
  ...numericNames,
  ...wordedNames,
  'PostCode',
  'IsReturnSignBill',
  'DeclaredValue',
]);

/** What one carrier wants: as the order says, else the account, else what is usual at that carrier. */
export function carrierPairs(
  { carrier, carrierFields = {} }: BookingRequest,
  account: PlatformAccount,
): Readonly<Record<string, unknown>> {
  const said = { ...carrierRule(carrier).fallbacks, ...account.fields, ...carrierFields };
  const pairs: Record<string, unknown> = {};
  for (const name of copiedNames) if (said[name]) pairs[name] = said[name];
  for (const name of numericNames) {
    const value = Number(said[name] || Number.NaN);
    if (Number.isFinite(value)) pairs[name] = value;
  }
  for (const name of wordedNames) if (said[name]) pairs[name] = cleanText(said[name]);
  if (said.IsReturnSignBill === '1') pairs.IsReturnSignBill = 1;
  const declared = Number(said.DeclaredValue || Number.NaN);
  if (Number.isFinite(declared)) pairs.Dutiable = { DeclaredValue: declared };
  return pairs;
}

/** The post code both sides get; null: this carrier wants none. */
export function postCodeOf(
  { carrier, carrierFields = {} }: BookingRequest,
  { fields }: PlatformAccount,
): string | null {
  const usual = carrierRule(carrier).fallbacks.PostCode;
  return usual === undefined ? null : (carrierFields.PostCode ?? fields.PostCode ?? usual);
}
