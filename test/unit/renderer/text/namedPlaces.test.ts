import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { en } from '../../../../renderer/text/en/en.ts';
import { zhCN } from '../../../../renderer/text/zh-CN/zhCN.ts';
import { errorCodes, errorDefinition } from '../../../../shared/errors/catalogue.ts';

function wordsIn(words: object): string[] {
  return Object.values(words).flatMap((value) => (typeof value === 'string' ? [value] : wordsIn(value)));
}

function manual(language: 'zh-CN' | 'en'): string[] {
  const folder = join(import.meta.dirname, '../../../../docs/manual', language);
  return readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
}

/** Not ours: a choice in the settings of a DingTalk robot. */
const elsewhere = ['加签'];

const languages = {
  'zh-CN': { words: zhCN, place: /设置 ?[→›] ?([^”\n]+)/g, pressed: /[点按选]“([^”{]+)”/g },
  en: { words: en, place: /Settings ?[→›] ?([^”\n]+)/g, pressed: /\b(?:press|choose) “([^”{]+)”/gi },
} as const;

describe.each(['zh-CN', 'en'] as const)('what a text of the window in %s sends somebody to', (language) => {
  const { words, place, pressed } = languages[language];
  const failures = errorCodes.flatMap((code) => {
    const { says, next } = errorDefinition(code)[language];
    return [says, next];
  });
  const said = [...wordsIn(words), ...failures];
  const matches = (texts: readonly string[], pattern: RegExp): string[] =>
    texts.flatMap((text) => [...text.matchAll(pattern)].map(([, name = '']) => name.trim()));

  test('a place in Settings bears the name that its list shows', () => {
    const sections = Object.values(words.settings.section);
    const named = matches([...said, ...manual(language)], place);
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((name) => !sections.some((section) => name.startsWith(section)))).toEqual([]);
  });

  test('a button bears the words that stand on it', () => {
    const buttons = new Set(wordsIn(words).map((text) => text.replace(/…$/, '')));
    const named = matches(said, pressed);
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((name) => !buttons.has(name) && !elsewhere.includes(name))).toEqual([]);
  });
});
