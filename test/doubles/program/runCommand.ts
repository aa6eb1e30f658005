import type { Command, CommandResult } from '../../../electron/commands/main/command.ts';
import { allCommands } from '../../../electron/commands/main/list.ts';
import { readWords, wrongUsage } from '../../../electron/commands/main/readWords.ts';
import { sharedInput, type Terminal } from '../../../electron/commands/main/terminal.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import type { TestWorkspace } from '../workspace/openTestWorkspace.ts';

const commands = await allCommands();

/** A command of the product by the name in its help. */
export function commandNamed(name: string): Command {
  const command = commands.find((one) => one.name === name);
  if (command === undefined) throw new Error(`no command ${name}`);
  return command;
}

/** Nobody to ask: what is said comes from a pipe, and stays there for the next reader. */
function pipedTerminal(lines: readonly string[], note: (line: string) => void): Terminal {
  const rest = (async function* () {
    yield* lines;
  })();
  const silent = () => undefined;
  return sharedInput({
    isInteractive: false,
    out: silent,
    note,
    progress: silent,
    endProgress: silent,
    readInput: async () => lines.join('\n'),
    inputLines: () => rest,
    askSecret: async () => null,
  });
}

interface RunOptions {
  /** Ends a command that stays. */
  readonly signal?: AbortSignal;
  /** What it writes beside its result. */
  note?(line: string): void;
}

/** Runs one command on a test's workspace, as the command line would after it has opened one. */
export async function runCommand(
  workspace: TestWorkspace,
  command: Command,
  words: readonly string[],
  /** Lines of standard input. */
  input: readonly string[] = [],
  { signal = new AbortController().signal, note = () => undefined }: RunOptions = {},
): Promise<Outcome<CommandResult>> {
  const read = readWords(command, words);
  if (!read.ok) return read;
  const given = await read.value.given(workspace);
  if (!given.ok) return given;
  return command.run({
    ...given.value,
    workspace,
    language: 'en',
    isJson: true,
    terminal: pipedTerminal(input, note),
    parts: async () => ({ clock: workspace.clock, fonts: () => workspace.fonts }),
    signal,
    isRevealed: read.value.isRevealed,
    why: read.value.text('why'),
    wrongUsage: () => wrongUsage(command),
  } as unknown as Parameters<Command['run']>[0]);
}
