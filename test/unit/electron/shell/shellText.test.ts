import { describe, expect, it } from 'vitest';
import { chooseLanguage } from '../../../../electron/shell/shellText.ts';

describe('chooseLanguage', () => {
  it.each([
    [undefined, 'zh-CN', 'zh-CN'],
    [undefined, 'en-US', 'en'],
    [undefined, '', 'zh-CN'],
    ['', 'en-GB', 'en'],
    ['zh-CN', 'en-US', 'zh-CN'],
    ['en', 'zh-CN', 'en'],
    ['entirely', 'zh-CN', 'zh-CN'],
  ] as const)('wanted %j on a %j system gives %s', (wanted, locale, language) => {
    expect(chooseLanguage(wanted, locale)).toBe(language);
  });
});
