import type { Terminal } from './terminal.ts';

/** Lines of standard input for several readers one after the other: a PIN first, then what the command itself reads. */
export function sharedInput(terminal: Terminal): Terminal {
  let lines: AsyncIterator<string> | null = null;
  const next = () => {
    lines ??= terminal.inputLines()[Symbol.asyncIterator]();
    return lines.next();
  };
  // No `return`: whoever stops after a line leaves the rest to the next reader.
  const inputLines = () => ({ [Symbol.asyncIterator]: () => ({ next }) });
  return {
    ...terminal,
    inputLines,
    async readInput() {
      if (lines === null) return terminal.readInput();
      const rest: string[] = [];
      for await (const line of inputLines()) rest.push(line);
      return rest.join('\n');
    },
  };
}
