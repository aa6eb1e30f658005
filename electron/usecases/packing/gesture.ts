import type { PackAnswer } from '../../../shared/contracts/packing/packing.ts';
import type { PackingRules, PackSaying, WeightSource } from '../../../shared/domain/packing/packing.ts';
import type { PackStop } from '../../../shared/domain/packing/packStops.ts';
import { routedPrinterUri } from '../../../shared/domain/printing/printer.ts';
import type { PrintHoldReason } from '../../../shared/domain/printing/printJob.ts';
import { done, type ErrorParams, type Outcome } from '../../../shared/errors/outcome.ts';
import { shopMinute } from '../../../shared/rules/shopTime.ts';
import { phaseOf } from '../../packing/benchParcel.ts';
import { stopOfOpening } from '../../packing/judgeOpening.ts';
import { type BenchGesture, type BenchStep, step } from '../../packing/step.ts';
import { faultPoint } from '../../platform/faultPoint.ts';
import { errorParamsOf } from '../../store/database/storedJson.ts';
import type { BenchGestureRow, PrintJob } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { addPrintWork, requeue } from '../printing/ledger.ts';
import { choosePrinter } from '../printing/printers/choosePrinter.ts';
import { tryChange, type Workspace } from '../workspace/workspace.ts';
import { type BenchBox, factsOf, goodsDoubtOf, readOpen, withoutPlaces } from './bench.ts';
import { dropBox, type EffectContext, openBox, perform, type Worked } from './effects.ts';
import { filmBench } from './filming.ts';
import { readPackingRules } from './rules.ts';
import { rowView, showParcel, stopView } from './show.ts';
import { pendingNotice } from './takeOver.ts';

/** One gesture with its context. */
export interface Gesture {
  readonly gestureId: string;
  readonly kind: string;
  readonly weightSource?: WeightSource | undefined;
}

/** Its outcome, before it is shown. */
export interface GestureResult {
  readonly says: PackSaying;
  readonly stop: PackStop | null;
  readonly params: ErrorParams;
  readonly orderId: string;
  readonly parcelId: string;
  readonly parcelNo: number;
  readonly isByLabel: boolean;
  readonly isPrinting: boolean;
}

/** What the act of one gesture needs, in its transaction. */
export interface Bench {
  readonly context: EffectContext;
  readonly rules: PackingRules;
  /** null: the bench is empty. */
  readonly open: BenchBox | null;
}

const bare = { parcelId: '', orderId: '', parcelNo: 0, isByLabel: false, isPrinting: false } as const;

/** The gesture has no meaning here, or not now. */
export const stoppedBy = (
  stop: PackStop,
  params: ErrorParams = {},
  about: Partial<GestureResult> = {},
): GestureResult => ({
  ...bare,
  says: 'stopped',
  stop,
  params,
  ...about,
});

/** Shows a message; nothing at the bench changes. */
export const messageOnly = (says: PackSaying, about: Partial<GestureResult>): GestureResult => ({
  ...bare,
  says,
  stop: null,
  params: {},
  ...about,
});

/**
 * Performs one gesture in one transaction and stores its outcome. A page without an answer sends the gesture again; it is then answered
 * from its row and counts once, even after a restart.
 */
export async function runGesture(
  workspace: Workspace,
  gesture: Gesture,
  action: (bench: Bench) => Promise<Outcome<GestureResult>>,
): Promise<Outcome<PackAnswer>> {
  const rules = await readPackingRules(workspace);
  const printer = await choosePrinter(workspace, rules.printerUri);
  const { gestureId, weightSource = 'scale' } = gesture;
  const topics = ['packing', 'orders', 'printJobs', 'status'] as const;
  const answered = await tryChange(workspace, topics, async (write): Promise<Outcome<PackAnswer>> => {
    const known = await write.bench.gesture(gestureId);
    if (known !== undefined) return done(await answerOf(write, rules, known));
    const { slipPrinterUri } = rules;
    const context = { ...bareContext, workspace, write, printer, slipPrinterUri, weightSource };
    await freeBench(write);
    const word = await pendingNotice(write, workspace.workstation);
    const came =
      word === undefined ? await action({ context, rules, open: await readOpen(write) }) : done(saidBy(word));
    if (!came.ok) return came;
    const isAsked = packingSayings.includes(came.value.says) && (await wantHeldLabel(context, rules));
    const row = rowOf(workspace, gesture, isAsked ? { ...came.value, isPrinting: true } : came.value);
    await write.bench.addGesture(row);
    if (workspace.isApart === true) await wantLabel(workspace, write);
    await filmBench(workspace, write);
    const answer = done(await answerOf(write, rules, row));
    faultPoint('pack.before-commit');
    return answer;
  });
  faultPoint('pack.after-commit');
  return answered;
}

