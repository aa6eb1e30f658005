import type { Answered, Asked } from '../../../../shared/contracts/contract.ts';
import type { HandoverRow } from '../../../../shared/contracts/packing/handover.ts';
import type { PackStop } from '../../../../shared/domain/packing/packStops.ts';
import { done, type ErrorParams, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { scannedCode } from '../../../packing/readCode.ts';
import type { Handover, HandoverParcel } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type BenchBox, carriersOf, hasPaper, readBenchBox } from '../bench.ts';
import { isForTheBook, meaningOf } from '../meaning.ts';
import { stopView } from '../show.ts';
import { changeList, keepListAct } from './changeList.ts';
import { boxOf, handoverView, keepBegun, markOnList, nextList, openHandover } from './lists.ts';

type Out = Answered<'handover', 'scanOut'>;

interface Judged {
  readonly stop: PackStop | null;
  readonly params: ErrorParams;
  readonly box: BenchBox | null;
}

/** A parcel is handed to the courier and its label scanned: it is added to the list, or the reason against it is shown. */
export function scanOut(
  workspace: Workspace,
  { handoverId, code: raw }: Asked<'handover', 'scanOut'>,
): Promise<Outcome<Out>> {
  const code = scannedCode(raw);
  return changeList(workspace, async (write): Promise<Outcome<Out>> => {
    const handover = await openHandover(write, handoverId);
    if (!handover.ok) return handover;
    const fate = await putOn(workspace, write, handover.value, code);
    return done({ ...fate, list: await handoverView(write, handover.value) });
  });
}

/** Where nobody began a list: the first parcel that may leave with this courier begins it, so that a foreign label begins none. */
export function scanToCourier(
  workspace: Workspace,
  { carrier, code: raw }: { readonly carrier: string; readonly code: string },
): Promise<Outcome<Omit<Out, 'list'> & { readonly list: HandoverRow | null }>> {
  const code = scannedCode(raw);
  return changeList(workspace, async (write) => {
    const { handover, begin, isThere } = await listToCome(workspace, write, carrier);
    const fate = await putOn(workspace, write, handover, code, begin);
    return done({ ...fate, list: isThere() ? await handoverView(write, handover) : null });
  });
}

/** A carrier's open list, or the one that `begin` would start. */
async function listToCome(workspace: Workspace, write: Repositories, carrier: string) {
  const open = await write.handovers.openOf(carrier);
  const handover = open ?? (await nextList(workspace, write, carrier));
  let isThere = open !== undefined;
  const begin = async (): Promise<void> => {
    if (!isThere) await keepBegun(workspace, write, handover);
    isThere = true;
  };
  return { handover, begin, isThere: () => isThere };
}

/** `begin` is called before a parcel is put on the list. */
async function putOn(
  workspace: Workspace,
  write: Repositories,
  handover: Handover,
  code: string,
  begin: () => Promise<void> = async () => undefined,
): Promise<Omit<Out, 'list'>> {
  const { box, stop, params } = await judgeCode(workspace, write, handover, code);
  const waybillNo = box?.waybillNo ?? '';
  if (stop !== null || box === null)
    return { says: 'stopped', stop: stopView(stop ?? 'unknown', params, box?.order.id ?? ''), waybillNo };
  await begin();
  const isNew = await write.handovers.add(onList(workspace, handover, box, 'scanned'));
  if (!isNew) return { says: 'repeated', stop: null, waybillNo };
  const handoverId = handover.id;
  await markOnList(write, box.row, handoverId);
  await keepListAct(workspace, write, { handoverId, kind: 'on', waybills: [waybillNo] });
  return { says: 'out', stop: null, waybillNo };
}

async function judgeCode(
  { isApart }: Workspace,
  read: Repositories,
  handover: Handover,
  code: string,
): Promise<Judged> {
  const meaning = await meaningOf(read, code, null);
  // The book may know what this bench does not.
  if (isApart === true && isForTheBook(meaning)) return { stop: 'not-here', params: { code }, box: null };
  if (meaning.kind === 'nothing') return { stop: meaning.stop, params: meaning.params, box: null };
  if (meaning.kind === 'goods') return { stop: 'unknown', params: { code }, box: null };
  const box = await readBenchBox(read, meaning.order, meaning.parcelNo);
  const { order, waybillNo, parcelNo } = box;
  const carrierCode = order.bookedCarrier || order.carrier;
  const params = {
    orderNo: order.orderNo,
    waybillNo,
    parcelNo,
    carrierCode,
    packReason: box.row?.heldReason ?? '',
  };
  const isPackedOnly = (await read.settings.get('packingRules')).handsOverPackedOnly;
  const stop = stopOf(box, handover, isPackedOnly);
  if (stop === 'regrouped')
    return { stop, params: { ...params, numbers: await carriersOf(read, order) }, box };
  const known = waybillNo === '' ? undefined : await read.handovers.parcel(waybillNo);
  if (stop !== null || known === undefined) return { stop, params, box };
  if (known.handoverId === handover.id) return { stop: null, params, box };
  const other = await read.handovers.byId(known.handoverId);
  return { stop: 'on-other-list', params: { ...params, handoverNo: other?.no ?? '' }, box };
}

