import { parseArgs } from 'node:util';
import type { Command, CommandContext, CommandResult } from '../../../electron/commands/main/command.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import type { TestWorkspace } from '../workspace/openTestWorkspace.ts';

/** Runs one command on a test's workspace, as the command line would after it has opened one. */
export function runCommand(
  workspace: TestWorkspace,
  command: Command,
  words: readonly string[],
): Promise<Outcome<CommandResult>> {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { ...command.options },
    allowPositionals: true,
  });
  const given = values as Readonly<Record<string, unknown>>;
  const context = {
    operands: positionals,
    language: 'en',
    isJson: true,
    text: (name: string) => given[name] as string | undefined,
    texts: (name: string) => (given[name] as readonly string[] | undefined) ?? [],
    flag: (name: string) => given[name] === true,
    open: async () => ({ ok: true, value: { workspace, close: async () => undefined } }),
  } as unknown as CommandContext;
  return command.run(context);
}