/** Empties the bench when the order of the open parcel is gone because its import was undone. */
async function freeBench(write: Repositories): Promise<void> {
  const row = await write.packedParcels.open();
  if (row === undefined || (await write.orders.byId(row.orderId)) !== undefined) return;
  await write.bench.dropUnits(row.id);
  await write.packedParcels.move(row, 'dropped');
}

/** Releases a held label of the open parcel: its packer needs it. */
async function wantLabel(workspace: Workspace, write: Repositories): Promise<void> {
  for (const { id, state, printerUri } of (await readOpen(write))?.copies ?? [])
    if (state === 'waiting' && (await write.jobs.ofSubject(id)) === undefined)
      await addPrintWork(workspace, write, id, printerUri);
}

/** A person is packing this parcel. */
const packingSayings: readonly PackSaying[] = [
  'opened',
  'repeated',
  'counted',
  'checked',
  'weighed',
  'overridden',
];

/** Hold reasons that packing the parcel settles. A batch that a person stopped stays held. */
const givenByPacking: readonly PrintHoldReason[] = ['stale', 'restart', 'printer-away', 'behind'];

/** Queues the label of the open parcel if nothing else is missing and it was only held because it might not be needed. */
async function wantHeldLabel({ workspace, write, printer }: EffectContext, rules: PackingRules) {
  const open = await readOpen(write);
  const job = open?.copies.at(-1);
  if (open === null || job?.state !== 'held' || !printer.ok) return false;
  if (!givenByPacking.some((reason) => reason === job.holdReason)) return false;
  if (phaseOf(open.parcel, rules) !== 'print') return false;
  return (await requeue(workspace, write, job, printerNow(printer.value, job))) !== undefined;
}

/** Another printer may have been chosen for this bench since, because the first one is broken. */
export const printerNow = (chosen: string, { printerUri }: PrintJob): string =>
  chosen === routedPrinterUri && printerUri !== '' ? printerUri : chosen;

/** The stored outcome of a repeated gesture; null: it is new. */
export async function knownAnswer(workspace: Workspace, gestureId: string): Promise<PackAnswer | null> {
  const { read } = workspace.store;
  const known = await read.bench.gesture(gestureId);
  return known === undefined ? null : answerOf(read, await readPackingRules(workspace), known);
}

/** Stores the outcome of a gesture in the transaction of an act outside the bench. */
export const noteGesture = (
  workspace: Workspace,
  write: Repositories,
  gesture: Gesture,
  came: GestureResult,
) => write.bench.addGesture(rowOf(workspace, gesture, came));

const bareContext = { unit: '', goodsKey: '', reason: '', approver: '' } as const;

function rowOf({ clock, actor }: Workspace, { gestureId, kind }: Gesture, came: GestureResult) {
  const { says, stop, params, orderId, parcelId, parcelNo, isByLabel, isPrinting } = came;
  return {
    id: gestureId,
    at: clock.now(),
    operator: actor.name,
    kind,
    parcelId,
    orderId,
    parcelNo,
    isByLabel: isByLabel ? 1 : 0,
    says,
    stop: stop ?? ('' as const),
    stopParamsJson: JSON.stringify(params),
    isPrinting: isPrinting ? 1 : 0,
  };
}

async function answerOf(
  read: Repositories,
  rules: PackingRules,
  row: Omit<BenchGestureRow, 'no' | 'workstationId'>,
): Promise<PackAnswer> {
  const open = await readOpen(read);
  const about = row.parcelId === '' ? undefined : await read.packedParcels.byId(row.parcelId);
  return {
    gestureId: row.id,
    says: row.says,
    stop: row.stop === '' ? null : stopView(row.stop, errorParamsOf(row.stopParamsJson), row.orderId),
    about: about === undefined ? null : rowView(about),
    parcel: open === null ? null : await showParcel(read, open, rules),
    isPrinting: row.isPrinting === 1,
    extraNo: extraNoOf(row),
  };
}

