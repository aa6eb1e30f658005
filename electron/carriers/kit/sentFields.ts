import type { Contact, Party } from '../../../shared/domain/party.ts';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { BookingRequest } from './carrierPlatform.ts';
import type { PlatformManifest } from './manifest.ts';

export interface FieldRule {
  /** As the operator knows it: `receiver.name`, `remark`. */
  readonly field: string;
  readonly text: string;
  /** In UTF-16 units, which is never less than characters. */
  readonly maxLength: number;
  readonly isRequired: boolean;
  readonly pattern?: RegExp;
}

/** What is sent for a parcel whose file names no goods, since platforms require a name. */
export const unnamedGoods = '商品';

type RuleOf = (field: string, text: string, maxLength: number, pattern?: RegExp) => FieldRule;

const ruleOf =
  (isRequired: boolean): RuleOf =>
  (field, text, maxLength, pattern) => ({
    field,
    text,
    maxLength,
    isRequired,
    ...(pattern === undefined ? {} : { pattern }),
  });

/** A field that no booking goes without. */
export const requiredField = ruleOf(true);
/** One that is judged only where it says something. */
export const optionalField = ruleOf(false);

/** Halves of a surrogate pair: no encoding can carry them. */
const loneSurrogate = /\p{Cs}/u;

/** The first field that is missing, too long, or cannot be carried; null when all may be sent. */
export function checkFields(rules: readonly FieldRule[]): Failure | null {
  for (const { field, text, maxLength, isRequired, pattern } of rules) {
    if (text.trim() === '') {
      if (isRequired) return failure('CARRIER_FIELD_MISSING', { field });
      continue;
    }
    if (text.length > maxLength) {
      return failure('CARRIER_FIELD_TOO_LONG', { field, length: text.length, limit: maxLength });
    }
    if (loneSurrogate.test(text) || (pattern !== undefined && !pattern.test(text))) {
      return failure('CARRIER_FIELD_INVALID', { field });
    }
  }
  return null;
}

/**
 * One party as it is sent to a platform, whatever its wire calls the fields. A city without districts is its own district;
 * `detail` holds the town too.
 */
export function sentParty(party: Party, sentText: (text: string) => string = plainLine) {
  const city = sentText(party.city);
  return {
    name: sentText(party.name),
    ...dialablePhone(party, sentText),
    province: sentText(party.province),
    city,
    district: sentText(party.district) || city,
    detail: sentText(party.town + party.detail),
  };
}

type SentParty = ReturnType<typeof sentParty>;

/** Of all documented lengths the strictest; fields are named as the operator knows them. */
function partyRules(who: 'sender' | 'receiver', party: Party, sent: SentParty): FieldRule[] {
  const rule = (field: string, text: string, maxLength: number, pattern?: RegExp) =>
    requiredField(`${who}.${field}`, text, maxLength, pattern);
  return [
    rule('name', sent.name, 30),
    rule('phone', party.phone === '' ? '' : sent.number, 20, /^[\d-]+$/),
    rule('province', sent.province, 20),
    rule('city', sent.city, 20),
    rule('district', sent.district, 20),
    rule('detail', sent.detail, 100),
  ];
}

/** A booking as it is sent to one platform, and that platform's own limits. */
interface SentBooking {
  readonly sender: SentParty;
  readonly receiver: SentParty;
  readonly carrier: Pick<FieldRule, 'maxLength' | 'pattern'>;
  /** Goods, remark and whatever else the platform limits. */
  readonly rules: readonly FieldRule[];
  readonly maxParcels: number;
}

/** What every platform is asked before sending, of the very texts that would be sent; nothing is ever cut. */
export function checkSent(
  request: BookingRequest,
  { orderCodeMaxLength }: Pick<PlatformManifest, 'orderCodeMaxLength'>,
  { sender, receiver, carrier, rules, maxParcels }: SentBooking,
): Outcome<BookingRequest> {
  const { parcelCount } = request;
  const fault = checkFields([
    requiredField('orderCode', request.orderCode, orderCodeMaxLength, /^[\w-]+$/),
    requiredField('carrier', request.carrier, carrier.maxLength, carrier.pattern),
    ...partyRules('sender', request.sender, sender),
    ...partyRules('receiver', request.receiver, receiver),
    ...rules,
  ]);
  if (fault !== null) return fault;
  return Number.isInteger(parcelCount) && parcelCount >= 1 && parcelCount <= maxParcels
    ? done(request)
    : failure('CARRIER_FIELD_INVALID', { field: 'parcelCount' });
}

const mobile = /^1[3-9]\d{9}(-\d+)?$/;

/** Number, dash, extension: what a courier reads off the label and dials (13800138000-1234), and which kind it is. */
function dialablePhone(
  { phone, extension }: Contact,
  sentText: (text: string) => string,
): { readonly number: string; readonly isMobile: boolean } {
  const plain = sentText(phone).replace(/ /g, '');
  const number = extension === '' ? plain : `${plain}-${sentText(extension)}`;
  return { number, isMobile: mobile.test(number) };
}

/** One line of text: line breaks, control and invisible characters become one space. The length never grows. */
export function plainLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
