import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readWebAddress } from '../../../../electron/platform/webAddress.ts';

test('an address is read, anything else is none', () => {
  expect(readWebAddress('https://img.example.com/a.jpg?x=1')?.host).toBe('img.example.com');
  expect(readWebAddress('//img.example.com/a.jpg')).toBeNull();
  expect(readWebAddress('')).toBeNull();
});

/** The window tests run on Node 18.15: what came later ends an import there without any word of why. */
const later = /\bURL\.canParse\(|\.toSorted\(|\.toReversed\(|\bPromise\.withResolvers\b|\bObject\.groupBy\(/;

test('nothing in the program calls what the oldest runtime does not have', () => {
  const root = join(import.meta.dirname, '../../../..');
  const sources = ['electron', 'shared'].flatMap((part) =>
    readdirSync(join(root, part), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(part, name)),
  );
  expect(sources.length).toBeGreaterThan(500);
  expect(sources.filter((name) => later.test(readFileSync(join(root, name), 'utf8')))).toEqual([]);
});
