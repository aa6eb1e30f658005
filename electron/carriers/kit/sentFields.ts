import type { Contact, Party } from '../../../shared/domain/party.ts';
import { type Failure, failure } from '../../../shared/errors/outcome.ts';

export interface FieldRule {
  /** As the operator knows it: `receiver.name`, `remark`. */
  readonly field: string;
  readonly text: string;
  /** In UTF-16 units, which is never less than characters. */
  readonly maxLength: number;
  readonly isRequired: boolean;
  readonly pattern?: RegExp;
}

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

/** One party as a platform is told it, whatever its wire calls the fields. */
export interface SentParty {
  readonly name: string;
  /** Mobile or landline, whichever is sent; undefined: neither. */
  readonly number: string | undefined;
  readonly province: string;
  readonly city: string;
  readonly district: string;
  readonly detail: string;
}

/** Lengths of KDNiao's demo header, the strictest that is documented; fields are named as the operator knows them. */
export function partyRules(who: 'sender' | 'receiver', party: Party, sent: SentParty): FieldRule[] {
  const rule = (field: string, text: string, maxLength: number): FieldRule => ({
    field: `${who}.${field}`,
    text,
    maxLength,
    isRequired: true,
  });
  const number = party.phone === '' ? '' : (sent.number ?? '');
  return [
    rule('name', sent.name, 30),
    { ...rule('phone', number, 20), pattern: /^[\d-]+$/ },
    rule('province', sent.province, 20),
    rule('city', sent.city, 20),
    rule('district', sent.district, 20),
    rule('detail', sent.detail, 100),
  ];
}

const mobile = /^1[3-9]\d{9}(-\d+)?$/;

/** Number, dash, extension: what a courier reads off the label and dials (13800138000-1234), and which kind it is. */
export function dialablePhone({ phone, extension }: Contact): {
  readonly number: string;
  readonly isMobile: boolean;
} {
  const plain = plainLine(phone).replace(/ /g, '');
  const number = extension === '' ? plain : `${plain}-${plainLine(extension)}`;
  return { number, isMobile: mobile.test(number) };
}

/** One line of text: line breaks, control and invisible characters become one space. The length never grows. */
export function plainLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
}