/** The number of the order that a gesture added beside the open one; empty: none. */
export const extraNoOf = ({
  says,
  stopParamsJson,
}: Pick<BenchGestureRow, 'says' | 'stopParamsJson'>): string =>
  says === 'extra-made' ? String(errorParamsOf(stopParamsJson).extraNo ?? '') : '';

/** A gesture for a parcel that is no longer here does nothing; the next gesture counts again. */
const saidBy = ({ stop, stopParamsJson, orderId, parcelId, parcelNo }: BenchGestureRow): GestureResult =>
  stoppedBy(stop === '' ? 'nothing-open' : stop, errorParamsOf(stopParamsJson), {
    orderId,
    parcelId,
    parcelNo,
  });

/** What has happened since the open parcel was opened and stops it now (a refund, a change …); null: nothing. */
async function alertOf({ context, open, rules }: Bench): Promise<PackStop | null> {
  if (open === null) return null;
  const facts = await factsOf(context.write, open, true);
  // It is here already, whoever opened it; its own label is no reason to stop it.
  return stopOfOpening({ ...facts, packState: null, isBenchHeld: false }, withoutPlaces(rules));
}

/** Judges a gesture by the step table and performs its effects. `taken`: the parcel it is about, if not the open one. */
export async function judge(
  bench: Bench,
  gesture: BenchGesture,
  { taken = null, unit = '', goodsKey = '', params = {} }: Judged = {},
): Promise<GestureResult> {
  const { open, rules } = bench;
  const context = { ...bench.context, unit, goodsKey };
  const alert = await alertOf(bench);
  const judged = step(open?.parcel ?? null, rules, gesture, alert);
  // An alert is about the open parcel, whatever was scanned.
  const about = alert === null ? (taken ?? open) : open;
  const performed = await performAll(context, open, taken, judged);
  const lost = await lostPrint(context, judged, performed);
  const stop = lost?.stop ?? judged.stop;
  return {
    says: judged.says,
    stop,
    params: stop === null ? {} : { ...paramsOf(about), ...params, ...lost?.params },
    orderId: about?.order.id ?? '',
    parcelId: performed?.row.id ?? about?.row?.id ?? '',
    parcelNo: about?.parcelNo ?? 0,
    isByLabel: gesture.kind === 'other' && gesture.facts.isByLabel,
    isPrinting: judged.effects.some((effect) => effect.do === 'print') && lost === null,
  };
}

interface Judged {
  readonly taken?: BenchBox | null;
  readonly unit?: string;
  readonly goodsKey?: string;
  readonly params?: ErrorParams;
}

async function performAll(
  context: EffectContext,
  open: BenchBox | null,
  taken: BenchBox | null,
  { effects }: BenchStep,
): Promise<Worked | null> {
  let worked: Worked | null = open?.row == null ? null : { box: open, row: open.row };
  for (const effect of effects) {
    if (effect.do === 'drop') {
      if (worked !== null) await dropBox(context, worked);
    } else if (effect.do === 'open') {
      if (taken === null) throw new Error('nothing to open');
      worked = await openBox(context, taken);
    } else if (worked !== null) worked = await perform(context, worked, effect);
  }
  return worked;
}

/** A wanted label that is not coming: no printer is chosen, or it has other paper. */
async function lostPrint(
  { write, printer }: EffectContext,
  { effects }: BenchStep,
  worked: Worked | null,
): Promise<{ readonly stop: PackStop; readonly params: ErrorParams } | null> {
  if (worked === null || !effects.some((effect) => effect.do === 'print')) return null;
  if (!printer.ok) return { stop: 'printer', params: { code: printer.code } };
  const { shipment } = worked.box;
  const jobs = shipment === null ? [] : await write.printJobs.ofShipment(shipment.id);
  const job = jobs.filter(({ parcelNo }) => parcelNo === worked.box.parcelNo).at(-1);
  return job?.state === 'failed' ? { stop: 'printer', params: { code: job.errorCode } } : null;
}

/** Parameters for the sentences of a stop. */
function paramsOf(about: BenchBox | null): ErrorParams {
  if (about === null) return {};
  const { order, row, parcelNo, waybillNo } = about;
  return {
    orderNo: order.orderNo,
    shop: order.shop || '—',
    carrierCode: order.bookedCarrier || order.carrier,
    parcelNo,
    waybillNo,
    packReason: row?.heldReason ?? '',
    goodsDoubt: goodsDoubtOf(order),
    operator: row?.closedBy ?? '',
    at: row?.closedAt == null ? '' : shopMinute(row.closedAt),
  };
}
