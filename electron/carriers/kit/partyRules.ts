import type { Party } from '../../../shared/domain/party.ts';
import type { FieldRule } from './checkFields.ts';

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
