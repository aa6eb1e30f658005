import type { Terminal } from './terminal.ts';

/** The first line of standard input, without waiting for its end: whoever writes it may keep the pipe open. */
export async function firstInputLine(terminal: Pick<Terminal, 'inputLines'>): Promise<string> {
  for await (const line of terminal.inputLines()) return line;
  return '';
}
