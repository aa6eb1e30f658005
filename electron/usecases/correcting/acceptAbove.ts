import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AddressReading } from '../../../shared/domain/addressReading.ts';
import { type Party, partyOf } from '../../../shared/domain/party.ts';
import { readReceiver } from '../../addresses/readReceiver.ts';
import type { Order } from '../../store/schema.ts';
import { recordAct } from '../operators/acts.ts';
import { complaintsOf, readReceiverColumns, receiverTextOf } from '../orders/order.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { refuseReceiver, writeAcceptance } from './acceptance.ts';

interface AcceptAboveRequest {
  /** 0..1: less certain readings stay. */
  readonly minConfidence: number;
  readonly issue?: string | undefined;
  /** Orders with a later id came after the preview and stay. Empty: all that are there now. */
  readonly untilId: string;
}

export interface BatchProgress {
  readonly done: number;
  readonly total: number;
  readonly accepted: number;
}

/** Why an order stays with a person whatever the threshold. */
const stayReasons = ['below', 'ambiguous', 'incomplete', 'masked', 'other'] as const;
type StayReason = (typeof stayReasons)[number];

type Verdict =
  | { readonly kind: 'accept'; readonly receiver: Party; readonly reading: AddressReading }
  | { readonly kind: 'stay'; readonly why: StayReason };

/** Orders read, or written with one transaction, before others get their turn. */
const chunk = 250;

/** Would a batch take this order, and with which receiver? The same answer in the preview and in the run. */
function judgeForBatch(order: Order, reading: AddressReading, minConfidence: number): Verdict {
  const receiver = partyOf(reading);
  const stay = (why: StayReason): Verdict => ({ kind: 'stay', why });
  if (complaintsOf(order).some(({ code }) => !code.startsWith('ADDRESS_'))) return stay('other');
  if (reading.issues.includes('masked')) return stay('masked');
  const refused = refuseReceiver(receiver);
  if (refused !== null) return stay(refused.code === 'ADDRESS_MASKED' ? 'masked' : 'incomplete');
  if (reading.status === 'reject') return stay('incomplete');
  if (isAmbiguous(reading)) return stay('ambiguous');
  if (reading.confidence.overall < minConfidence) return stay('below');
  return { kind: 'accept', receiver, reading };
}

/** More than one legal path, or two that contradict each other: no threshold takes the choice from a person. */
function isAmbiguous({ candidates, issues }: AddressReading): boolean {
  return candidates.length > 1 || issues.includes('district_ambiguous') || issues.includes('region_conflict');
}

/** Every waiting order with its verdict, in chunks; one address is read once. */
async function* verdicts(workspace: Workspace, request: AcceptAboveRequest) {
  const { divisions, store } = workspace;
  for (let afterId = ''; ; ) {
    const orders = await store.read.review.next(request, { id: afterId, untilId: request.untilId }, chunk);
    const last = orders.at(-1);
    if (last === undefined) return;
    afterId = last.id;
    yield orders.map((order) => {
      const reading = readReceiver(readReceiverColumns(order.receiverColumnsJson), divisions);
      return { order, verdict: judgeForBatch(order, reading, request.minConfidence) };
    });
    await nextTurn();
  }
}

/**
 * What accepting all above a threshold would do, to the last order; changes nothing. Null: cancelled. `untilId` is handed
 * to the run, so that it takes what was previewed and nothing newer.
 */
export async function previewAcceptAbove(
  workspace: Workspace,
  request: Omit<AcceptAboveRequest, 'untilId'>,
  onProgress: (progress: BatchProgress) => void,
  signal?: AbortSignal,
) {
  const untilId = await workspace.store.read.review.lastId();
  const total = (await workspace.store.read.review.totals(request)).orders;
  const changes = createChangeTally();
  const stays = createChangeTally();
  let done = 0;
  let accepted = 0;
  for await (const judged of verdicts(workspace, { ...request, untilId })) {
    if (signal?.aborted === true) return null;
    for (const { order, verdict } of judged) {
      if (verdict.kind === 'stay') stays.add(verdict.why, order, receiverTextOf(order), '');
      else {
        accepted += 1;
        changes.addReading(order, verdict.reading);
      }
    }
    done += judged.length;
    onProgress({ done, total, accepted });
  }
  return { untilId, accepted, staying: done - accepted, changes: changes.result(), stays: stays.result() };
}

/** Accepts what the preview named, one transaction a chunk, all under one step. Stopped half-way, what is done stays and can be undone. */
export async function acceptAbove(
  workspace: Workspace,
  request: AcceptAboveRequest,
  onProgress: (progress: BatchProgress) => void,
  signal?: AbortSignal,
) {
  const stepId = workspace.nextId();
  const total = (await workspace.store.read.review.totals(request)).orders;
  let done = 0;
  let accepted = 0;
  for await (const judged of verdicts(workspace, request)) {
    if (signal?.aborted === true) return { stepId, accepted, isCancelled: true };
    accepted += await workspace.store.write(async (write) => {
      let written = 0;
      for (const { order, verdict } of judged) {
        if (verdict.kind === 'stay') continue;
        // Somebody else was quicker: theirs stands.
        if (await writeAcceptance(workspace, write, order, { receiver: verdict.receiver, stepId }))
          written += 1;
      }
      const what = `orders ${written}`;
      if (written > 0) await recordAct(workspace, write, { kind: 'corrected-in-bulk', what });
      return written;
    });
    done += judged.length;
    onProgress({ done, total, accepted });
    workspace.changed('orders', 'status');
  }
  return { stepId, accepted, isCancelled: false };
}

interface ChangeSample {
  readonly orderId: string;
  readonly orderNo: string;
  readonly from: string;
  readonly to: string;
}

const maxSamples = 3;

/** Counts what a batch would do, by kind of change; an order with two changes of one kind counts once. */
function createChangeTally() {
  const tallies = new Map<string, { kind: string; field: string; orders: number; samples: ChangeSample[] }>();
  const put = (kind: string, field: string, order: Order, from: string, to: string): void => {
    const key = `${kind} ${field}`;
    const tally = tallies.get(key) ?? { kind, field, orders: 0, samples: [] };
    tallies.set(key, tally);
    tally.orders += 1;
    if (tally.samples.length < maxSamples)
      tally.samples.push({ orderId: order.id, orderNo: order.orderNo, from, to });
  };
  return {
    add: (kind: string, order: Order, from: string, to: string): void => put(kind, '', order, from, to),
    addReading(order: Order, reading: AddressReading): void {
      const seen = new Set<string>();
      for (const { field, from, to, reason } of reading.corrections) {
        const kind = reason.split(':')[0] ?? reason;
        if (seen.has(`${kind} ${field}`)) continue;
        seen.add(`${kind} ${field}`);
        put(kind, field, order, from, to);
      }
      if (seen.size > 0) return;
      const { province, city, district, town, detail } = reading;
      const address = [province, city === province ? '' : city, district, town, detail].filter(Boolean);
      put('unchanged', '', order, receiverTextOf(order), address.join(' '));
    },
    /** The largest kind first. */
    result: () => [...tallies.values()].sort((a, b) => b.orders - a.orders),
  };
}
