import { ExpectedError, UnreadableRecord } from '../../../../shared/errors/outcome.ts';
import { logBug } from '../../../platform/bugLog.ts';
import { faultPoint } from '../../../platform/faultPoint.ts';
import type { Store } from '../../../store/store.ts';
import { withoutFile } from '../../../store/workspaceStore.ts';
import {
  type AwayPlace,
  dropAwayStore,
  hasAwayStore,
  openAwayStore,
  setAwayStoreAside,
} from '../../../store/workstations/openAwayStore.ts';
import { reconcileJournal } from '../../booking/afterRestore/reconcileJournal.ts';
import { fileStamp } from '../../workspace/backup.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { withParts } from '../../workspace/workspace.ts';
import { ownLease } from '../lease.ts';
import { type NotBrought, noteNotBrought, noteUnreadable } from './conflicts.ts';
import { replayIntents } from './replayIntents.ts';
import { replayList } from './replayList.ts';
import { replayPapers } from './replayPapers.ts';
import { replayParcel } from './replayParcel.ts';
import { replayPeople } from './replayPeople.ts';
import { settleLeftPrints } from './settleLeftPrints.ts';

/** The workspace with this bench's copies in place of its book. */
export function withCopies(workspace: Workspace, away: Store): Workspace {
  return withParts(workspace, { store: withoutFile(away), lease: ownLease, isApart: true });
}

/** The bench already knows which labels were printed, and what an interruption left is resolved. */
export async function resolveInterrupted(apart: Workspace): Promise<void> {
  await reconcileJournal(apart);
  faultPoint('apart.after-journal');
  await settleLeftPrints(apart);
}

const nothing = { orderId: '', orderNo: '', parcelNo: 0, waybillNo: '' };
/** Limit for some thousands of parcels in one transaction over a slow network. */
const listPatienceMs = 60_000;

/**
 * Brings what this bench did without the book into it, each parcel, each change of an order and each list once. `within`: the time limit
 * of each. Returns what a bug kept out of the book; empty: everything is in it.
 */
export async function bringBack(
  workspace: Workspace,
  away: Store,
  within: (work: Promise<void>, mostMs?: number) => Promise<void> = (work) => work,
): Promise<readonly NotBrought[]> {
  const { read } = away;
  const notBrought: NotBrought[] = [];
  const unlessBug = async (work: () => Promise<void>, left: () => Promise<NotBrought>): Promise<void> => {
    try {
      await work();
    } catch (error) {
      // When the server has a problem the file stays, to be brought in later; what cannot be read stays too.
      if (error instanceof ExpectedError && !(error instanceof UnreadableRecord)) throw error;
      logBug(error);
      notBrought.push(await left());
    }
  };
  const parcelOf = async (id: string): Promise<NotBrought> => ({
    ...nothing,
    ...(await read.packedParcels.byId(id)),
    kind: 'not-brought',
  });
  const changeOf = async (id: string): Promise<NotBrought> => {
    const [intent] = await read.away.intentsOf(id);
    return { ...nothing, ...intent, kind: 'edit-not-brought' };
  };
  const listOf = async (id: string): Promise<NotBrought> => {
    const list = await read.handovers.byId(id);
    return { ...nothing, listNo: list?.no ?? '', kind: 'list-not-brought' };
  };
  await unlessBug(
    () => resolveInterrupted(withCopies(workspace, away)),
    () => parcelOf(''),
  );
  // The book must know of every printed label, despite any bug: nothing is printed there before.
  await replayPapers(workspace, read, within);
  await unlessBug(
    () => within(replayPeople(workspace, read)),
    () => parcelOf(''),
  );
  const open = await read.packedParcels.open();
  const ids = await read.away.parcels();
  // The bench continues with the parcel that is open.
  const ordered = [...ids.filter((id) => id !== open?.id), ...ids.filter((id) => id === open?.id)];
  for (const parcelId of ordered)
    await unlessBug(
      () => within(replayParcel(workspace, read, parcelId)),
      () => parcelOf(parcelId),
    );
  for (const orderId of await read.away.intentOrders())
    await unlessBug(
      () => within(replayIntents(workspace, read, orderId)),
      () => changeOf(orderId),
    );
  // A list refers to parcels in their present state.
  for (const handoverId of await read.away.changedLists())
    await unlessBug(
      () => within(replayList(workspace, read, handoverId), listPatienceMs),
      () => listOf(handoverId),
    );
  return notBrought;
}

/** The same for what a previous process of this bench left, before any printing. A file that was only copied is simply updated. */
export async function bringBackLeft(workspace: Workspace, dataKey: Uint8Array): Promise<void> {
  const { folder, workstation } = workspace;
  if (!hasAwayStore(folder)) return;
  const away = await openOrSetAside(workspace, { folder, dataKey, workstation });
  let notBrought: readonly NotBrought[] = [];
  try {
    if (!(await isUsed(away))) return;
    notBrought = await bringBack(workspace, away);
  } finally {
    await away.close();
  }
  await dropCopies(workspace, notBrought);
}

/** The file is no longer needed and is removed; if part of it could not be brought in, it is kept, and a person is shown where. */
export async function dropCopies(workspace: Workspace, notBrought: readonly NotBrought[]): Promise<void> {
  const { folder, clock } = workspace;
  faultPoint('apart.before-drop');
  if (notBrought.length === 0) dropAwayStore(folder);
  else await noteNotBrought(workspace, notBrought, setAwayStoreAside(folder, fileStamp(clock.now())));
  faultPoint('apart.after-drop');
}

/** Work was done in it; a file of a previous version does not say so. */
export async function isUsed({ read }: Store): Promise<boolean> {
  const stand = await read.settings.get('awayStand');
  return stand?.isUsed === true || (await read.away.made()).count > 0;
}

/** An unreadable file is set aside, and the bench reports it. */
export async function openOrSetAside(workspace: Workspace, place: AwayPlace): Promise<Store> {
  const opened = await openAwayStore(place);
  if (opened.ok) return opened.value;
  if (opened.code !== 'WORKSPACE_DAMAGED') throw new ExpectedError(opened);
  await noteUnreadable(workspace, setAwayStoreAside(place.folder, fileStamp(workspace.clock.now())));
  return openOrSetAside(workspace, place);
}
