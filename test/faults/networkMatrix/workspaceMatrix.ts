import type { HttpPort } from '../../../electron/platform/http.ts';
import type { Order } from '../../../electron/store/schema.ts';
import { bookShipment } from '../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../electron/usecases/booking/plan.ts';
import { recoverWork } from '../../../electron/usecases/workspace/recover.ts';
import type { ScriptedFault } from '../../doubles/platforms/scriptedFaults.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../doubles/workspace/sampleOrder.ts';
import type { FaultRecord } from './faultRecord.ts';
import type { MatrixBench, MatrixDouble } from './matrixBench.ts';

/** Short for silence, long enough for a busy machine. */
const replyTimeoutMs = 600;
/** As many calls side by side as a lane runs. */
const abreast = 8;

interface Named {
  readonly name: string;
  readonly fault: ScriptedFault;
}

const named = (name: string, fault: ScriptedFault): Named => ({ name, fault: { times: 1, ...fault } });
const pass = named('answered', { kind: 'delay', delayMs: 0 });

/** What can come of a booking; the questions after it meet a part of these. */
function bookingFaults(bench: MatrixBench): Named[] {
  return [
    pass,
    named('reply lost', { kind: 'accept-then-drop' }),
    named('request lost', { kind: 'reset-before' }),
    named('accepted, silence', { kind: 'accept-then-silence' }),
    named('HTML, accepted', { kind: 'html', accept: true }),
    named('HTML, not accepted', { kind: 'html', accept: false }),
    named('502, accepted', { kind: 'status', status: 502, accept: true }),
    named('502, not accepted', { kind: 'status', status: 502, accept: false }),
    named('429', { kind: 'status', status: 429, headers: { 'retry-after': '2' } }),
    named('cut', { kind: 'cut-json' }),
    named('GBK, accepted', { kind: 'gbk', accept: true }),
    named('deep, accepted', { kind: 'deep', accept: true }),
    named('no number', { kind: 'patch', body: bench.numberMissing }),
    named("another order's", { kind: 'patch', body: bench.otherOrder }),
    named('refused', { kind: 'reply', body: bench.refusal }),
    named('out of order', { kind: 'reply', body: bench.systemFault }),
    named('redirect', { kind: 'status', status: 307, headers: { location: '/' }, accept: true }),
  ];
}

const questionFaults: readonly Named[] = [
  pass,
  named('reply lost', { kind: 'accept-then-drop' }),
  named('request lost', { kind: 'reset-before' }),
  named('503', { kind: 'status', status: 503, accept: true }),
];

const lastFaults = questionFaults.filter(({ name }) => ['answered', 'reply lost', '503'].includes(name));

interface Trial {
  readonly order: Order;
  readonly name: string;
}

/**
 * Orders through the real workspace, each with a fault at its booking and at the next two calls: whatever the faults
 * were, an order has at most one waybill and ends booked, refused with a reason, or with a person; after a restart
 * with a sound platform every waybill of the ledger is in the book.
 */
export async function runWorkspaceMatrix(bench: MatrixBench, record: FaultRecord): Promise<void> {
  const workspace = await openTestWorkspace({ platforms: [] });
  const double = await bench.open(() => workspace.clock.now());
  try {
    hurry(workspace);
    const account = await testAccount(workspace, {
      platform: bench.platform.manifest.id,
      ...bench.account,
      endpoint: double.url,
    });
    const trials = await plan(workspace, bench, double, account.id);
    await workUntilQuiet(workspace);
    double.clear();
    for (const trial of trials) await judge(workspace, double, trial, record);
    await recoverWork(workspace);
    await workUntilQuiet(workspace);
    for (const trial of trials) await judgeAfterRestart(workspace, double, trial, record);
  } finally {
    await double.close();
    await workspace.close();
  }
}

function hurry(workspace: TestWorkspace): void {
  const { http, clock } = workspace.ports;
  const hurried: HttpPort = { send: (request) => http.send({ ...request, timeoutMs: replyTimeoutMs }) };
  Object.assign(workspace, { ports: { http: hurried, clock } });
}

async function plan(
  workspace: TestWorkspace,
  bench: MatrixBench,
  double: MatrixDouble,
  accountId: string,
): Promise<Trial[]> {
  const trials: Trial[] = [];
  for (const first of bookingFaults(bench)) {
    for (const second of questionFaults) {
      for (const third of lastFaults) {
        const order = sampleOrder(trials.length);
        trials.push({ order, name: [first, second, third].map(({ name }) => name).join(' / ') });
        for (const { fault } of [first, second, third]) double.add({ ...fault, orderCode: order.orderNo });
      }
    }
  }
  await workspace.store.write((write) => write.orders.insertMany(trials.map(({ order }) => order)));
  const planned = await planBookings(workspace, {
    orderIds: trials.map(({ order }) => order.id),
    accountId,
    carrier: bench.carrier,
    printerUri: null,
  });
  if (!planned.ok || planned.value.planned !== trials.length) throw new Error(JSON.stringify(planned));
  return trials;
}

/** Works what is due, as the loop would, and moves the clock to what is due next, until nothing waits any more. */
async function workUntilQuiet(workspace: TestWorkspace): Promise<void> {
  for (;;) {
    const now = workspace.clock.now();
    const jobs = await workspace.store.write((write) => write.jobs.claim(['book', 'find'], abreast, now));
    await Promise.all(jobs.map((job) => bookShipment(workspace, job)));
    const dueAt = await workspace.store.read.jobs.nextDueAt(['book', 'find']);
    if (dueAt === null) return;
    if (jobs.length === 0) await workspace.clock.advance(Math.max(1, dueAt - now));
  }
}

async function endOf(workspace: TestWorkspace, double: MatrixDouble, { order }: Trial) {
  const row = await workspace.store.read.orders.byId(order.id);
  const shipment = (await workspace.store.read.shipments.ofOrder(order.id)).at(-1);
  const job = shipment === undefined ? undefined : await workspace.store.read.jobs.ofSubject(shipment.id);
  const given = shipment === undefined ? [] : double.waybillsOf(shipment.orderCode);
  return { row, shipment, job, given };
}

async function judge(
  workspace: TestWorkspace,
  double: MatrixDouble,
  trial: Trial,
  record: FaultRecord,
): Promise<void> {
  const { row, shipment, job, given } = await endOf(workspace, double, trial);
  const isBooked = row?.state === 'booked' && row.waybillNo === given[0];
  const isRefused =
    (row?.state === 'needs-review' || row?.state === 'ready') &&
    row.errorCode !== '' &&
    shipment?.state === 'refused' &&
    given.length === 0;
  const isAsked = shipment?.state === 'unsure' && job?.state === 'parked' && shipment.errorCode !== '';
  record.add(trial.name, [
    given.length > 1 && `${given.length} waybills`,
    !isBooked && !isRefused && !isAsked && `ends as ${row?.state}, ${shipment?.state}, ${job?.state}`,
  ]);
}

async function judgeAfterRestart(
  workspace: TestWorkspace,
  double: MatrixDouble,
  trial: Trial,
  record: FaultRecord,
): Promise<void> {
  const { row, given } = await endOf(workspace, double, trial);
  record.add(`${trial.name}, after a restart`, [
    given.length > 1 && `${given.length} waybills`,
    given.length === 1 && row?.waybillNo !== given[0] && `the waybill is forgotten (${row?.state})`,
    given.length === 0 && row?.waybillNo !== '' && 'a waybill nobody gave',
  ]);
}
