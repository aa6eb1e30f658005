import type { AwayConflictView } from '../../../../shared/contracts/packing/away.ts';
import {
  type AwayConflict,
  codeOfConflict,
  isOfChange,
  isOfList,
} from '../../../../shared/domain/packing/awayConflicts.ts';
import { ExpectedError, type Failure, failure } from '../../../../shared/errors/outcome.ts';
import type { Repositories } from '../../../store/store.ts';
import type { EverySetting } from '../../../store/workspace/settings.ts';
import { refusedChangeJson } from '../../../store/workstations/intentJson.ts';
import { addHistory } from '../../orders/history.ts';
import { change, type Workspace } from '../../workspace/workspace.ts';
import { askOfOrder, within } from './intents.ts';

/** What this bench packed while the book was away and a person must check, oldest first. */
export async function listConflicts({ store }: Workspace): Promise<AwayConflictView[]> {
  const conflicts = await store.read.settings.get('awayConflicts');
  return conflicts.map(({ foundAt: _foundAt, ...conflict }) => ({
    ...conflict,
    code: codeOfConflict(conflict.kind),
  }));
}

/** The key of both versions of an order, stored apart from the conflict: they contain personal data, and are erased like drafts. */
export const changeDraftName = (conflictId: string): string => `away:${conflictId}`;

async function versionsOf({ drafts }: Repositories, conflictId: string) {
  const draft = await drafts.byName(changeDraftName(conflictId));
  return draft === undefined ? null : refusedChangeJson.readOr(draft.valueJson, null);
}

/** Both versions of an order that was changed here and elsewhere; empty: no longer stored. */
export async function compareVersions({ store }: Workspace, { id }: { readonly id: string }) {
  const known = await versionsOf(store.read, id);
  return { fields: known?.fields ?? [] };
}

/** A person has dealt with it; returns how many are left. */
export function settleConflict(
  workspace: Workspace,
  { id }: { readonly id: string },
): Promise<{ readonly left: number }> {
  return settle(workspace, id, async () => undefined);
}

/** The same for a change that is still wanted despite the other one: it is applied to the order as it is now. */
export function takeOurVersion(
  workspace: Workspace,
  { id }: { readonly id: string },
): Promise<{ readonly left: number }> {
  return settle(workspace, id, async (write, conflict) => {
    const refused = await askAgain(workspace, write, conflict);
    // A partial application is rolled back.
    if (refused !== null) throw new ExpectedError(refused);
  });
}

async function askAgain(
  workspace: Workspace,
  write: Repositories,
  { id, orderId }: KeptConflict,
): Promise<Failure | null> {
  const known = await versionsOf(write, id);
  if (known === null) return failure('AWAY_EDIT_FORGOTTEN');
  for (const asked of known.asked) {
    const answer = await askOfOrder(within(workspace, write), { orderId, version: null }, asked);
    if (!answer.ok) return answer;
  }
  return null;
}

function settle(
  workspace: Workspace,
  id: string,
  action: (write: Repositories, conflict: KeptConflict) => Promise<void>,
): Promise<{ readonly left: number }> {
  return change(workspace, ['packing', 'orders', 'status'], async (write) => {
    const conflicts = await write.settings.get('awayConflicts');
    const settled = conflicts.find((conflict) => conflict.id === id);
    const remaining = conflicts.filter((conflict) => conflict !== settled);
    if (settled === undefined) return { left: remaining.length };
    await action(write, settled);
    await write.drafts.remove(changeDraftName(id));
    await write.settings.put('awayConflicts', remaining);
    const { kind, orderId } = settled;
    if (orderId !== '' && (await write.orders.byId(orderId)) !== undefined)
      await addHistory(workspace, write, orderId, seenLine(kind), { code: codeOfConflict(kind) });
    return { left: remaining.length };
  });
}

function seenLine(kind: AwayConflict): string {
  if (isOfChange(kind)) return 'changed-away-seen';
  return isOfList(kind) ? 'handed-over-away-seen' : 'packed-away-seen';
}

type KeptConflict = EverySetting['awayConflicts'][number];

const nothingSaid = { file: '', reason: '', fileName: '', count: 0, listNo: '' };
type Unsaid = keyof typeof nothingSaid;

/** Called in the transaction that finds it. */
export async function addConflict(
  { clock }: Workspace,
  write: Repositories,
  conflict: Omit<KeptConflict, 'foundAt' | Unsaid> & Partial<Pick<KeptConflict, Unsaid>>,
): Promise<void> {
  const known = await write.settings.get('awayConflicts');
  const noted = { ...nothingSaid, ...conflict, foundAt: clock.now() };
  await write.settings.put('awayConflicts', [...known, noted]);
}

const nothingKnown = { orderId: '', orderNo: '', parcelNo: 0, waybillNo: '', operator: '' };

/** What this bench did while the book was away cannot be read any more. */
export function noteUnreadable(workspace: Workspace, file: string): Promise<void> {
  const conflict = { ...nothingKnown, kind: 'unreadable' as const, at: workspace.clock.now(), file };
  return change(workspace, ['packing'], (write) =>
    addConflict(workspace, write, { id: workspace.nextId(), ...conflict }),
  );
}

/** What a bug kept out of the book: a parcel, the changes of an order, or a list. */
export type NotBrought = Pick<KeptConflict, 'kind' | 'orderId' | 'orderNo' | 'parcelNo' | 'waybillNo'> &
  Partial<Pick<KeptConflict, 'listNo'>>;

/** The program failed to bring these into the book; their data is kept in a file that was set aside. */
export function noteNotBrought(
  workspace: Workspace,
  left: readonly NotBrought[],
  file: string,
): Promise<void> {
  return change(workspace, ['packing'], async (write) => {
    for (const { kind, orderId, orderNo, parcelNo, waybillNo, listNo = '' } of left) {
      const conflict = { ...nothingKnown, kind, orderId, orderNo, parcelNo, waybillNo, listNo, file };
      const at = workspace.clock.now();
      await addConflict(workspace, write, { id: workspace.nextId(), at, ...conflict });
    }
  });
}
