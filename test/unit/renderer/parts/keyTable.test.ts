import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const renderer = join(import.meta.dirname, '../../../../renderer');

/** Every opening tag that names a key, with its file. */
const keyed = readdirSync(renderer, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsx'))
  .flatMap((file) =>
    [...readFileSync(join(renderer, file), 'utf8').matchAll(/<[A-Z]\w*\b[^<]*?combo="([^"]+)"[^<]*/g)].map(
      ([tag, combo = '']) => ({ file, tag, combo }),
    ),
  );
const named = (found: typeof keyed): readonly string[] => found.map(({ file, combo }) => `${file}: ${combo}`);

test('keys are found at all', () => {
  expect(keyed.length).toBeGreaterThan(30);
});

test('what destroys is never one letter away', () => {
  const destroys = ({ tag }: (typeof keyed)[number]): boolean => /icon="(trash|ban)"|look="danger"/.test(tag);
  expect(named(keyed.filter((one) => destroys(one) && /^[a-z0-9]$/i.test(one.combo)))).toEqual([]);
});

test('O opens, P prints, K keeps: a letter means the same on every work screen', () => {
  const meanings: Readonly<Record<string, RegExp>> = {
    o: /icon="ship"|toOrder|open/i,
    p: /icon="print"|reprint|print/i,
    k: /reject|gotIt|keep/i,
  };
  const work = /^screens\/(ship|printing|intake|tracking|correcting)\//;
  const strays = keyed.filter(({ file, tag, combo }) => {
    const meaning = meanings[combo];
    return work.test(file) && meaning !== undefined && !meaning.test(tag);
  });
  expect(named(strays)).toEqual([]);
});
