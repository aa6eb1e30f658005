import { createHmac, randomInt } from 'node:crypto';
import { badgeCodeOf, badgeDigits, mayHaveBadge } from '../../../shared/domain/packing/badgeCode.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { isSameDigest } from '../../platform/sameDigest.ts';
import type { Operator } from '../../store/schema.ts';
import { printCards } from '../devices/printCards.ts';
import { readSettings } from '../workspace/settings.ts';
import { tryChange, type Workspace } from '../workspace/workspace.ts';
import { recordAct } from './acts.ts';

type Version = Pick<Operator, 'version'> & { readonly operatorId: string };

/** Bound to its operator: writing into the database cannot give one person's badge to another. */
const digestOf = ({ keyFor }: Pick<Workspace, 'keyFor'>, operatorId: string, code: string): string =>
  createHmac('sha256', keyFor('badges')).update(`${operatorId} ${code.toUpperCase()}`).digest('hex');

/**
 * Prints a badge; this operator's previous one is void once the new one is printed. The code is on that paper only: the workspace keeps a
 * digest under its key, and no page or log gets it.
 */
export async function printBadge(
  workspace: Workspace,
  { operatorId, version, printerUri }: Version & { readonly printerUri: string },
): Promise<Outcome<Operator>> {
  const found = await workspace.store.read.operators.byId(operatorId);
  if (found === undefined || found.removedAt !== null) return failure('OPERATOR_NOT_FOUND');
  if (!mayHaveBadge(found.role)) return failure('OPERATOR_BADGE_ROLE');
  const code = badgeCodeOf(Array.from({ length: badgeDigits }, () => randomInt(10)).join(''));
  const { language } = await readSettings(workspace);
  const card = { title: found.name, note: wordFor(language, 'role', found.role), code };
  const printed = await printCards(workspace, { printerUri, cards: [card] });
  if (!printed.ok) return printed;
  return changeBadge(workspace, { operatorId, version }, digestOf(workspace, operatorId, code));
}

/** Voids a lost badge. */
export const removeBadge = (workspace: Workspace, operator: Version): Promise<Outcome<Operator>> =>
  changeBadge(workspace, operator, '');

function changeBadge(
  workspace: Workspace,
  { operatorId, version }: Version,
  badgeDigest: string,
): Promise<Outcome<Operator>> {
  return tryChange(workspace, ['operators'], async (write): Promise<Outcome<Operator>> => {
    const changed = await write.operators.change({ id: operatorId, version }, { badgeDigest });
    if (changed === undefined) return failure('OPERATOR_CHANGED_MEANWHILE');
    const kind = badgeDigest === '' ? 'badge-removed' : 'badge-printed';
    await recordAct(workspace, write, { kind, what: changed.name });
    return done(changed);
  });
}

/** The owner of a badge. */
export async function ownerOfBadge(
  workspace: Pick<Workspace, 'keyFor' | 'store'>,
  code: string,
): Promise<Outcome<Operator>> {
  const active = await workspace.store.read.operators.active();
  const found = active.find(
    ({ id, role, badgeDigest }) =>
      mayHaveBadge(role) && isSameDigest(digestOf(workspace, id, code), badgeDigest),
  );
  return found === undefined ? failure('OPERATOR_BADGE_UNKNOWN') : done(found);
}
