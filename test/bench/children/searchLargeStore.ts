import type { Job, Order } from '../../../electron/store/schema.ts';
import { sampleOrder } from '../../doubles/workspace/sampleOrder.ts';
import { openBenchWorkspace } from '../kit/openBenchWorkspace.ts';
import { percentile } from '../kit/percentile.ts';
import { report } from '../kit/runChild.ts';
import { seededRandom } from '../kit/seededRandom.ts';

/** How long the claim of one job and one search of the order book take among `count` orders with 5,000 open jobs. */
const [count = '1000000', jobCount = '5000'] = process.argv.slice(2);
const total = Number(count);
const random = seededRandom(7);
const pick = (text: string): string => [...text][Math.floor(random() * [...text].length)] ?? '';
const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华慧巧美雪梅兰';

function orderNo(no: number): Order {
  const isBooked = no % 10 !== 0;
  const name = `${pick(surnames)}${pick(given)}${random() < 0.7 ? pick(given) : ''}`;
  const tail = String(Math.floor(random() * 10_000)).padStart(4, '0');
  return sampleOrder(no, {
    receiverName: name,
    receiverPhone: `1380013${tail}`,
    receiverPhoneTail: tail,
    state: isBooked ? 'booked' : 'ready',
    waybillNo: isBooked ? `73${String(no).padStart(12, '0')}` : '',
    shipmentState: isBooked ? 'booked' : null,
  });
}

function job(no: number): Job {
  return {
    id: `job-${String(no).padStart(6, '0')}`,
    kind: 'book',
    subjectId: `shipment-${no}`,
    lane: `account-${no % 3}`,
    state: 'waiting',
    runAt: no,
    attempts: 0,
    createdAt: 0,
    workstationId: '',
    claimedBy: '',
    fence: 0,
  };
}

const { workspace, close } = await openBenchWorkspace(false);
const { store } = workspace;
for (let start = 0; start < total; start += 10_000) {
  const orders = Array.from({ length: Math.min(10_000, total - start) }, (_, index) =>
    orderNo(start + index),
  );
  await store.write((write) => write.orders.insertMany(orders));
}
await store.write(async (write) => {
  for (let no = 0; no < Number(jobCount); no++) await write.jobs.insert(job(no));
});

async function timed(times: number, act: (turn: number) => Promise<unknown>): Promise<number[]> {
  const durations: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const startedAt = performance.now();
    await act(turn);
    durations.push(performance.now() - startedAt);
  }
  return durations;
}

const page = { offset: 0, limit: 100 };
const some = (): Order => orderNo(Math.floor(random() * total));
const searches: Readonly<Record<string, () => string>> = {
  number: () => some().orderNo,
  waybill: () => `73${String(Math.floor(random() * total)).padStart(12, '0')}`,
  tail: () => String(Math.floor(random() * 10_000)).padStart(4, '0'),
  name: () => some().receiverName,
};
const claims = await timed(300, () =>
  store.write((write) => write.jobs.claim(['book', 'find'], 1, 1_000_000)),
);
const found: Record<string, number> = {};
for (const [kind, draw] of Object.entries(searches)) {
  const durations = await timed(100, () => store.read.orders.window({ search: draw() }, page));
  found[kind] = percentile(durations, 0.95);
}
report({ total, claimP95Ms: percentile(claims, 0.95), searchP95Ms: found });
await close();
