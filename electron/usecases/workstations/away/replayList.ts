import { owner } from '../../../../shared/domain/operator.ts';
import { type AwayConflict, codeOfConflict } from '../../../../shared/domain/packing/awayConflicts.ts';
import { faultPoint } from '../../../platform/faultPoint.ts';
import type { BenchListAct, Handover, HandoverParcel, HistoryLine, Order } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { waybillsJson } from '../../../store/workstations/intentJson.ts';
import { actAs } from '../../operators/desk.ts';
import { addHistory } from '../../orders/history.ts';
import { readBenchBox } from '../../packing/bench.ts';
import { handOverBoxes } from '../../packing/handover/close.ts';
import { boxOf, listNo, markOnList, newList, ownPart } from '../../packing/handover/lists.ts';
import { change, type Workspace } from '../../workspace/workspace.ts';
import { addConflict } from './conflicts.ts';

/** How the bench left a list while the book was away, and what was done to it. */
interface AwayList {
  readonly list: Handover;
  readonly parcels: readonly HandoverParcel[];
  readonly acts: readonly BenchListAct[];
  readonly last: BenchListAct;
  /** That its parcels were handed over, as the bench wrote it down. */
  readonly history: readonly HistoryLine[];
}

async function readAwayList(away: Repositories, handoverId: string): Promise<AwayList | null> {
  const acts = await away.away.listActsOf(handoverId);
  const list = await away.handovers.byId(handoverId);
  const last = acts.at(-1);
  if (list === undefined || last === undefined) return null;
  const parcels = await away.handovers.parcelsOf(handoverId);
  const history = [];
  if (list.state === 'closed')
    for (const orderId of new Set(parcels.map((parcel) => parcel.orderId)))
      history.push(...(await away.history.ofOrder(orderId)).filter(isLeaving(list)));
  return { list, parcels, acts, last, history };
}

const isLeaving =
  ({ no }: Handover) =>
  ({ kind, note }: HistoryLine): boolean =>
    kind === 'handed-over' && note === no;

/**
 * Brings what was done to a courier’s list at this bench into the book, in one transaction and once. Its acts in the book prove that it
 * has arrived, even where nobody heard of the commit. What was signed for has left, whatever the book says of it; what must not have left
 * is noted for a person to call back.
 */
export async function replayList(
  workspace: Workspace,
  away: Repositories,
  handoverId: string,
): Promise<void> {
  const awayList = await readAwayList(away, handoverId);
  if (awayList === null) return;
  const then = actAs(workspace, { ...owner, name: awayList.last.operator });
  await change(workspace, ['packing', 'orders', 'status'], async (write) => {
    const acts = [];
    for (const act of awayList.acts) if ((await write.away.listAct(act.id)) === undefined) acts.push(act);
    if (acts.length === 0) return;
    const replay = { workspace: then, write, awayList, touched: touchedBy(acts) };
    await takeOffAgain(replay);
    if (awayList.list.state === 'closed') await bringSigned(replay);
    else await bringOpen(replay);
    for (const act of acts) await write.away.addListAct({ ...act, waybillsJson: '' });
    faultPoint('list.before-mark-commit');
  });
  faultPoint('list.after-mark-commit');
}

/** One list in its transaction. */
interface Replay {
  readonly workspace: Workspace;
  readonly write: Repositories;
  readonly awayList: AwayList;
  /** What was done last to each parcel, by its number, as far as the book does not know it. */
  readonly touched: ReadonlyMap<string, BenchListAct['kind']>;
}

const touchedBy = (acts: readonly BenchListAct[]): Replay['touched'] =>
  new Map(
    acts.flatMap(({ kind, waybillsJson: text }) => waybillsJson.read(text).map((no) => [no, kind] as const)),
  );

/** The list that the book has a parcel on, with its row; null: it is on none. */
async function placeOf({ write }: Replay, waybillNo: string) {
  const parcel = await write.handovers.parcel(waybillNo);
  const list = parcel === undefined ? undefined : await write.handovers.byId(parcel.handoverId);
  return parcel === undefined || list === undefined ? null : { parcel, list };
}

/** What the courier did not take goes off the list in the book, unless another bench had that one signed with it. */
async function takeOffAgain(replay: Replay): Promise<void> {
  const { write, awayList, touched } = replay;
  for (const [waybillNo, kind] of touched) {
    const there = kind === 'off' ? await placeOf(replay, waybillNo) : null;
    if (there === null || there.list.id !== awayList.list.id) continue;
    if (there.list.state === 'closed') await noteConflict(replay, 'on-other-list', there);
    else {
      await write.handovers.takeOff(there.list.id, waybillNo);
      await markOnList(write, await boxOf(write, there.parcel), '');
    }
  }
}

/** A list that is not signed yet: what was put on it goes on the one that its carrier has open in the book. */
async function bringOpen(replay: Replay): Promise<void> {
  const { workspace, write, awayList, touched } = replay;
  const { list } = awayList;
  const put = awayList.parcels.filter(({ waybillNo }) => touched.get(waybillNo) === 'on');
  let target = await write.handovers.openOf(list.carrier);
  if (target === undefined && (await write.handovers.byId(list.id)) === undefined) {
    target = { ...list, version: 0 };
    await write.handovers.insert(target);
  }
  for (const parcel of put) {
    const there = await placeOf(replay, parcel.waybillNo);
    if (there?.list.state === 'closed') await noteConflict(replay, 'on-other-list', there);
    if (there !== null) continue;
    target ??= await newList(workspace, write, list.carrier);
    await putOn(write, { ...parcel, handoverId: target.id });
  }
}

