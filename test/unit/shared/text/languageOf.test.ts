import { expect, it } from 'vitest';
import { languageOf } from '../../../../shared/text/languageOf.ts';

it.each(['en', 'EN', 'en-GB', 'en_US.UTF-8', 'english'])('%s is read as English', (locale) => {
  expect(languageOf(locale)).toBe('en');
});

it.each(['zh-CN', 'zh_TW.UTF-8', 'C.UTF-8', 'fr-FR', 'entirely', ''])(
  'with %j it speaks Chinese',
  (locale) => {
    expect(languageOf(locale)).toBe('zh-CN');
  },
);
