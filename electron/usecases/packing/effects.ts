import type { PackOverride, WeightSource } from '../../../shared/domain/packing/packing.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import { goodsSetOf } from '../../packing/judgeWeight.ts';
import type { BenchEffect } from '../../packing/step.ts';
import { countsJson, type Overridden, overridesJson } from '../../store/packing/packingJson.ts';
import type { ParcelPatch } from '../../store/packing/packingRepository.ts';
import type { PackedParcel } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { recordAct } from '../operators/acts.ts';
import { addHistory } from '../orders/history.ts';
import { firstCodeOf } from '../orders/order.ts';
import { queueParcelLabels } from '../printing/queue.ts';
import { markScanned } from '../printing/scanLabel.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type BenchBox, countsOf, goodsKeyOfItem } from './bench.ts';
import { queueSlip } from './slip.ts';
import { isAtOtherBench, openingOverrides, takeFromBench } from './takeOver.ts';

/** What the effects of one gesture need besides the parcel. */
export interface EffectContext {
  readonly workspace: Workspace;
  readonly write: Repositories;
  /** The label printer, or why there is none; chosen before the transaction. */
  readonly printer: Outcome<string>;
  /** Empty: no slips are printed. */
  readonly slipPrinterUri: string;
  readonly unit: string;
  readonly goodsKey: string;
  readonly weightSource: WeightSource;
  readonly reason: string;
  readonly approver: string;
}

/** The parcel on the bench while effects change it. */
export interface Worked {
  readonly box: BenchBox;
  readonly row: PackedParcel;
}

/** A parcel that is on the bench for the first time. */
function newRow({ nextId, clock, actor, workstation }: Workspace, box: BenchBox): PackedParcel {
  return {
    id: nextId(),
    orderId: box.order.id,
    orderNo: box.order.orderNo,
    parcelNo: box.parcelNo,
    state: 'open',
    version: 0,
    openedAt: clock.now(),
    openedBy: actor.name,
    closedBy: '',
    closedAt: null,
    reopened: 0,
    slipCode: '',
    slipPrintedAt: null,
    slipState: '',
    slipError: '',
    handedOverAt: null,
    handoverId: '',
    workstationId: workstation.id,
    overridesJson: '[]',
    heldReason: '',
    ...emptied,
    ...numbersOf(box),
  };
}

/** Nothing was counted into it. */
export const emptied = {
  countsJson: '[]',
  pendingKey: '',
  weightGrams: null,
  weightSource: '',
  weighedAt: null,
  doubtfulGrams: null,
  labelSeenAt: null,
} as const satisfies ParcelPatch;

const numbersOf = ({ waybillNo, parcelTotal, order }: BenchBox) => ({
  waybillNo,
  parcelTotal,
  carrier: order.bookedCarrier || order.carrier,
});

async function moved(
  write: Repositories,
  { box, row }: Worked,
  to: PackedParcel['state'],
  patch: ParcelPatch = {},
): Promise<Worked> {
  const next = await write.packedParcels.move(row, to, patch);
  if (next === undefined) throw new Error('a parcel changed inside the transaction that read it');
  return { box, row: next };
}

/** Opens a box, new or known. */
export async function openBox(context: EffectContext, box: BenchBox): Promise<Worked> {
  const { workspace, write } = context;
  const { row } = box;
  if (row === null) {
    const made = newRow(workspace, box);
    await write.packedParcels.insert(made);
    return { box, row: made };
  }
  const isElsewhere = isAtOtherBench(row, workspace.workstation);
  if (isElsewhere) await takeFromBench(context, row);
  const anew = isElsewhere ? { ...emptied, overridesJson: openingOverrides(row) } : {};
  const openedBy = workspace.actor.name;
  const patch = { ...numbersOf(box), ...anew, openedAt: workspace.clock.now(), openedBy, heldReason: '' };
  return moved(write, { box, row }, 'open', patch);
}

/** Takes everything out of it again. */
export async function dropBox({ write }: EffectContext, worked: Worked): Promise<void> {
  await write.bench.dropUnits(worked.row.id);
  await moved(write, worked, 'dropped', { ...emptied, overridesJson: '[]' });
}

/** Applies one effect to the open box. */
export async function perform(context: EffectContext, worked: Worked, effect: BenchEffect): Promise<Worked> {
  const { workspace, write } = context;
  const now = workspace.clock.now();
  const note = (patch: ParcelPatch) => moved(write, worked, 'open', patch);
  switch (effect.do) {
    case 'open':
    case 'drop':
      throw new Error(`${effect.do} is done where the parcel is chosen`);
    case 'count':
      return count(context, worked, effect);
    case 'want-serial':
      return note({ pendingKey: context.goodsKey });
    case 'weigh': {
      const { weightSource } = context;
      return note({ weightGrams: effect.grams, weightSource, weighedAt: now, doubtfulGrams: null });
    }
    case 'doubt':
      return note({ doubtfulGrams: effect.grams });
    case 'see-label':
      await seeLabel(context, worked);
      return note({ labelSeenAt: now, waybillNo: worked.box.waybillNo });
    case 'pass':
      return pass(context, worked, effect.of);
    case 'print':
      await print(context, worked);
      return worked;
    case 'close':
      return close(context, worked);
    case 'aside':
      return setAside(context, worked);
  }
}

