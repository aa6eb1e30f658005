import type { HandoverCarrier, HandoverRow } from '../../../../shared/contracts/packing/handover.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { shopDate, startOfShopDay } from '../../../../shared/rules/shopTime.ts';
import type { Handover, HandoverParcel, PackedParcel } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { changeList, keepListAct } from './changeList.ts';

/** A list as shown; on an open one the parcels are counted. */
export async function handoverView(read: Repositories, handover: Handover): Promise<HandoverRow> {
  const { id, version, no, carrier, state, dayNo, createdAt, createdBy, closedAt, closedBy, courier } =
    handover;
  const parcels = state === 'open' ? await read.handovers.countOf(id) : handover.parcels;
  const made = { createdAt, createdBy, closedAt, closedBy, courier };
  return { handoverId: id, no, carrier, state, version, dayNo, ...made, parcels };
}

interface Row {
  readonly carrier: string;
  readonly total: number;
}

const totalIn = (rows: readonly Row[], carrier: string): number =>
  rows.find((row) => row.carrier === carrier)?.total ?? 0;

/** What leaves today, carrier by carrier. */
export async function readHandoverDesk({
  store: { read },
  clock,
}: Workspace): Promise<{ readonly carriers: HandoverCarrier[] }> {
  const midnight = startOfShopDay(clock.now());
  const counts = await read.leaving.lyingCounts();
  const leftOver = await read.leaving.leftOverCounts(midnight);
  const open = await read.handovers.allOpen();
  const ofToday = (await read.handovers.ofDay(midnight)).filter(({ state }) => state === 'closed');
  const codes = [...counts, ...leftOver, ...open, ...ofToday].map(({ carrier }) => carrier);
  const carriers: HandoverCarrier[] = [];
  for (const carrier of [...new Set(codes)].sort()) {
    const mine = open.find((one) => one.carrier === carrier);
    const closed = ofToday.filter((one) => one.carrier === carrier);
    const lastAt = Math.max(0, ...closed.map(({ closedAt }) => closedAt ?? 0));
    const rows = lastAt === 0 ? [] : await read.leaving.lyingOf(carrier);
    carriers.push({
      carrier,
      packed: totalIn(counts, carrier),
      oldestAt: counts.find((one) => one.carrier === carrier)?.oldestAt ?? null,
      open: mine === undefined ? null : await handoverView(read, mine),
      closed: await Promise.all(closed.map((one) => handoverView(read, one))),
      late: rows.filter(({ closedAt }) => (closedAt ?? 0) > lastAt).length,
      leftOver: totalIn(leftOver, carrier),
    });
  }
  return { carriers };
}

/** A carrier's open list. */
export async function beginHandover(
  workspace: Workspace,
  { carrier }: { readonly carrier: string },
): Promise<Outcome<HandoverRow>> {
  return changeList(workspace, async (write): Promise<Outcome<HandoverRow>> => {
    const open = await write.handovers.openOf(carrier);
    if (open !== undefined) return done(await handoverView(write, open));
    const created = await nextList(workspace, write, carrier);
    await keepBegun(workspace, write, created);
    return done(await handoverView(write, created));
  });
}

/** Starts a list for a carrier that has none. */
export async function newList(workspace: Workspace, write: Repositories, carrier: string): Promise<Handover> {
  const handover = await nextList(workspace, write, carrier);
  await write.handovers.insert(handover);
  return handover;
}

/** Starts the list that `nextList` made up. */
export async function keepBegun(
  workspace: Workspace,
  write: Repositories,
  handover: Handover,
): Promise<void> {
  await write.handovers.insert(handover);
  await keepListAct(workspace, write, { handoverId: handover.id, kind: 'begun' });
}

