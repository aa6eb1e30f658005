import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parseSync } from '@swc/core';
import { describe, expect, test } from 'vitest';
import { headerSpellings } from '../../../../electron/imports/profiles/headerSpellings.ts';
import { importProfiles } from '../../../../electron/imports/profiles/importProfiles.ts';
import { en } from '../../../../renderer/text/en/en.ts';
import { zhCN } from '../../../../renderer/text/zh-CN/zhCN.ts';
import { trackingStates } from '../../../../shared/domain/tracking.ts';

function flat(words: object, path = ''): Map<string, string> {
  return new Map(
    Object.entries(words).flatMap(([key, value]) =>
      typeof value === 'string' ? [[`${path}${key}`, value] as const] : [...flat(value, `${path}${key}.`)],
    ),
  );
}

const chinese = flat(zhCN);
const english = flat(en);
const places = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name ?? '').sort();

describe('the words of the page', () => {
  test('both languages have exactly the same keys, English a singular for each plural', () => {
    const singulars = [...chinese.keys()]
      .filter((key) => key.endsWith('_other'))
      .map((key) => key.replace(/other$/, 'one'));
    expect(singulars.length).toBeGreaterThan(100);
    expect([...english.keys()].sort()).toEqual([...chinese.keys(), ...singulars].sort());
  });

  test('no text is empty and no place to fill differs between the languages', () => {
    for (const [key, other] of english) {
      const text = chinese.get(key.replace(/_one$/, '_other')) ?? '';
      expect(text.trim(), key).not.toBe('');
      expect(other.trim(), key).not.toBe('');
      // A plural form may leave its number out: 第 1 张 needs none.
      const unlike = places(other).filter((name) => name !== 'count' && !places(text).includes(name));
      expect(unlike, key).toEqual([]);
    }
  });

  test('English texts hold no Chinese, Chinese ones no half-width commas between characters', () => {
    for (const [key, text] of english) {
      if (!key.startsWith('languageName')) expect(text, key).not.toMatch(/[一-鿿]/);
    }
    for (const [key, text] of chinese) expect(text, key).not.toMatch(/[一-鿿][,;?]/);
  });

  test('a percent sign follows its number without a blank, in both languages', () => {
    for (const [key, text] of [...chinese, ...english]) expect(text, key).not.toMatch(/[\d}] %/);
  });

  test('everything the core can name has words', () => {
    for (const state of trackingStates) expect(chinese.has(`tracking.${state}`), state).toBe(true);
    for (const field of Object.keys(headerSpellings))
      expect(chinese.has(`canonical.${field}`), field).toBe(true);
    for (const { id } of importProfiles) expect(chinese.has(`source.${id}`), id).toBe(true);
  });
});

const root = join(import.meta.dirname, '../../../../renderer');
const spoken = /[A-Za-z一-鿿]{2,}/;
/** Attributes an operator reads or hears. */
const heard = ['title', 'label', 'placeholder', 'aria-label', 'alt', 'hint'];

/** Every text written straight into JSX: between tags, or in an attribute that is read. */
function literalsIn(file: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) node.forEach(visit);
    if (typeof node !== 'object' || node === null) return;
    const one = node as Record<string, unknown> & { type?: string };
    if (one.type === 'JSXText' && spoken.test(String(one.value))) found.push(String(one.value).trim());
    if (one.type === 'JSXAttribute') {
      const name = (one.name as { value?: string }).value ?? '';
      const value = one.value as { type?: string; value?: string } | null;
      if (heard.includes(name) && value?.type === 'StringLiteral' && spoken.test(value.value ?? ''))
        found.push(`${name}=${value.value}`);
    }
    for (const [name, part] of Object.entries(one)) if (name !== 'span') visit(part);
  };
  visit(parseSync(readFileSync(file, 'utf8'), { syntax: 'typescript', tsx: true }).body);
  return found;
}

const components = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.tsx'),
);

/** Folder by folder: parsing all of them at once takes a busy machine longer than a test may last. */
const folders = [...new Set(components.map((name) => dirname(name)))];

test('components are found where they are', () => {
  expect(components.length).toBeGreaterThan(200);
});

test.each(folders)('no component of %s says anything that is not in the texts', (folder) => {
  const literals = components
    .filter((name) => dirname(name) === folder)
    .flatMap((name) => literalsIn(join(root, name)).map((text) => `${name}: ${text}`));
  // The keyboard's own name of a key is the same in every language.
  expect(literals.filter((text) => !/title=(?:Ctrl\+Z|Alt\+A)$/.test(text))).toEqual([]);
});

test('no Chinese character stands in the code outside the texts', () => {
  const sources = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !name.startsWith('text'),
  );
  const withStrings = sources.filter((name) =>
    readFileSync(join(root, name), 'utf8')
      .split('\n')
      .filter((line) => !/^\s*(\/\/|\/?\*)/.test(line))
      .some((line) => /['"`>][^'"`]*[一-鿿]/.test(line)),
  );
  expect(withStrings).toEqual([]);
});
