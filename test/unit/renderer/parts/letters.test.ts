import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { letters, lettersOf } from '../../../../renderer/parts/letters.ts';

const renderer = join(import.meta.dirname, '../../../../renderer');
const sources = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .map((file) => ({ file, text: readFileSync(join(renderer, file), 'utf8') }));
const shared = Object.values<string>(letters);

/** Every opening tag that names a key, with its file; `letters.open` as it stands there. */
const keyed = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/<[A-Z]\w*\b[^<]*?combo=["{]([^"}]+)["}][^<]*/g)].map(([tag, combo = '']) => ({
    file,
    tag,
    combo,
  })),
);
const named = (found: typeof keyed): readonly string[] => found.map(({ file, combo }) => `${file}: ${combo}`);

describe('the letters of the window', () => {
  test('each means one thing on every screen, and no screen gives one of these another meaning', () => {
    expect(new Set(shared).size).toBe(shared.length);
    for (const [place, own] of Object.entries(lettersOf)) {
      const taken = Object.values<string>(own);
      expect(new Set(taken).size, place).toBe(taken.length);
      expect(
        taken.filter((letter) => shared.includes(letter)),
        place,
      ).toEqual([]);
    }
  });

  test('are all in the table: no button and no binding has one of its own', () => {
    expect(keyed.filter(({ combo }) => combo.startsWith('letters')).length).toBeGreaterThan(25);
    const strays = sources.flatMap(({ file, text }) =>
      [...text.matchAll(/combo(?:=|: )["'][a-z]["']/g)].map(([found]) => `${file}: ${found}`),
    );
    expect(strays).toEqual([]);
  });

  test('never destroy', () => {
    const destroys = ({ tag }: (typeof keyed)[number]): boolean =>
      /icon="(trash|ban)"|look="danger"/.test(tag);
    expect(named(keyed.filter((one) => destroys(one) && /^letters|^[a-z0-9]$/i.test(one.combo)))).toEqual([]);
  });
});