async function putOn(write: Repositories, parcel: HandoverParcel): Promise<void> {
  await write.away.putOnList([parcel]);
  await markOnList(write, await boxOf(write, parcel), parcel.handoverId);
}

/** A list that its courier has signed: what stands on its paper stands on a closed list in the book. */
async function bringSigned(replay: Replay): Promise<void> {
  const { workspace, write, awayList } = replay;
  const { list, last } = awayList;
  const known = await write.handovers.byId(list.id);
  const signed: HandoverParcel[] = [];
  for (const parcel of awayList.parcels) {
    const there = await placeOf(replay, parcel.waybillNo);
    if (there?.list.state !== 'closed') signed.push(parcel);
    else if (there.list.id !== list.id) await noteConflict(replay, 'on-other-list', there);
  }
  const isTwice = known?.state === 'closed';
  if (isTwice && signed.length === 0) return;
  const target = isTwice ? besides(workspace, list) : list;
  const closed = { ...target, version: (known?.version ?? 0) + 1, parcels: signed.length };
  if (known?.state === 'open') await closeKnown(replay, known, closed, signed);
  else await write.handovers.insert(closed);
  for (const parcel of signed) await putOn(write, { ...parcel, handoverId: closed.id });
  for (const orderId of new Set(signed.map((parcel) => parcel.orderId)))
    await leave(replay, closed, signed, orderId);
  if (isTwice)
    await addConflict(workspace, write, {
      id: workspace.nextId(),
      kind: 'list-signed-twice',
      orderId: '',
      orderNo: '',
      parcelNo: 0,
      waybillNo: '',
      at: list.closedAt ?? last.at,
      operator: last.operator,
      listNo: closed.no,
      count: signed.length,
    });
}

/** Its paper names more than the one that another bench had signed under the same number. */
function besides({ nextId }: Workspace, list: Handover): Handover {
  const id = nextId();
  return { ...list, id, no: listNo(list.createdAt, list.carrier, ownPart(id)) };
}

/** The paper counts: what others have put on the list since goes on the next one. */
async function closeKnown(
  { workspace, write }: Replay,
  known: Handover,
  { closedAt, closedBy, courier, parcels }: Handover,
  signed: readonly HandoverParcel[],
): Promise<void> {
  const onPaper = new Set(signed.map(({ waybillNo }) => waybillNo));
  const more = (await write.handovers.parcelsOf(known.id)).filter(({ waybillNo }) => !onPaper.has(waybillNo));
  const patch = { state: 'closed', closedAt, closedBy, courier, parcels } as const;
  if ((await write.handovers.change(known, patch)) === undefined)
    throw new Error('a list changed inside the transaction that read it');
  if (more.length === 0) return;
  const next = await newList(workspace, write, known.carrier);
  for (const parcel of more) await putOn(write, { ...parcel, handoverId: next.id });
}

/** An order has left with the list, as far as it is on it. */
async function leave(
  replay: Replay,
  list: Handover,
  signed: readonly HandoverParcel[],
  orderId: string,
): Promise<void> {
  const { workspace, write, awayList } = replay;
  const order = await write.orders.byId(orderId);
  let isAny = false;
  for (const parcel of signed.filter((one) => one.orderId === orderId)) {
    const isNumber = order !== undefined && (await hasNumber(write, order, parcel));
    if (!isNumber || isStopped(order)) await noteConflict(replay, 'left-stopped', { parcel, list });
    isAny ||= isNumber;
  }
  if (order === undefined) return;
  // Under another number nothing of it has left.
  if (isAny) await handOverBoxes(workspace, write, list, order);
  const lines = awayList.history.filter((line) => line.orderId === orderId);
  for (const line of lines)
    if ((await write.history.byId(line.id)) === undefined) await write.history.add(line);
  if (lines.length === 0)
    await addHistory(workspace, write, orderId, 'handed-over', { note: awayList.list.no });
}

const hasNumber = async (
  write: Repositories,
  order: Order,
  { parcelNo, waybillNo }: HandoverParcel,
): Promise<boolean> => (await readBenchBox(write, order, parcelNo)).waybillNo === waybillNo;

const leavingStates: readonly Order['state'][] = [
  'booked',
  'packed',
  'handed-over',
  'in-transit',
  'delivered',
  'returned',
];

/** The book says that it must not have left. */
const isStopped = ({ alarm, state }: Order): boolean => alarm !== '' || !leavingStates.includes(state);

async function noteConflict(
  { workspace, write, awayList: { list: own, last } }: Replay,
  kind: AwayConflict,
  { parcel, list }: { readonly parcel: HandoverParcel; readonly list: Handover },
): Promise<void> {
  const { orderId, orderNo, parcelNo, waybillNo } = parcel;
  const isThere = (await write.orders.byId(orderId)) !== undefined;
  await addConflict(workspace, write, {
    id: workspace.nextId(),
    kind,
    orderId: isThere ? orderId : '',
    orderNo,
    parcelNo,
    waybillNo,
    at: own.closedAt ?? last.at,
    operator: last.operator,
    listNo: list.no,
  });
  const code = codeOfConflict(kind);
  if (isThere) await addHistory(workspace, write, orderId, 'handed-over-away', { code });
}
