import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import { isDiskTrouble } from '../../store/backup/backUpDatabase.ts';
import type { Repositories } from '../../store/store.ts';
import { type ErasedPerson, readErasedList, writeErasedList } from '../../vault/erasedList.ts';
import { proofOf } from '../../vault/sealing.ts';
import { contactKeyOf } from '../correcting/memoryKeys.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { AskedNumber } from './askedNumber.ts';

type Marked = Pick<Workspace, 'keyFor'>;

const placeOf = ({ folder, workspaceId, keyFor }: Workspace) => ({
  folder,
  workspaceId,
  key: keyFor('erased persons'),
});

/** From phone and extension in the form of remembered addresses, so that one mark finds orders, notes and addresses. */
export const markOf = ({ keyFor }: Marked, contactKey: string): string =>
  proofOf(keyFor('erased persons'), `contact\n${contactKey}`);

export const markOfNumber = (workspace: Marked, { digits: phone, extension }: AskedNumber): string =>
  markOf(workspace, contactKeyOf({ phone, extension }));

/** In the erasure's transaction: backups made from then on know of it. */
export async function noteErased(
  workspace: Workspace,
  write: Repositories,
  { number, askedAt }: { readonly number: AskedNumber; readonly askedAt: number },
): Promise<void> {
  const added = [{ mark: markOfNumber(workspace, number), askedAt }];
  await write.settings.put('erasedPersons', joined(await write.settings.get('erasedPersons'), added));
}

/** Updates the sealed list from the database; a restore does not touch the list. */
export async function keepErasedList(workspace: Workspace): Promise<void> {
  const known = await workspace.store.read.settings.get('erasedPersons');
  if (known.length === 0) return;
  const place = placeOf(workspace);
  const beside = readErasedList(place);
  const previous = beside.ok ? beside.value : [];
  const list = joined(previous, known);
  if (beside.ok && newerThan(previous, list).length === 0) return;
  try {
    writeErasedList(place, list);
  } catch (error) {
    // They are erased; the next opening writes the list.
    if (!isDiskTrouble(error)) throw error;
  }
}

/**
 * People who asked for erasure after this database was made; usually none. `SEAL_BROKEN`: the list does not open, so people erased after
 * the backup may be back.
 */
export async function missedErasures(workspace: Workspace): Promise<Outcome<readonly ErasedPerson[]>> {
  const beside = readErasedList(placeOf(workspace));
  if (!beside.ok) return beside;
  await keepErasedList(workspace);
  const known = await workspace.store.read.settings.get('erasedPersons');
  return done(newerThan(known, beside.value));
}

/** Each person once, with the latest request. */
export function joined(some: readonly ErasedPerson[], others: readonly ErasedPerson[]): ErasedPerson[] {
  const latest = new Map<string, number>();
  for (const { mark, askedAt } of [...some, ...others])
    latest.set(mark, Math.max(askedAt, latest.get(mark) ?? 0));
  return Array.from(latest, ([mark, askedAt]) => ({ mark, askedAt }));
}

function newerThan(known: readonly ErasedPerson[], list: readonly ErasedPerson[]): ErasedPerson[] {
  const latest = new Map(known.map(({ mark, askedAt }) => [mark, askedAt]));
  return list.filter(({ mark, askedAt }) => askedAt > (latest.get(mark) ?? 0));
}
