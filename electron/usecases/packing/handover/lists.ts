import type { HandoverCarrier, HandoverRow } from '../../../../shared/contracts/packing/handover.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { shopDate, startOfShopDay } from '../../../../shared/rules/shopTime.ts';
import type { Handover } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { tryChange, type Workspace } from '../../workspace/workspace.ts';

/** A list as it is shown; how many parcels are on an open one is counted. */
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
  const lying = await read.leaving.lyingCounts();
  const leftOver = await read.leaving.leftOverCounts(midnight);
  const open = await read.handovers.allOpen();
  const ofToday = (await read.handovers.ofDay(midnight)).filter(({ state }) => state === 'closed');
  const codes = [...lying, ...leftOver, ...open, ...ofToday].map(({ carrier }) => carrier);
  const carriers: HandoverCarrier[] = [];
  for (const carrier of [...new Set(codes)].sort()) {
    const mine = open.find((one) => one.carrier === carrier);
    const closed = ofToday.filter((one) => one.carrier === carrier);
    const lastAt = Math.max(0, ...closed.map(({ closedAt }) => closedAt ?? 0));
    const rows = lastAt === 0 ? [] : await read.leaving.lyingOf(carrier);
    carriers.push({
      carrier,
      packed: totalIn(lying, carrier),
      oldestAt: lying.find((one) => one.carrier === carrier)?.oldestAt ?? null,
      open: mine === undefined ? null : await handoverView(read, mine),
      closed: await Promise.all(closed.map((one) => handoverView(read, one))),
      late: rows.filter(({ closedAt }) => (closedAt ?? 0) > lastAt).length,
      leftOver: totalIn(leftOver, carrier),
    });
  }
  return { carriers };
}

/** The list of a carrier that parcels are put on now. */
export async function beginHandover(
  workspace: Workspace,
  { carrier }: { readonly carrier: string },
): Promise<Outcome<HandoverRow>> {
  return tryChange(workspace, ['packing'], async (write): Promise<Outcome<HandoverRow>> => {
    const open = await write.handovers.openOf(carrier);
    if (open !== undefined) return done(await handoverView(write, open));
    const now = workspace.clock.now();
    const dayAt = startOfShopDay(now);
    const earlier = (await write.handovers.ofDay(dayAt)).filter((one) => one.carrier === carrier);
    const dayNo = earlier.length + 1;
    const handover: Handover = {
      id: workspace.nextId(),
      no: `H${shopDate(now).replace(/-/g, '')}-${carrier}-${dayNo}`,
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
    await write.handovers.insert(handover);
    return done(await handoverView(write, handover));
  });
}

/** A list on which parcels may still be put. */
export async function openHandover(read: Repositories, handoverId: string): Promise<Outcome<Handover>> {
  const handover = await read.handovers.byId(handoverId);
  if (handover === undefined) return failure('HANDOVER_NOT_FOUND');
  return handover.state === 'open' ? done(handover) : failure('HANDOVER_CLOSED', { handoverNo: handover.no });
}

/** One list with everything on it. */
export async function readHandover(
  { store: { read } }: Workspace,
  { handoverId }: { readonly handoverId: string },
) {
  const handover = await read.handovers.byId(handoverId);
  if (handover === undefined) return failure('HANDOVER_NOT_FOUND');
  const parcels = await read.handovers.parcelsOf(handoverId);
  const rows = parcels.map(({ isScanned, ...parcel }) => ({ ...parcel, isScanned: isScanned === 1 }));
  return done({ ...(await handoverView(read, handover)), rows });
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
