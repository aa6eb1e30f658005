import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { expect, it } from 'vitest';
import { firstInputLine } from '../../../../../electron/commands/main/firstInputLine.ts';

const linesOf = (input: PassThrough) => ({ inputLines: () => createInterface({ input }) });

it('gives the first line while the pipe stays open', async () => {
  const input = new PassThrough();
  input.write('the key\nand more');
  expect(await firstInputLine(linesOf(input))).toBe('the key');
});

it('takes a last line without its end, and nothing from an empty input', async () => {
  const input = new PassThrough();
  input.end('the key');
  expect(await firstInputLine(linesOf(input))).toBe('the key');
  const empty = new PassThrough();
  empty.end();
  expect(await firstInputLine(linesOf(empty))).toBe('');
});
