import { type Actor, mayDo } from '../../../shared/domain/actor.ts';
import { type Failure, failure } from '../../../shared/errors/outcome.ts';
import { commandRights, revealRights } from './commandRights.ts';

/** null: this person may run it. A command without a row takes more than anybody has. */
export function mayRun(actor: Actor, name: string, isRevealed: boolean): Failure | null {
  const access = Object.hasOwn(commandRights, name) ? commandRights[name] : undefined;
  const reveal = isRevealed ? revealRights[name] : [];
  if (access === undefined || reveal === undefined) throw new Error(`no right is stated for ${name}`);
  const rights = [access, reveal].flat().filter((right) => right !== 'anybody');
  if (rights.length === 0) return null;
  if (actor.role === 'nobody') return failure('OPERATOR_SIGN_IN_NEEDED');
  const missing = rights.find((right) => !mayDo(actor, right));
  return missing === undefined ? null : failure('OPERATOR_RIGHT_MISSING', { right: missing });
}
