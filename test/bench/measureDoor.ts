import { setTimeout as sleep } from 'node:timers/promises';
import { doorOrder, openDoorDesk } from '../doubles/program/doorDesk.ts';
import { type Figure, whole } from './kit/figure.ts';
import { percentile } from './kit/percentile.ts';

const seconds = 20;
const callers = 4;
const bookingsASecond = 20;

/** The automation door while orders come in and are booked beside it: questions of four programs, one after the other each. */
export async function measureDoor(): Promise<Figure[]> {
  const desk = await openDoorDesk();
  try {
    const tokens = await Promise.all(
      Array.from({ length: callers }, (_, no) => desk.token(`ERP ${no}`, 'orders:write', 'orders:read')),
    );
    const stopping = new AbortController();
    const [writer = ''] = tokens;
    const booking = book(desk, writer, stopping.signal);
    const took: number[] = [];
    const startedAt = performance.now();
    await Promise.all(
      tokens.map(async (token) => {
        while (performance.now() - startedAt < seconds * 1_000) {
          const askedAt = performance.now();
          const reply = await fetch(`${desk.origin}/v1/orders?limit=20`, {
            headers: { authorization: `Bearer ${token}` },
          });
          await reply.arrayBuffer();
          if (reply.status === 200) took.push(performance.now() - askedAt);
          // Within the door's cap of a hundred a second for each token.
          else await sleep(100);
        }
      }),
    );
    stopping.abort();
    const booked = await booking;
    const beside = `while ${(booked / seconds).toFixed(0)} bookings a second run`;
    return [
      {
        name: `Calls of the automation door a second, ${callers} programs, ${beside}`,
        value: whole(took.length / seconds),
        aim: '',
        isMet: null,
        note: `aimed at ${bookingsASecond} bookings a second; a token may call 100 times a second`,
      },
      {
        name: `A call of the automation door, 99 of 100, ${beside}`,
        value: `${percentile(took, 0.99).toFixed(1)} ms`,
        aim: '',
        isMet: null,
        note: 'twenty orders listed, over HTTP, token checked each time',
      },
    ];
  } finally {
    await desk.close();
  }
}

/** Hands orders over and has them booked, as many a second as are aimed at; how many were. */
async function book(
  desk: Awaited<ReturnType<typeof openDoorDesk>>,
  token: string,
  signal: AbortSignal,
): Promise<number> {
  const client = await desk.client(token);
  let booked = 0;
  for (let round = 0; !signal.aborted; round++) {
    const nextAt = performance.now() + 1_000;
    const orders = Array.from({ length: bookingsASecond }, (_, no) => doorOrder(round * 1_000 + no));
    await client.addOrders?.({ orders });
    const run = await desk.line(['dispatch', '--until-empty', '--json', '--sender', desk.senderFile]);
    if (!signal.aborted) booked += JSON.parse(run.stdout).booked ?? 0;
    await sleep(Math.max(0, nextAt - performance.now()));
  }
  return booked;
}
