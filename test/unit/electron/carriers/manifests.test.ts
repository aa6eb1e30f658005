import { describe, expect, it, test } from 'vitest';
import { embeddedPlatform, isEmbedded, platforms } from '../../../../electron/carriers/index.ts';
import { kdniaoManifest } from '../../../../electron/carriers/kdniao/manifest.ts';
import { fieldsOfCarrier, type PlatformManifest } from '../../../../electron/carriers/kit/manifest.ts';
import {
  carrierOfKuaidi100,
  kuaidi100Code,
  kuaidi100Manifest,
} from '../../../../electron/carriers/kuaidi100/manifest.ts';
import { sfManifest } from '../../../../electron/carriers/sf/manifest.ts';
import { fieldCatalogue } from '../../../../electron/imports/profiles/fieldCatalogue.ts';
import { carrierFieldsOf, platformView } from '../../../../electron/usecases/accounts/platforms.ts';
import { carrierRow, carrierTable } from '../../../../shared/domain/carriers/carrierTable.ts';

describe.each(platforms.map(({ manifest }): [string, PlatformManifest] => [manifest.id, manifest]))(
  'the manifest of %s',
  (_id, manifest) => {
    it('names every field of its accounts in both languages, each once', () => {
      for (const { name, key } of manifest.accountFields) expect(name['zh-CN'] && name.en, key).toBeTruthy();
      const keys = manifest.accountFields.map(({ key }) => key);
      expect(new Set(keys).size).toBe(keys.length);
    });

    it('calls only an address with https encrypted, and sends real orders nowhere else', () => {
      for (const { url, link } of manifest.endpoints)
        expect([link, url]).toEqual(['https', expect.stringMatching(/^https:/)]);
      expect(manifest.endpoints.length > 0).toBe(!manifest.isEmbedded);
      if (manifest.testSystem === undefined) return;
      const { url, link, keys } = manifest.testSystem;
      expect(new URL(url).protocol).toBe(link === 'https' ? 'https:' : 'http:');
      expect(keys['zh-CN'] && keys.en).toBeTruthy();
    });

    it('speaks of fields that order files have', () => {
      const known = new Set<string>(fieldCatalogue.map(({ field }) => field));
      expect(Object.keys(manifest.orderFields).filter((field) => !known.has(field))).toEqual([]);
    });

    it('takes the order codes we make', () => {
      expect(manifest.orderCodeMaxLength).toBeGreaterThanOrEqual(30);
    });

    it('wants of single carriers what has a name in both languages, of carriers that exist, once each', () => {
      const seen = new Set<string>();
      for (const field of manifest.carrierFields) {
        expect(field.zh && field.en).toBeTruthy();
        expect(field.hintZh === undefined).toBe(field.hintEn === undefined);
        for (const carrier of field.carriers) {
          expect(carrierRow(carrier), carrier).not.toBeNull();
          const key = `${carrier} ${field.key}`;
          expect(seen.has(key), key).toBe(false);
          seen.add(key);
        }
      }
    });

    it('offers only choices with a word each, and falls back to one of them', () => {
      for (const { choices, fallback, key } of manifest.carrierFields) {
        if (choices === undefined) continue;
        expect(choices.length, key).toBeGreaterThan(1);
        expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
        if (fallback !== undefined) expect(choices.map(({ value }) => value)).toContain(fallback);
      }
    });

    it('reaches the page whole', () => {
      const row = platformView({ manifest });
      expect(row.accountFields.map(({ key }) => key)).toEqual(manifest.accountFields.map(({ key }) => key));
      expect(row.carriers).toEqual(
        carrierTable.map(({ code }) => code).filter((code) => manifest.serves(code)),
      );
      expect(row.testSystem?.url).toBe(manifest.testSystem?.url);
    });
  },
);

test('what single carriers want is asked under their own names, secrets as secrets', () => {
  expect(fieldsOfCarrier(kdniaoManifest, 'STO').map(({ key, zh }) => [key, zh])).toEqual([
    ['CustomerName', '客户简称'],
    ['CustomerPwd', '客户密码'],
    ['SendSite', '网点名称'],
  ]);
  const yto = carrierFieldsOf(platforms, { platform: 'kdniao', carrier: 'YTO' });
  expect(yto.map(({ key, isSecret }) => [key, isSecret])).toEqual([
    ['CustomerName', false],
    ['MonthCode', true],
  ]);
  expect(carrierFieldsOf(platforms, { platform: 'no-such-platform', carrier: 'YTO' })).toEqual([]);
});

test('each platform serves the carriers it is documented for', () => {
  expect(['SF', 'ZTO', 'UPS', 'XX'].map((code) => kdniaoManifest.serves(code))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(['SF', 'YCSY', 'XX'].map((code) => kuaidi100Manifest.serves(code))).toEqual([true, false, false]);
  expect(['SF', 'ZTO'].map((code) => sfManifest.serves(code))).toEqual([true, false]);
  expect(['SF', 'XX'].map((code) => embeddedPlatform.manifest.serves(code))).toEqual([true, false]);
});

test('Kuaidi100’s codes are translated both ways, or said to be unknown', () => {
  for (const { code, pinyinCode } of carrierTable) {
    expect(kuaidi100Code(code)).toBe(pinyinCode ?? null);
    if (pinyinCode !== undefined) expect(carrierOfKuaidi100(pinyinCode)).toBe(code);
  }
  expect(kuaidi100Code('XX')).toBeNull();
  expect(carrierOfKuaidi100('nobody')).toBeNull();
});

test('one platform is for practice, and only its numbers are', () => {
  expect(platforms.filter(({ manifest }) => manifest.isEmbedded)).toEqual([embeddedPlatform]);
  expect(isEmbedded(embeddedPlatform.manifest.id)).toBe(true);
  expect([isEmbedded(kdniaoManifest.id), isEmbedded('')]).toEqual([false, false]);
});
