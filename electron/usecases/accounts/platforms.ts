import type { CarrierFieldRow, PlatformRow } from '../../../shared/contracts/settings.ts';
import { carrierList } from '../../../shared/domain/carriers/carrierTable.ts';
import { type CarrierPlatform, platformById } from '../../carriers/kit/carrierPlatform.ts';
import { fieldsOfCarrier } from '../../carriers/kit/manifest.ts';

/** What a manifest says → what a form shows. */
export function platformView({ manifest }: Pick<CarrierPlatform, 'manifest'>): PlatformRow {
  const { testSystem } = manifest;
  return {
    id: manifest.id,
    nameZh: manifest.name['zh-CN'],
    nameEn: manifest.name.en,
    isEmbedded: manifest.isEmbedded,
    carriers: carrierList.map(({ code }) => code).filter((code) => manifest.serves(code)),
    testSystem:
      testSystem === undefined
        ? null
        : { url: testSystem.url, keysZh: testSystem.keys['zh-CN'], keysEn: testSystem.keys.en },
    accountFields: manifest.accountFields.map(({ key, name, isSecret, kind, choices, isRequired }) => ({
      key,
      nameZh: name['zh-CN'],
      nameEn: name.en,
      isSecret,
      kind: kind ?? 'text',
      choices: [...(choices ?? [])],
      isRequired: isRequired ?? false,
    })),
  };
}

/** What one carrier wants at one platform; empty: nothing more, or there is no such platform. */
export function carrierFieldsOf(
  platforms: readonly CarrierPlatform[],
  { platform, carrier }: { readonly platform: string; readonly carrier: string },
): CarrierFieldRow[] {
  const manifest = platformById(platforms, platform)?.manifest;
  const fields = manifest === undefined ? [] : fieldsOfCarrier(manifest, carrier);
  return fields.map((field) => ({
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
  }));
}
