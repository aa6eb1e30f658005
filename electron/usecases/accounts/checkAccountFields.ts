import { fieldsOfCarrier } from '../../../shared/domain/carriers/carrierFields.ts';
import { readCarrierCode } from '../../../shared/domain/carriers/readCarrierCode.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { AccountField, PlatformManifest } from '../../carriers/kit/carrierPlatform.ts';

const forms: Readonly<Record<string, RegExp>> = {
  'whole-number': /^\d{1,9}$/,
  number: /^\d{1,9}(\.\d{1,6})?$/,
};

/**
 * What can be known of an account's fields before anybody is asked: choices and numbers in their form, and, when the
 * account is for one carrier, what that carrier never goes without. Fields we do not know are the carrier's own.
 */
export function checkAccountFields(
  { id, accountFields }: Pick<PlatformManifest, 'id' | 'accountFields'>,
  fields: Readonly<Record<string, string>>,
): Outcome<null> {
  for (const field of accountFields) {
    const text = fields[field.key] ?? '';
    if (text === '' && field.isRequired === true)
      return failure('ACCOUNT_FIELD_MISSING', { carrier: id, field: field.key, called: field.key });
    if (text !== '' && !fits(field, text))
      return failure('ACCOUNT_FIELD_INVALID', { field: field.key, wanted: wanted(field) });
  }
  const carrier = readCarrierCode(fields.carrier ?? '') ?? fields.carrier ?? '';
  const missing = fieldsOfCarrier(id, carrier).find(
    ({ key, of, required }) => of === 'account' && required === 'always' && (fields[key] ?? '') === '',
  );
  return missing === undefined
    ? done(null)
    : failure('ACCOUNT_FIELD_MISSING', {
        carrier,
        field: missing.key,
        called: missing.zh === missing.en ? missing.zh : `${missing.zh} / ${missing.en}`,
      });
}

function fits({ kind, choices = [] }: AccountField, text: string): boolean {
  if (kind === 'choice') return choices.includes(text);
  return kind === undefined || forms[kind]?.test(text) !== false;
}

function wanted({ kind, choices = [] }: AccountField): string {
  if (kind === 'choice') return choices.join(' | ');
  return kind === 'whole-number' ? '0, 1, 2 …' : '0, 1, 1.5 …';
}
