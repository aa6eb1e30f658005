import { describe, expect, it } from 'vitest';
import { firstInputLine } from '../../../../../electron/commands/main/firstInputLine.ts';
import { sharedInput } from '../../../../../electron/commands/main/sharedInput.ts';
import type { Terminal } from '../../../../../electron/commands/main/terminal.ts';

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
    const terminal = sharedInput(pipe('2580', 'a key', 'the rest', 'of it'));
    expect(await firstInputLine(terminal)).toBe('2580');
    expect(await firstInputLine(terminal)).toBe('a key');
    expect(await terminal.readInput()).toBe('the rest\nof it');
    expect(await firstInputLine(terminal)).toBe('');
  });

  it('is read whole when nobody took a line before', async () => {
    expect(await sharedInput(pipe('one', 'two')).readInput()).toBe('one\ntwo');
  });
});
