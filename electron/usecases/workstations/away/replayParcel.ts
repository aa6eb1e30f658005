import { type AwayConflict, codeOfConflict } from '../../../../shared/domain/packing/awayConflicts.ts';
import { packMoves } from '../../../../shared/domain/packing/packing.ts';
import { faultPoint } from '../../../platform/faultPoint.ts';
import { overridesJson } from '../../../store/packing/packingJson.ts';
import type {
  BenchGestureRow,
  HistoryLine,
  Order,
  PackedParcel,
  PackedUnit,
  StoredOperatorAct,
} from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { noteJournal } from '../../booking/callOutside.ts';
import { addHistory } from '../../orders/history.ts';
import { type BenchBox, factsOf, readBenchBox } from '../../packing/bench.ts';
import { emptied, goodsSetOfBox } from '../../packing/effects.ts';
import { change, type Workspace } from '../../workspace/workspace.ts';
import { addConflict } from './conflicts.ts';
import { type BookedParcel, judgeReplay } from './judgeReplay.ts';
import { type LeftLabel, replayLabels } from './replayLabels.ts';
import { replayAct } from './replayPeople.ts';

/** One parcel with all that was done to it while the book was away. */
interface AwayParcel {
  /** As it was packed: that it was handed over comes into the book with its list. */
  readonly row: PackedParcel;
  readonly hasLeft: boolean;
  readonly order: Order;
  readonly lying: BenchBox;
  readonly gestures: readonly BenchGestureRow[];
  readonly units: readonly PackedUnit[];
  readonly labels: readonly LeftLabel[];
  readonly history: readonly HistoryLine[];
  readonly acts: readonly StoredOperatorAct[];
}

/** More acts than anybody lets pass of one order. */
const mostActs = 1_000;

/** null: its gestures changed nothing. */
async function readAwayParcel(away: Repositories, parcelId: string): Promise<AwayParcel | null> {
  const row = await away.packedParcels.byId(parcelId);
  const order = row === undefined ? undefined : await away.orders.byId(row.orderId);
  const gestures = await away.away.gesturesOf(parcelId);
  if (row === undefined || order === undefined || gestures.every(({ says }) => says === 'stopped'))
    return null;
  const lying = await readBenchBox(away, order, row.parcelNo);
  const labels = [];
  for (const job of lying.copies) labels.push({ job, template: await away.away.templateOf(job.id) });
  const units = await away.bench.unitsOf(parcelId);
  const history = await away.history.ofOrder(order.id);
  const acts = await away.operatorActs.window({ orderId: order.id, offset: 0, limit: mostActs });
  const hasLeft = row.state === 'handed-over';
  const packed = hasLeft ? ({ ...row, state: 'closed', handedOverAt: null } as const) : row;
  return { row: packed, hasLeft, order, lying, gestures, units, labels, history, acts: [...acts].reverse() };
}

/**
 * Brings what was done to one parcel at this bench into the book, in one transaction and once: its mark in the book says that it is there,
 * also where nobody heard of the commit. What the book does not bear is noted instead, for a person to see to.
 */
export async function replayParcel(
  workspace: Workspace,
  away: Repositories,
  parcelId: string,
): Promise<void> {
  const awayParcel = await readAwayParcel(away, parcelId);
  const last = awayParcel?.gestures.at(-1);
  if (awayParcel === null || last === undefined) return;
  const topics = ['packing', 'orders', 'printJobs', 'status'] as const;
  await change(workspace, topics, async (write) => {
    const mark = `away-${last.id}`;
    if ((await write.bench.gesture(mark)) !== undefined) return;
    const order = await write.orders.byId(awayParcel.order.id);
    const now = order === undefined ? null : await readBenchBox(write, order, awayParcel.row.parcelNo);
    const book = now === null ? null : await bookedOf(workspace, write, awayParcel, now);
    const { conflict, isTaken } = judgeReplay(parcelFactsOf(awayParcel), book);
    const id = isTaken && now !== null ? await place(workspace, write, awayParcel, now) : '';
    // The paper is there whatever became of the packing.
    const isTwice = now !== null && (await replayLabels(workspace, write, awayParcel.labels));
    const found = conflict ?? (isTwice ? 'two-labels' : null);
    if (found !== null) await noteConflict(workspace, write, awayParcel, { found, mark });
    await noteJournal(workspace, write);
    for (const gesture of awayParcel.gestures)
      if ((await write.bench.gesture(gesture.id)) === undefined)
        await write.bench.addGesture({ ...gesture, parcelId: id });
    await write.bench.addGesture({ ...last, id: mark, kind: 'replayed', parcelId: id, stop: '' });
    faultPoint('away.before-commit');
  });
  faultPoint('away.after-commit');
}

