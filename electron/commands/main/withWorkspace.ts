import type { Outcome } from '../../../shared/errors/outcome.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { CommandContext, CommandResult } from './command.ts';

/** Opens the workspace for one command and closes it whatever happens. */
export async function withWorkspace(
  context: CommandContext,
  work: (workspace: Workspace) => Promise<Outcome<CommandResult>>,
  options: { readonly isPracticeWanted?: boolean } = {},
): Promise<Outcome<CommandResult>> {
  const opened = await context.open(options);
  if (!opened.ok) return opened;
  try {
    return await work(opened.value.workspace);
  } finally {
    await opened.value.close();
  }
}