/** The list a carrier without one gets next; it is not kept yet. */
export async function nextList(workspace: Workspace, read: Repositories, carrier: string): Promise<Handover> {
  const now = workspace.clock.now();
  const dayAt = startOfShopDay(now);
  const earlier = (await read.handovers.ofDay(dayAt)).filter((one) => one.carrier === carrier);
  const dayNo = earlier.length + 1;
  const id = workspace.nextId();
  return {
    id,
    no: listNo(now, carrier, workspace.isApart === true ? ownPart(id) : String(dayNo)),
    carrier,
    state: 'open',
    version: 0,
    dayAt,
    dayNo,
    createdAt: now,
    createdBy: workspace.actor.name,
    closedAt: null,
    closedBy: '',
    courier: '',
    parcels: 0,
  };
}

/** On its paper, as text and barcode. */
export const listNo = (at: number, carrier: string, part: string): string =>
  `H${shopDate(at).replace(/-/g, '')}-${carrier}-${part}`;

const ownCharacters = 6;

/** Without the book the number of a carrier's lists is unknown: the end of its id distinguishes it from those of other benches. */
export const ownPart = (id: string): string => id.slice(-ownCharacters);

/** Its row at the bench has its list; empty: none. */
export async function markOnList(
  write: Repositories,
  row: PackedParcel | null,
  handoverId: string,
): Promise<void> {
  if (row !== null && row.state === 'closed') await write.packedParcels.move(row, 'closed', { handoverId });
}

/** As it was packed; null: it was never on a bench. */
export async function boxOf(
  read: Repositories,
  { orderId, parcelNo }: Pick<HandoverParcel, 'orderId' | 'parcelNo'>,
): Promise<PackedParcel | null> {
  return (await read.packedParcels.ofOrder(orderId)).find((row) => row.parcelNo === parcelNo) ?? null;
}

/** A list on which parcels may still be put. */
export async function openHandover(read: Repositories, handoverId: string): Promise<Outcome<Handover>> {
  const handover = await read.handovers.byId(handoverId);
  if (handover === undefined) return failure('HANDOVER_NOT_FOUND');
  return handover.state === 'open' ? done(handover) : failure('HANDOVER_CLOSED', { handoverNo: handover.no });
}

/** A list with all its parcels. If it was signed before the server went away, a bench without the book knows only its head. */
export async function handoverWithParcels(
  { store: { read }, isApart }: Workspace,
  handoverId: string,
): Promise<Outcome<{ readonly handover: Handover; readonly parcels: readonly HandoverParcel[] }>> {
  const handover = await read.handovers.byId(handoverId);
  if (handover === undefined) return failure('HANDOVER_NOT_FOUND');
  const parcels = await read.handovers.parcelsOf(handoverId);
  const isPart = isApart === true && handover.state === 'closed' && parcels.length < handover.parcels;
  return isPart ? failure('SERVER_AWAY') : done({ handover, parcels });
}

/** The same as it is shown. */
export async function readHandover(workspace: Workspace, { handoverId }: { readonly handoverId: string }) {
  const found = await handoverWithParcels(workspace, handoverId);
  if (!found.ok) return found;
  const { handover, parcels } = found.value;
  const rows = parcels.map(({ isScanned, ...parcel }) => ({ ...parcel, isScanned: isScanned === 1 }));
  return done({ ...(await handoverView(workspace.store.read, handover)), rows });
}

/** All lists, the newest first. */
export async function listHandovers(
  { store: { read } }: Workspace,
  window: { readonly offset: number; readonly limit: number },
): Promise<{ readonly total: number; readonly rows: HandoverRow[] }> {
  const rows = await read.handovers.window(window);
  return {
    total: await read.handovers.count(),
    rows: await Promise.all(rows.map((row) => handoverView(read, row))),
  };
}

/** Labels of earlier days that nobody packed or handed over. */
export async function listLeftOver(
  { store: { read }, clock }: Workspace,
  { carrier, ...window }: { readonly carrier: string; readonly offset: number; readonly limit: number },
) {
  const midnight = startOfShopDay(clock.now());
  const found = await read.leaving.leftOver(midnight, carrier, window);
  return {
    total: totalIn(await read.leaving.leftOverCounts(midnight), carrier),
    rows: found.map(({ bookedAt, ...row }) => ({ ...row, bookedAt: bookedAt ?? 0 })),
  };
}
