import type { Job, Order } from '../../../electron/store/schema.ts';
import { seededRandom } from '../../doubles/seededRandom.ts';
import { sampleOrder } from '../../doubles/workspace/sampleOrder.ts';

const random = seededRandom(7);
const pick = (text: string): string => [...text][Math.floor(random() * [...text].length)] ?? '';
const surnames = '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗';
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华慧巧美雪梅兰';

/** An order of a large book: nine of ten are booked, names and phones are drawn. */
export function bookOrder(no: number): Order {
  const isBooked = no % 10 !== 0;
  const name = `${pick(surnames)}${pick(given)}${random() < 0.7 ? pick(given) : ''}`;
  const tail = String(Math.floor(random() * 10_000)).padStart(4, '0');
  return sampleOrder(no, {
    receiverName: name,
    receiverPhone: `1380013${tail}`,
    receiverPhoneTail: tail,
    state: isBooked ? 'booked' : 'ready',
    waybillNo: isBooked ? waybillOf(no) : '',
    shipmentState: isBooked ? 'booked' : null,
  });
}

const waybillOf = (no: number): string => `73${String(no).padStart(12, '0')}`;

export function bookJob(no: number): Job {
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

/** What is typed into the search of a book of `total` orders, by its kind. */
export const bookSearches = (total: number): Readonly<Record<string, () => string>> => {
  const some = () => Math.floor(random() * total);
  return {
    number: () => bookOrder(some()).orderNo,
    waybill: () => waybillOf(some()),
    tail: () => String(Math.floor(random() * 10_000)).padStart(4, '0'),
    name: () => bookOrder(some()).receiverName,
  };
};

/** Milliseconds of each turn. */
export async function timed(times: number, act: (turn: number) => Promise<unknown>): Promise<number[]> {
  const durations: number[] = [];
  for (let turn = 0; turn < times; turn++) {
    const startedAt = performance.now();
    await act(turn);
    durations.push(performance.now() - startedAt);
  }
  return durations;
}