async function count(
  { workspace, write, unit, goodsKey }: EffectContext,
  worked: Worked,
  { line, pieces, by }: Extract<BenchEffect, { do: 'count' }>,
): Promise<Worked> {
  const known = countsOf(worked.row);
  const before = known.find((one) => one.line === line);
  const others = known.filter((one) => one.line !== line);
  const counts = [...others, { line, pieces: (before?.pieces ?? 0) + pieces, by }];
  const row = { code: unit, parcelId: worked.row.id, goodsKey, at: workspace.clock.now() };
  if (unit !== '' && !(await write.bench.addUnit(row))) throw new Error('a single piece lies in two parcels');
  return moved(write, worked, 'open', { countsJson: countsJson.write(counts), pendingKey: '' });
}

/** The newest paper of this box was in the packer's hand: it exists, whatever was known of it. */
async function seeLabel({ workspace, write }: EffectContext, { box }: Worked): Promise<void> {
  const copy = [...box.copies].reverse().find(({ sentAt }) => sentAt !== null);
  if (copy !== undefined && copy.state !== 'scanned' && copy.state !== 'failed')
    await markScanned(workspace, write, copy);
}

async function pass(
  { workspace, write, reason, approver }: EffectContext,
  worked: Worked,
  of: PackOverride,
): Promise<Worked> {
  const { row } = worked;
  const passed: Overridden = {
    of,
    reason,
    operator: workspace.actor.name,
    approver,
    at: workspace.clock.now(),
  };
  const overrides = [...overridesJson.readOr(row.overridesJson, []), passed];
  await addHistory(workspace, write, row.orderId, 'pack-passed', { note: `${of}: ${reason}` });
  const act = { kind: 'packing-passed', orderId: row.orderId, what: `${of} ${row.parcelNo}` } as const;
  await recordAct(workspace, write, { ...act, reason, approver });
  return moved(write, worked, 'open', { overridesJson: overridesJson.write(overrides) });
}

/** Queues its first label, only if none was ever requested: `step` decides so, and the ledger would refuse a second. */
async function print({ workspace, write, printer }: EffectContext, { box }: Worked): Promise<void> {
  const { order, shipment, parcelNo, parcelTotal } = box;
  if (shipment === null || !printer.ok) return;
  const except = Array.from({ length: parcelTotal }, (_, index) => index + 1).filter((no) => no !== parcelNo);
  await queueParcelLabels(workspace, write, { order, shipment, printerUri: printer.value, except });
}

async function close({ workspace, write }: EffectContext, worked: Worked): Promise<Worked> {
  const { box, row } = worked;
  const now = workspace.clock.now();
  if (row.weightGrams !== null) await learn(write, worked, now);
  const closed = { closedAt: now, closedBy: workspace.actor.name, ...numbersOf(box) };
  const done = await moved(write, worked, 'closed', closed);
  const note = box.parcelTotal > 1 ? `${row.parcelNo}/${box.parcelTotal}` : '';
  await addHistory(workspace, write, row.orderId, 'packed', { note });
  if (box.parcel.isLast && box.order.state === 'booked')
    await write.orders.move(box.order, 'packed', { updatedAt: now });
  return done;
}

/** The expected weight of these goods; of several boxes each by its own contents. */
async function learn(write: Repositories, { box, row }: Worked, now: number): Promise<void> {
  const set = goodsSetOfBox(box, row);
  if (set !== '' && row.weightGrams !== null) await write.packedGoods.learn(set, row.weightGrams, now);
}

/** The contents of this box as a key for learnt weights; empty: its goods have no codes. */
export function goodsSetOfBox(box: BenchBox, row: PackedParcel | null): string {
  const counts = countsOf(row);
  const isChecked = counts.length > 0;
  if (!isChecked && box.parcelTotal > 1) return '';
  const lines = box.items.map((item, line) => ({
    key: goodsKeyOfItem(item),
    pieces: isChecked ? (counts.find((one) => one.line === line)?.pieces ?? 0) : item.quantity,
  }));
  return lines.some(({ key, pieces }) => key === '' && pieces > 0) ? '' : goodsSetOf(lines);
}

async function setAside(
  { workspace, write, slipPrinterUri }: EffectContext,
  worked: Worked,
): Promise<Worked> {
  const { box, row } = worked;
  const boxSuffix = box.parcelTotal > 1 ? `-${row.parcelNo}` : '';
  const slipCode = row.slipCode === '' ? firstCodeOf(box.order) + boxSuffix : row.slipCode;
  if (row.slipCode === '')
    await addHistory(workspace, write, row.orderId, 'packed-aside', { note: slipCode });
  const slip = await queueSlip(workspace, write, row, slipPrinterUri);
  return moved(write, worked, 'aside', { slipCode, ...slip });
}
