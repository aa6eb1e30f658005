import { accountFieldLimits } from '../../../shared/domain/booking.ts';
import { readCarrierCode } from '../../../shared/domain/carriers/carrierTable.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { platformById } from '../../carriers/kit/carrierPlatform.ts';
import { type AccountField, fieldsOfCarrier, type PlatformManifest } from '../../carriers/kit/manifest.ts';
import type { Workspace } from '../workspace/workspace.ts';

type FieldManifest = Pick<PlatformManifest, 'id' | 'accountFields' | 'carrierFields'>;
type Fields = Readonly<Record<string, string>>;

const forms: Readonly<Record<string, RegExp>> = {
  'whole-number': /^\d{1,9}$/,
  number: /^\d{1,9}(\.\d{1,6})?$/,
};

/**
 * What can be known of an account's fields before anybody is asked: choices and numbers in their form, and, when the
 * account is for one carrier, what that carrier never goes without. Fields we do not know are the carrier's own.
 */
export function checkAccountFields(manifest: FieldManifest, fields: Fields): Outcome<null> {
  if (!isWithinLimits(fields)) {
    const { mostFields, keyCharacters, valueCharacters } = accountFieldLimits;
    return failure('ACCOUNT_FIELDS_TOO_LARGE', { mostFields, keyCharacters, valueCharacters });
  }
  for (const field of manifest.accountFields) {
    const text = fields[field.key] ?? '';
    if (text === '' && field.isRequired === true)
      return failure('ACCOUNT_FIELD_MISSING', {
        carrier: manifest.id,
        field: field.key,
        called: bothNames(field.name['zh-CN'], field.name.en),
      });
    if (text !== '' && !fits(field, text))
      return failure('ACCOUNT_FIELD_INVALID', { field: field.key, wanted: wanted(field) });
  }
  const carrier = readCarrierCode(fields.carrier ?? '') ?? fields.carrier ?? '';
  const missing = fieldsOfCarrier(manifest, carrier).find(
    ({ key, of, required }) => of === 'account' && required === 'always' && (fields[key] ?? '') === '',
  );
  return missing === undefined
    ? done(null)
    : failure('ACCOUNT_FIELD_MISSING', {
        carrier,
        field: missing.key,
        called: bothNames(missing.zh, missing.en),
      });
}

/** Of a field nobody has described it is not known whether it may be shown: it counts as a secret. */
export function isSecretField({ accountFields, carrierFields }: FieldManifest, key: string): boolean {
  const described = [
    ...accountFields.filter((field) => field.key === key).map(({ isSecret }) => isSecret),
    ...carrierFields.filter((field) => field.key === key).map(({ isSecret }) => isSecret === true),
  ];
  return described.length === 0 || described.includes(true);
}

/** The first of these that holds a key or password of an account at this platform; undefined: none does. */
export function secretAmong(
  { platforms }: Pick<Workspace, 'platforms'>,
  platform: string,
  keys: readonly string[],
): string | undefined {
  const manifest = platformById(platforms, platform)?.manifest;
  if (manifest === undefined) return undefined;
  const described = [...manifest.accountFields, ...manifest.carrierFields];
  return keys.find((key) =>
    described.some(
      (field) => field.key === key && field.isSecret === true && field.isContractNumber !== true,
    ),
  );
}

function isWithinLimits(fields: Fields): boolean {
  const { mostFields, keyCharacters, valueCharacters } = accountFieldLimits;
  const pairs = Object.entries(fields);
  return (
    pairs.length <= mostFields &&
    pairs.every(([key, value]) => key.length <= keyCharacters && value.length <= valueCharacters)
  );
}

function bothNames(zh: string, en: string): string {
  return zh === en ? zh : `${zh} / ${en}`;
}

function fits({ kind, choices = [] }: AccountField, text: string): boolean {
  if (kind === 'choice') return choices.includes(text);
  return kind === undefined || forms[kind]?.test(text) !== false;
}

function wanted({ kind, choices = [] }: AccountField): string {
  if (kind === 'choice') return choices.join(' | ');
  return kind === 'whole-number' ? '0, 1, 2 …' : '0, 1, 1.5 …';
}
