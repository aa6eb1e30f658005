import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { PassThrough } from 'node:stream';
import { describe, expect, it } from 'vitest';
import {
  firstInputLine,
  linesOf,
  sharedInput,
  type Terminal,
} from '../../../../../electron/commands/main/terminal.ts';

/** Standard input that can be opened once, as a pipe. */
function pipe(...lines: string[]): Terminal {
  let isOpened = false;
  return {
    readInput: async () => lines.join('\n'),
    inputLines: async function* () {
      if (isOpened) return;
      isOpened = true;
      yield* lines;
    },
  } as Partial<Terminal> as Terminal;
}

describe('standard input', () => {
  it('gives each reader the next line, none twice and none lost', async () => {
    const terminal = sharedInput(pipe('258025', 'a key', 'the rest', 'of it'));
    expect(await firstInputLine(terminal)).toBe('258025');
    expect(await firstInputLine(terminal)).toBe('a key');
    expect(await terminal.readInput()).toBe('the rest\nof it');
    expect(await firstInputLine(terminal)).toBe('');
  });

  it('is read whole when nobody took a line before', async () => {
    expect(await sharedInput(pipe('one', 'two')).readInput()).toBe('one\ntwo');
  });
});

const open = new AbortController().signal;
const from = (input: PassThrough) => ({ inputLines: () => linesOf(input, open) });

it('gives the first line while the pipe stays open', async () => {
  const input = new PassThrough();
  input.write('the key\nand more');
  expect(await firstInputLine(from(input))).toBe('the key');
});

it('takes a last line without its end, and nothing from an empty input', async () => {
  const input = new PassThrough();
  input.end('the key');
  expect(await firstInputLine(from(input))).toBe('the key');
  const empty = new PassThrough();
  empty.end();
  expect(await firstInputLine(from(empty))).toBe('');
});

it('gives no more lines once nobody waits for them, though the pipe stays open', async () => {
  const input = new PassThrough();
  const stopping = new AbortController();
  input.write('one\n');
  const lines: string[] = [];
  for await (const line of linesOf(input, stopping.signal)) {
    lines.push(line);
    stopping.abort();
  }
  expect(lines).toEqual(['one']);
  for await (const line of linesOf(input, stopping.signal)) lines.push(line);
  expect(lines).toEqual(['one']);
});

it('waits for no more input once whoever read the results has gone, as `head` does', async () => {
  const terminalFile = new URL('../../../../../electron/commands/main/terminal.ts', import.meta.url).href;
  const program = `import { processTerminal } from '${terminalFile}';
    const terminal = processTerminal(Date.now, new AbortController().signal);
    for await (const line of terminal.inputLines()) terminal.out(line);
    process.exit(7);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.write('one\n');
  await once(child.stdout, 'data');
  child.stdout.destroy();
  child.stdin.write('two\n');
  expect(await once(child, 'exit')).toEqual([7, null]);
  child.stdin.destroy();
});
