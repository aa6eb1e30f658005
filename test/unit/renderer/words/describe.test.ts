import { createInstance } from 'i18next';
import { beforeAll, describe, expect, test } from 'vitest';
import { platforms } from '../../../../electron/carriers/index.ts';
import { platformView } from '../../../../electron/usecases/accounts/platforms.ts';
import { en } from '../../../../renderer/text/en/en.ts';
import { zhCN } from '../../../../renderer/text/zh-CN/zhCN.ts';
import { addPlatformWords, fieldText } from '../../../../renderer/words/describe.ts';

const i18n = createInstance();
const chinese = (key: string, otherwise: string) => i18n.t(key, { defaultValue: otherwise });
const english = (key: string, otherwise: string) => i18n.getFixedT('en')(key, { defaultValue: otherwise });
beforeAll(async () => {
  await i18n.init({ lng: 'zh-CN', resources: { 'zh-CN': { translation: zhCN }, en: { translation: en } } });
  addPlatformWords(i18n, platforms.map(platformView));
});

describe('fields in the operator’s words', () => {
  test('whose field it is comes first, and several are listed', () => {
    expect(fieldText('receiver.city', chinese)).toBe('收件人 市');
    expect(fieldText('account.MonthCode', chinese)).toBe('账号 月结编码');
    expect(fieldText('name, phone', chinese)).toBe('姓名、电话');
    expect(fieldText('sender.detail', english)).toBe('Sender Detail');
  });

  test.each([
    'orderCode',
    'carrier',
    'sender.name',
    'receiver.phone',
    'receiver.province',
    'receiver.district',
    'goods',
    'remark',
    'parcelCount',
    'weightGrams',
    'account.CustomerName',
    'account.CustomArea',
  ])('a field that the checks before booking name has Chinese words (%s)', (field) => {
    expect(fieldText(field, chinese)).toMatch(/^[\u4e00-\u9fff ]+$/);
  });
});