const goodsOf = ({ itemsJson, quantity, parcelCount }: Order): string =>
  JSON.stringify([itemsJson, quantity, parcelCount]);

const parcelFactsOf = ({ row, hasLeft, order, lying, units }: AwayParcel) => ({
  state: row.state,
  hasLeft,
  waybillNo: lying.waybillNo,
  goods: goodsOf(order),
  isPassed: overridesJson.readOr(row.overridesJson, []).some(({ of }) => of === 'opening'),
  units: units.map(({ code }) => code),
});

async function bookedOf(
  { workstation }: Workspace,
  write: Repositories,
  { units, gestures }: AwayParcel,
  now: BenchBox,
): Promise<BookedParcel> {
  const facts = await factsOf(write, now, true);
  const takenUnits = [];
  for (const { code } of units) {
    const unit = await write.bench.unit(code);
    if (unit !== undefined && unit.parcelId !== now.row?.id) takenUnits.push(code);
  }
  const isElsewhere = now.row !== null && now.row.workstationId !== workstation.id;
  const isReopened = gestures.some(({ says }) => says === 'reopened');
  return {
    state: facts.state,
    isRefunded: facts.isRefundHeld || facts.alarm === 'refund',
    isHeld: facts.state === 'held' || facts.alarm === 'platform',
    isChanged: facts.alarm === 'changed' || facts.hasChange,
    waybillNo: now.waybillNo,
    goods: goodsOf(now.order),
    packState: now.row?.state ?? null,
    isElsewhere,
    isDone: now.row?.state === 'closed' && !isElsewhere && !isReopened,
    takenUnits,
  };
}

/** Writes the parcel as the bench left it; the id it has in the book. */
async function place(
  workspace: Workspace,
  write: Repositories,
  awayParcel: AwayParcel,
  now: BenchBox,
): Promise<string> {
  const { row, lying, units, history, acts } = awayParcel;
  const isNews = now.row === null || now.row.closedAt !== row.closedAt;
  const id = await placeRow(write, row, now.row);
  await write.bench.dropUnits(id);
  for (const unit of units) await write.bench.addUnit({ ...unit, parcelId: id });
  for (const line of history)
    if ((await write.history.byId(line.id)) === undefined) await write.history.add(line);
  for (const act of acts) await replayAct(workspace, write, act);
  const set = goodsSetOfBox(lying, row);
  if (isNews && row.closedAt !== null && row.weightGrams !== null && set !== '')
    await write.packedGoods.learn(set, row.weightGrams, row.closedAt);
  const { parcel } = await readBenchBox(write, now.order, row.parcelNo);
  const state = row.state === 'closed' && parcel.isLast ? 'packed' : 'booked';
  const isOther = now.order.state === (state === 'packed' ? 'booked' : 'packed');
  if (isOther) await write.orders.move(now.order, state, { updatedAt: workspace.clock.now() });
  return id;
}

async function placeRow(
  write: Repositories,
  awayParcel: PackedParcel,
  now: PackedParcel | null,
): Promise<string> {
  await freeBench(write, awayParcel);
  if (now === null) {
    await write.packedParcels.insert({ ...awayParcel, handoverId: '', version: 0 });
    return awayParcel.id;
  }
  const { id: _id, state, version: _version, orderId: _order, parcelNo: _no, ...patch } = awayParcel;
  const steps = packMoves[now.state].includes(state) || now.state === state ? [state] : ['open', state];
  const known = { ...patch, handoverId: now.handoverId };
  let seen: PackedParcel | undefined = now;
  for (const step of steps as (typeof state)[])
    if (seen !== undefined) seen = await write.packedParcels.move(seen, step, known);
  if (seen === undefined) throw new Error('a parcel changed inside the transaction that read it');
  return now.id;
}

/** What the book has open at this bench and the bench went on without was put back. */
async function freeBench(write: Repositories, { orderId, parcelNo }: PackedParcel): Promise<void> {
  const open = await write.packedParcels.open();
  if (open === undefined || (open.orderId === orderId && open.parcelNo === parcelNo)) return;
  await write.bench.dropUnits(open.id);
  await write.packedParcels.move(open, 'dropped', { ...emptied, overridesJson: '[]' });
}

async function noteConflict(
  workspace: Workspace,
  write: Repositories,
  { row, order }: AwayParcel,
  { found, mark }: { readonly found: AwayConflict; readonly mark: string },
): Promise<void> {
  await addConflict(workspace, write, {
    id: mark,
    kind: found,
    orderId: order.id,
    orderNo: order.orderNo,
    parcelNo: row.parcelNo,
    waybillNo: row.waybillNo,
    at: row.closedAt ?? row.openedAt,
    operator: row.closedBy || row.openedBy,
  });
  await addHistory(workspace, write, order.id, 'packed-away', { code: codeOfConflict(found) });
}
