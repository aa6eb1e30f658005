import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commandText } from '../../../../electron/commands/kit/commandText.ts';
import { errorCodes, errorDefinition } from '../../../../shared/errors/catalogue.ts';

const folder = fileURLToPath(new URL('../../../../electron/commands', import.meta.url));
const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => readFileSync(join(folder, name), 'utf8'));
const catalogue = sources.find((source) => source.includes('const zh = {')) ?? '';
const keys = [...catalogue.split('} as const')[0]!.matchAll(/^ {2}(\w+):/gm)].map(([, key]) => key ?? '');
const placesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, place]) => String(place)).sort();
type Key = Parameters<typeof commandText>[1];

describe('words of the command line', () => {
  it('were all found', () => {
    expect(keys.length).toBeGreaterThan(20);
  });

  it.each(keys)('have the same places in both languages (%s)', (key) => {
    const zh = commandText('zh-CN', key as Key);
    const en = commandText('en', key as Key);
    expect(placesOf(en)).toEqual(placesOf(zh));
    expect(en).not.toMatch(/[\u4e00-\u9fff]/);
  });

  it.each(keys)('are used (%s)', (key) => {
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
