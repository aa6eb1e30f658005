import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { choosingText } from '../../../../../electron/commands/booking/choosingText.ts';
import { dispatchText } from '../../../../../electron/commands/booking/dispatchText.ts';
import { knowledgeText } from '../../../../../electron/commands/correcting/knowledgeText.ts';
import { commandText } from '../../../../../electron/commands/main/commandText.ts';
import { labelText } from '../../../../../electron/commands/printing/labelText.ts';
import { errorCodes, errorDefinition } from '../../../../../shared/errors/catalogue.ts';
import type { Language } from '../../../../../shared/text/describeError.ts';

const folder = fileURLToPath(new URL('../../../../../electron/commands', import.meta.url));
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const placesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, place]) => String(place)).sort();

/** Each topic has its words in a file of its own, written alike. */
const topics = { commandText, choosingText, dispatchText, knowledgeText, labelText };
const homes: Readonly<Record<string, string>> = {
  commandText: 'main/commandText.ts',
  choosingText: 'booking/choosingText.ts',
  dispatchText: 'booking/dispatchText.ts',
  knowledgeText: 'correcting/knowledgeText.ts',
  labelText: 'printing/labelText.ts',
};
const words = Object.entries(topics).flatMap(([topic, say]) => {
  const source = readFileSync(join(folder, homes[topic] ?? ''), 'utf8');
  const chinese = source.slice(source.indexOf('const zh = {')).split('} as const')[0] ?? '';
  return [...chinese.matchAll(/^ {2}(\w+):/gm)].map(([, key]) => ({
    topic,
    key: key ?? '',
    say: say as (language: Language, key: string) => string,
  }));
});

describe('words of the command line', () => {
  it('were all found', () => {
    for (const topic of Object.keys(topics))
      expect(words.filter((word) => word.topic === topic).length, topic).toBeGreaterThan(10);
    const written = sources.filter((source) => source.includes('const zh = {')).length;
    expect(written).toBe(Object.keys(topics).length);
  });

  it.each(words)('have the same places in both languages ($topic $key)', ({ key, say }) => {
    const en = say('en', key);
    expect(placesOf(en)).toEqual(placesOf(say('zh-CN', key)));
    expect(en).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it.each(words)('are used ($topic $key)', ({ key }) => {
    expect(sources.some((source) => source.includes(`'${key}'`))).toBe(true);
  });
});

describe('words of errors', () => {
  it.each(errorCodes)(
    'say what is wrong and what to do, with the same places in both languages (%s)',
    (code) => {
      const { 'zh-CN': zh, en } = errorDefinition(code);
      for (const text of [zh.says, zh.next, en.says, en.next]) expect(text.trim().length).toBeGreaterThan(3);
      expect(new Set(placesOf(`${en.says}${en.next}`))).toEqual(new Set(placesOf(`${zh.says}${zh.next}`)));
      expect(`${en.says}${en.next}`).not.toMatch(/[\u4e00-\u9fff]/);
    },
  );
});
