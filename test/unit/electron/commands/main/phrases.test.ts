import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { isoTime, localTime, phrases, saidOf } from '../../../../../electron/commands/main/phrases.ts';

const project = fileURLToPath(new URL('../../../../../', import.meta.url));

function sourcesOf(folder: string): { readonly file: string; readonly source: string }[] {
  return readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((file) => ({ file, source: readFileSync(join(project, folder, file), 'utf8') }));
}

const commandSources = sourcesOf('electron/commands');
const everything = [...sourcesOf('electron'), ...sourcesOf('shared')].map(({ source }) => source).join('\n');
const placesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, place]) => String(place)).sort();

type Pair = readonly [zh: string, en: string];

const entry = /^ {2}'?([\w-]+)'?: \[(.*?)\],$/gms;
const literal = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g;

/** The sentences of a file as they stand in it. */
function pairsOf(source: string): Readonly<Record<string, Pair>> {
  const table = `${source.split('= phrases({\n')[1]?.split('\n});')[0] ?? ''}\n`;
  return Object.fromEntries(
    [...table.matchAll(entry)].map(([, key = '', texts = '']) => {
      const [zh = '', en = ''] = [...texts.matchAll(literal)].map(
        ([, single, double]) => single ?? double ?? '',
      );
      return [key, [zh, en]];
    }),
  );
}

const words = commandSources.flatMap(({ file, source }) =>
  Object.entries(pairsOf(source)).map(([key, [zh, en]]) => ({ file, source, key, zh, en })),
);

describe('words of the command line', () => {
  it('were all found', () => {
    expect(words.length).toBeGreaterThan(100);
    const written = commandSources.filter(({ source }) => source.includes('= phrases({')).length;
    expect(new Set(words.map(({ file }) => file)).size).toBe(written);
  });

  it.each(words)('have the same places in both languages ($file $key)', ({ zh, en }) => {
    expect(placesOf(en)).toEqual(placesOf(zh));
    expect(en).not.toMatch(/[\u4e00-\u9fff]/);
    expect(zh.replace(/[^\u4e00-\u9fff]/g, '').length + placesOf(zh).length).toBeGreaterThan(0);
  });

  it.each(words)('are used ($file $key)', ({ source, key }) => {
    const isSaid = (text: string) => text.includes(`'${key}'`);
    // Where a state is the key, its word stands in the list of states.
    const isComputed = /say\w*\(\s*language,\s*[a-z]\w*(?:\.\w+|\[[^\]]*\])*[,)]/.test(source);
    expect(
      isSaid(source) ||
        commandSources.some((one) => isSaid(one.source)) ||
        (isComputed && isSaid(everything)),
    ).toBe(true);
  });
});

it('fills the places of a sentence and leaves one open that nobody fills', () => {
  const say = phrases({ moved: ['{count} 单移到 {place}', '{count} orders moved to {place}'] });
  expect(say('en', 'moved', { count: 2 })).toBe('2 orders moved to {place}');
  expect(say('zh-CN', 'moved', { count: 2, place: '上海' })).toBe('2 单移到 上海');
});

it('names one thing as one and several as several, in English', () => {
  const say = phrases({
    read: ['读取 {rows} 行', '{rows} {rows|row|rows} read'],
    wait: ['{count} 件在等', '{count} {count|parcel waits for its number|parcels wait for their numbers}'],
  });
  expect([0, 1, 2].map((rows) => say('en', 'read', { rows }))).toEqual([
    '0 rows read',
    '1 row read',
    '2 rows read',
  ]);
  expect(say('en', 'wait', { count: '1' })).toBe('1 parcel waits for its number');
  expect(say('zh-CN', 'read', { rows: 1 })).toBe('读取 1 行');
});

it.each(words)('say a count with both forms of its word ($file $key)', ({ en }) => {
  expect(en).not.toMatch(
    /\{(?:count|total|rows|orders|labels|parcels|days|minutes|files|lines|imported)\} [a-z]+s\b/,
  );
});

describe('moments', () => {
  it('are the clock of the shop to the minute for people, wherever the machine stands, ISO 8601 for machines', () => {
    expect(localTime(Date.UTC(2026, 0, 2, 1, 5, 59))).toBe('2026-01-02 09:05');
    expect(isoTime(Date.UTC(2026, 0, 2))).toBe('2026-01-02T00:00:00.000Z');
  });
});

it('says a heading once, though the sentence begins with it', () => {
  expect(saidOf('不认识这个码', '不认识这个码：SF1。', 'zh-CN')).toBe('不认识这个码：SF1。');
  expect(saidOf('别家快递的', 'SF1 是顺丰的。', 'zh-CN')).toBe('别家快递的：SF1 是顺丰的。');
});
