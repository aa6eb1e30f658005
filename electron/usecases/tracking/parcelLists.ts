import type { TrackingState } from '../../../shared/domain/tracking.ts';
import {
  openTrackingStates,
  type PassedParcels,
  statesOfGroup,
  stuckAfterMs,
  type TrackingGroup,
  trackingGroups,
} from '../../../shared/domain/trackingGroup.ts';
import { recordOf } from '../../../shared/rules/typedRecord.ts';
import type { WindowRequest } from '../../store/orders/orderRepository.ts';
import type { TrackedParcel } from '../../store/schema.ts';
import { mostListed, type TrackingFilter } from '../../store/tracking/trackingLists.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { shownParcels } from './shownTracking.ts';

/** Filters of the Track screen. */
export interface ParcelFilter {
  readonly group?: TrackingGroup | undefined;
  /** Narrower than a group. */
  readonly state?: TrackingState | undefined;
  readonly carrier?: string | undefined;
  readonly search?: string | undefined;
  /** Parcels overdue for a question. */
  readonly isDue?: boolean | undefined;
  /** A mark of the board: only this and `search` filter. */
  readonly passed?: PassedParcels | undefined;
}

function storedFilter(filter: ParcelFilter, now: number): TrackingFilter {
  const { group = 'all', state, carrier, search, isDue, passed } = filter;
  const states = state === undefined ? statesOfGroup(group) : [state];
  return {
    ...(states === null ? {} : { states }),
    ...(group === 'exception' ? { isException: true } : {}),
    ...(group === 'stuck' ? { newsBefore: now - stuckAfterMs } : {}),
    ...(isDue === true ? { dueBy: now } : {}),
    carrier,
    search,
    passed,
  };
}

interface ParcelList {
  /** Of those that are listed. */
  readonly total: number;
  readonly rows: readonly TrackedParcel[];
}

export async function listParcels(
  workspace: Workspace,
  filter: ParcelFilter,
  request: WindowRequest,
): Promise<ParcelList> {
  const { tracking } = workspace.store.read;
  const stored = storedFilter(filter, workspace.clock.now());
  const isPlain =
    filter.state === undefined &&
    filter.carrier === undefined &&
    filter.passed === undefined &&
    filter.isDue !== true &&
    (filter.search ?? '').trim() === '';
  const total = isPlain
    ? (await countParcels(workspace))[filter.group ?? 'all']
    : await tracking.count(stored);
  const limit = Math.min(request.limit, mostListed - request.offset);
  const rows = limit <= 0 ? [] : await tracking.window(stored, { ...request, limit });
  return {
    total: Math.min(total, mostListed),
    rows: await shownParcels(workspace, rows),
  };
}

/** How many parcels each tab of the Track screen holds. */
export async function countParcels({ store, clock }: Workspace): Promise<Record<TrackingGroup, number>> {
  const totals = await store.read.tracking.totals();
  const sum = (fits: (row: (typeof totals)[number]) => boolean): number =>
    totals.filter(fits).reduce((before, { total }) => before + total, 0);
  const inGroup = (group: TrackingGroup): number => {
    const states = statesOfGroup(group);
    return states === null ? 0 : sum(({ state }) => states.includes(state));
  };
  const isAnyOpen = sum(({ state }) => openTrackingStates.includes(state)) > 0;
  return {
    ...recordOf(trackingGroups, inGroup),
    all: sum(() => true),
    exception: sum(({ isException }) => isException === 1),
    stuck: isAnyOpen ? await store.read.tracking.count(storedFilter({ group: 'stuck' }, clock.now())) : 0,
  };
}

const mostFound = 8;

/** What four digits on the telephone can mean: the end of a waybill number, of an order number, or of a phone. */
export async function findParcels(workspace: Workspace, text: string): Promise<readonly TrackedParcel[]> {
  return shownParcels(workspace, await workspace.store.read.tracking.find(text, mostFound));
}
