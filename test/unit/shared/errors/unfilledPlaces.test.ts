import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { errorDefinition, isErrorCode } from '../../../../shared/errors/catalogue.ts';

const root = join(import.meta.dirname, '../../../..');

/** Every place of the program that makes a failure with a code. */
const makers = /\b(?:failure|didNotHappen|unknownOutcome|trouble)\(/g;

function sources(): string[] {
  return ['electron', 'shared', 'renderer'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => join(folder, name)),
  );
}

/** Longer ones hold functions, and no failure written out. */
const longestCall = 600;

/** The arguments of a call, split where they are parted; undefined: it does not end in this text. */
function argumentsAt(text: string, start: number): string[] | undefined {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let begun = start;
  for (let at = start; at < Math.min(text.length, start + longestCall); at += 1) {
    const sign = text[at] ?? '';
    if (quote !== '') {
      if (sign === quote && text[at - 1] !== '\\') quote = '';
    } else if (/['"`]/.test(sign)) quote = sign;
    else if (/[([{]/.test(sign)) depth += 1;
    else if (/[)\]}]/.test(sign)) {
      if (depth === 0) return [...parts, text.slice(begun, at)];
      depth -= 1;
    } else if (sign === ',' && depth === 0) {
      parts.push(text.slice(begun, at));
      begun = at + 1;
    }
  }
  return undefined;
}

/** Names of an object written out; null: not all of them are written there. */
function namesOf(written: string | undefined): string[] | null {
  if (written === undefined || written.trim() === '') return [];
  const text = written.trim();
  if (!text.startsWith('{') || text.includes('...')) return null;
  const parts = argumentsAt(`${text.slice(1, -1)})`, 0) ?? [];
  return parts.map((part) => /^\s*['"]?(\w+)/.exec(part)?.[1] ?? '').filter((name) => name !== '');
}

const placesOf = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '');

/** Filled by whoever shows it: the order, the row and the file it stands beside. */
const filledWhereShown = ['orderNo', 'row', 'file'];

test('each failure fills every place of its text', () => {
  const unfilled: string[] = [];
  let looked = 0;
  for (const file of sources()) {
    const text = readFileSync(join(root, file), 'utf8');
    for (const { index, 0: maker } of text.matchAll(makers)) {
      const written = argumentsAt(text, index + maker.length) ?? [];
      const at = maker.startsWith('trouble') ? 2 : 0;
      const code = /^\s*'([A-Z0-9_]+)'/.exec(written[at] ?? '')?.[1];
      if (code === undefined || !isErrorCode(code)) continue;
      const names = namesOf(written[at + 1]);
      if (/: ''[,\s}]/.test(written[at + 1] ?? '')) unfilled.push(`${file}: ${code} is filled with nothing`);
      if (names === null) continue;
      looked += 1;
      const { 'zh-CN': zh, en } = errorDefinition(code);
      const places = placesOf([zh.says, zh.next, zh.commandLine, en.says, en.next, en.commandLine].join(' '));
      for (const place of new Set(places))
        if (!names.includes(place) && !filledWhereShown.includes(place))
          unfilled.push(`${file}: ${code} {${place}}`);
    }
  }
  expect(looked).toBeGreaterThan(300);
  expect(unfilled).toEqual([]);
});
