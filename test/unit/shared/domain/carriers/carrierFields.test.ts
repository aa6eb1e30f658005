import { describe, expect, it } from 'vitest';
import { carrierFieldView } from '../../../../../electron/ipc/views.ts';
import { carrierFields, fieldsOfCarrier } from '../../../../../shared/domain/carriers/carrierFields.ts';
import { carrierRow } from '../../../../../shared/domain/carriers/carrierTable.ts';

describe('what single carriers want', () => {
  it('is named in both languages, of carriers that exist, once for each carrier', () => {
    const seen = new Set<string>();
    for (const field of carrierFields) {
      expect(field.zh && field.en).toBeTruthy();
      expect(field.hintZh === undefined).toBe(field.hintEn === undefined);
      for (const carrier of field.carriers) {
        expect(carrierRow(carrier), carrier).not.toBeNull();
        const key = `${field.platform} ${carrier} ${field.key}`;
        expect(seen.has(key), key).toBe(false);
        seen.add(key);
      }
    }
  });

  it('offers only choices with a word each, and falls back to one of them', () => {
    for (const { choices, fallback, key } of carrierFields) {
      if (choices === undefined) continue;
      expect(choices.length, key).toBeGreaterThan(1);
      expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
      if (fallback !== undefined) expect(choices.map(({ value }) => value)).toContain(fallback);
    }
  });

  it('says what STO calls its fields, and that two of YTO are secrets or not', () => {
    const sto = fieldsOfCarrier('kdniao', 'STO');
    expect(sto.map(({ key, zh }) => [key, zh])).toEqual([
      ['CustomerName', '客户简称'],
      ['CustomerPwd', '客户密码'],
      ['SendSite', '网点名称'],
    ]);
    const yto = fieldsOfCarrier('kdniao', 'YTO').map(carrierFieldView);
    expect(yto.map(({ key, isSecret }) => [key, isSecret])).toEqual([
      ['CustomerName', false],
      ['MonthCode', true],
    ]);
    expect(fieldsOfCarrier('no-such-platform', 'YTO')).toEqual([]);
  });
});
