import { type Actor, nobody, owner } from '../../../shared/domain/operator.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { checkPin } from '../../usecases/operators/checkPin.ts';
import { actAs, actorOf } from '../../usecases/operators/desk.ts';
import type { OpenedWorkspace } from '../../usecases/workspace/open.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { CommandContext } from './command.ts';
import { commandText } from './commandText.ts';
import { mayRun } from './rights.ts';
import { firstInputLine } from './terminal.ts';

/**
 * The gate of the command line, as the window has one: where a workspace has operators, a command acts as the one who
 * gives name and PIN, with the rights of that role. Without operators whoever unlocks is the owner.
 */
export async function signIn(
  context: CommandContext,
  commandName: string,
  opened: OpenedWorkspace,
): Promise<Outcome<OpenedWorkspace>> {
  const actor = await whoMayAct(context, commandName, opened.workspace);
  if (actor.ok) return done({ ...opened, workspace: actAs(opened.workspace, actor.value) });
  await opened.close();
  if (actor.code === 'OPERATOR_SIGN_IN_NEEDED')
    context.terminal.note(commandText(context.language, 'signInHow'));
  return actor;
}

async function whoMayAct(
  context: CommandContext,
  commandName: string,
  workspace: Workspace,
): Promise<Outcome<Actor>> {
  const actor = await whoActs(context, workspace);
  if (!actor.ok || actor.value.role === 'owner') return actor;
  const isRevealed = context.flag('reveal');
  const refused = mayRun(actor.value, commandName, isRevealed);
  if (refused !== null) return refused;
  const isReasonMissing = isRevealed && (context.text('why') ?? '').trim() === '';
  return isReasonMissing ? failure('REVEAL_NEEDS_REASON') : actor;
}

async function whoActs(context: CommandContext, workspace: Workspace): Promise<Outcome<Actor>> {
  const name = context.text('operator');
  const active = await workspace.store.read.operators.active();
  if (name === undefined) return done(active.length === 0 ? owner : nobody);
  const found = active.find((operator) => operator.name === name);
  if (found === undefined) return failure('OPERATOR_NOT_FOUND');
  const pin = await readPin(context, 'pin', name);
  // Nothing was typed: no try of the few there are is used up.
  if (pin === '') return failure('OPERATOR_SIGN_IN_NEEDED');
  const checked = await checkPin(workspace, found.id, pin);
  return checked.ok ? done(actorOf(checked.value)) : checked;
}

/** From a terminal without echo, else the next line of standard input: an argument would stand in the process list. */
export async function readPin(
  { terminal, language }: Pick<CommandContext, 'terminal' | 'language'>,
  question: 'pin' | 'newPin' | 'rescueCode',
  name: string,
): Promise<string> {
  if (!terminal.isInteractive) return (await firstInputLine(terminal)).trim();
  return (await terminal.askSecret(commandText(language, question, { name }))) ?? '';
}
