import { createInstance } from 'i18next';
import { expect, test } from 'vitest';
import { minutesLeft } from '../../../../renderer/app/StatusBar.tsx';
import { en } from '../../../../renderer/text/en/en.ts';
import { zhCN } from '../../../../renderer/text/zh-CN/zhCN.ts';

async function left(lng: 'zh-CN' | 'en', ...seconds: readonly number[]): Promise<readonly string[]> {
  const resources = { 'zh-CN': { translation: zhCN }, en: { translation: en } };
  const i18n = createInstance();
  const t = await i18n.init({ lng, resources, interpolation: { escapeValue: false } });
  return seconds.map((one) => minutesLeft(t, one));
}

test('time left in the bar below is told in whole minutes, as in the batch above it', async () => {
  expect(await left('zh-CN', 0, 10, 60, 61, 600)).toEqual([
    '还需不到 1 分钟',
    '还需不到 1 分钟',
    '还需不到 1 分钟',
    '还需约 2 分钟',
    '还需约 10 分钟',
  ]);
  expect(await left('en', 10, 90)).toEqual(['under 1 min', 'about 2 min']);
});
