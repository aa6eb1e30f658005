import type { Terminal } from '../../../electron/commands/main/terminal.ts';

/** A terminal nobody sits at: what is said is kept, what is read comes from a pipe of these lines. */
export function notedTerminal(input: readonly string[]) {
  const out: string[] = [];
  const notes: string[] = [];
  const terminal: Terminal = {
    isInteractive: false,
    out: (line) => out.push(line),
    note: (line) => notes.push(line),
    progress: () => undefined,
    endProgress: () => undefined,
    readInput: async () => input.join('\n'),
    inputLines: async function* () {
      yield* input;
    },
    askSecret: async () => null,
  };
  return { terminal, out, notes };
}