/** Why this parcel may not leave with this courier; null: it may. */
function stopOf(
  { order, row, waybillNo, copies }: BenchBox,
  { carrier }: Handover,
  isPackedOnly: boolean,
): PackStop | null {
  if (order.alarm === 'refund') return 'refunded';
  if (order.alarm === 'platform') return 'held';
  if (order.state === 'cancelled') return 'cancelled';
  if (order.state === 'held') return 'held';
  if (order.alarm === 'changed') return 'changed';
  if (row !== null && row.heldReason !== '') return 'bench-held';
  // Its goods leave under another number; it will never have one of its own.
  if (order.state === 'merged' || order.state === 'split') return 'regrouped';
  if (waybillNo === '') return 'no-number';
  if ((order.bookedCarrier || order.carrier) !== carrier) return 'other-carrier';
  if (row?.state === 'handed-over' || !['booked', 'packed'].includes(order.state)) return 'left';
  // A parcel started at the bench must be finished there, whatever the rule.
  if (row !== null && row.state !== 'closed' && row.state !== 'dropped') return 'not-packed';
  if (row?.state !== 'closed' && (isPackedOnly || !hasPaper(copies))) return 'not-packed';
  return null;
}

function onList(
  { clock, actor }: Workspace,
  handover: Handover,
  box: Pick<BenchBox, 'order' | 'waybillNo' | 'parcelNo' | 'row'>,
  scan: 'scanned' | 'not-scanned',
): HandoverParcel {
  const { order, waybillNo, parcelNo, row } = box;
  return {
    waybillNo,
    handoverId: handover.id,
    orderId: order.id,
    orderNo: order.orderNo,
    parcelNo,
    city: order.city,
    weightGrams: row?.weightGrams ?? null,
    at: clock.now(),
    operator: actor.name,
    isScanned: scan === 'scanned' ? 1 : 0,
  };
}

/** Adds all packed parcels of the carrier without scanning each; refunded or changed ones stay. */
export function takeAll(
  workspace: Workspace,
  { handoverId }: Asked<'handover', 'takeAll'>,
): Promise<Outcome<Answered<'handover', 'takeAll'>>> {
  return changeList(workspace, async (write) => {
    const handover = await openHandover(write, handoverId);
    if (!handover.ok) return handover;
    const counts = await putAllOn(workspace, write, handover.value);
    return done({ ...counts, list: await handoverView(write, handover.value) });
  });
}

/** Where nobody began a list: nothing that may leave begins none, which would be an empty paper to sign. */
export function takeAllOf(
  workspace: Workspace,
  carrier: string,
): Promise<Outcome<{ readonly taken: number; readonly refused: number; readonly list: HandoverRow | null }>> {
  return changeList(workspace, async (write) => {
    const { handover, begin, isThere } = await listToCome(workspace, write, carrier);
    const counts = await putAllOn(workspace, write, handover, begin);
    return done({ ...counts, list: isThere() ? await handoverView(write, handover) : null });
  });
}

/** `begin` is called before a parcel is put on the list. */
async function putAllOn(
  workspace: Workspace,
  write: Repositories,
  handover: Handover,
  begin: () => Promise<void> = async () => undefined,
): Promise<{ readonly taken: number; readonly refused: number }> {
  const handoverId = handover.id;
  const waybills: string[] = [];
  let refused = 0;
  for (const { parcelId, orderId } of await write.leaving.lyingOf(handover.carrier)) {
    const row = await write.packedParcels.byId(parcelId);
    const order = row === undefined ? undefined : await write.orders.byId(orderId);
    if (row === undefined || order === undefined) continue;
    const box = await readBenchBox(write, order, row.parcelNo);
    const mayLeave = stopOf(box, handover, false) === null;
    if (mayLeave) await begin();
    const isOn = mayLeave && (await write.handovers.add(onList(workspace, handover, box, 'not-scanned')));
    if (isOn) await markOnList(write, row, handoverId);
    if (isOn) waybills.push(box.waybillNo);
    else refused += 1;
  }
  if (waybills.length > 0) await keepListAct(workspace, write, { handoverId, kind: 'on', waybills });
  return { taken: waybills.length, refused };
}

/** Removes it from an open list: the courier did not take it. */
export function takeOff(
  workspace: Workspace,
  { handoverId, waybillNo }: Asked<'handover', 'takeOff'>,
): Promise<Outcome<HandoverRow>> {
  return changeList(workspace, async (write): Promise<Outcome<HandoverRow>> => {
    const handover = await openHandover(write, handoverId);
    if (!handover.ok) return handover;
    const parcel = await write.handovers.parcel(waybillNo.trim());
    if (parcel?.handoverId !== handoverId) return failure('PACK_PARCEL_NOT_FOUND');
    await write.handovers.takeOff(handoverId, parcel.waybillNo);
    await markOnList(write, await boxOf(write, parcel), '');
    await keepListAct(workspace, write, { handoverId, kind: 'off', waybills: [parcel.waybillNo] });
    return done(await handoverView(write, handover.value));
  });
}
