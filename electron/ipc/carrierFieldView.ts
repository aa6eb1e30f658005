import type { CarrierFieldRow } from '../../shared/contracts/settings.ts';
import type { CarrierField } from '../../shared/domain/carriers/carrierField.ts';

/** A row of the carriers' own fields → what a form shows. */
export function carrierFieldView(field: CarrierField): CarrierFieldRow {
  return {
    key: field.key,
    of: field.of,
    required: field.required,
    isSecret: field.isSecret === true,
    nameZh: field.zh,
    nameEn: field.en,
    hintZh: field.hintZh ?? '',
    hintEn: field.hintEn ?? '',
    example: field.example ?? '',
    choices: (field.choices ?? []).map(({ value, zh, en }) => ({ value, nameZh: zh, nameEn: en })),
    fallback: field.fallback ?? '',
  };
}
