import { ToldError } from '../../../../shared/errors/outcome.ts';
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
import { ownLease } from '../lease.ts';
import { noteUnreadable, replayParcel } from './replayParcel.ts';
import { settleLeftPrints } from './settleLeftPrints.ts';

/** The workspace with what lies at this bench in the place of its book. */
export function apartFrom(workspace: Workspace, away: Store): Workspace {
  return Object.create(workspace, {
    store: { value: withoutFile(away), enumerable: true },
    lease: { value: ownLease, enumerable: true },
    isApart: { value: true, enumerable: true },
  }) as Workspace;
}

/** What came out already is known at the bench, and what an end of the program cut off there is put right. */
export async function putAwayRight(apart: Workspace): Promise<void> {
  await reconcileJournal(apart);
  await settleLeftPrints(apart);
}

/** Brings what this bench did without the book into it, each parcel once. `within`: how long one of them may take. */
export async function bringBack(
  workspace: Workspace,
  away: Store,
  within: (work: Promise<void>) => Promise<void> = (work) => work,
): Promise<void> {
  await putAwayRight(apartFrom(workspace, away));
  const { read } = away;
  const open = await read.packedParcels.open();
  const ids = await read.away.parcels();
  // What lies open is what the bench goes on with.
  const ordered = [...ids.filter((id) => id !== open?.id), ...ids.filter((id) => id === open?.id)];
  for (const parcelId of ordered) await within(replayParcel(workspace, read, parcelId));
}

/** The same of what a former process of this bench left, before anybody prints; what it kept besides is old by now. */
export async function bringBackLeft(workspace: Workspace, dataKey: Uint8Array): Promise<void> {
  const { folder, workstation } = workspace;
  if (!workstation.isShared || !hasAwayStore(folder)) return;
  const away = await openOrSetAside(workspace, { folder, dataKey, workstation });
  try {
    if ((await away.read.away.made()).count > 0) await bringBack(workspace, away);
  } finally {
    await away.close();
  }
  dropAwayStore(folder);
}

/** A file that nobody can read is set aside, which the bench says. */
export async function openOrSetAside(workspace: Workspace, place: AwayPlace): Promise<Store> {
  const opened = await openAwayStore(place);
  if (opened.ok) return opened.value;
  if (opened.code !== 'WORKSPACE_DAMAGED') throw new ToldError(opened.code, opened);
  setAwayStoreAside(place.folder, `away-${fileStamp(workspace.clock.now())}`);
  await noteUnreadable(workspace);
  return openOrSetAside(workspace, place);
}
