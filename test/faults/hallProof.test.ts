import { expect, it } from 'vitest';
import { systemClock } from '../../electron/platform/clock.ts';
import { seededChance } from '../doubles/seededChance.ts';
import { type MovingAddress, startMovingAddress } from '../doubles/servers/movingAddress.ts';
import { startReplica } from '../doubles/servers/postgresReplica.ts';
import { startPostgres } from '../doubles/servers/postgresServer.ts';
import { BenchHall } from './benchHall.ts';
import { expectPromisesKept, untilDone } from './hallPromises.ts';
import { hallSize, hallTimeoutMs } from './hallSize.ts';
import { recordFaults } from './recordFaults.ts';

const { benches: benchCount, orders: orderCount, breaks } = hallSize({ benches: 3, orders: 160, breaks: 8 });
const random = seededChance(Number(process.env.SHIPDESK_SOAK_SEED ?? 1));

/** How long a connection is slow, and by how much each way. */
const slowForMs = 1_500;
const slowByMs = 40;

/** A primary and a replica with each commit on both; the desk and every other bench come by cables that can be cut. */
async function openHall() {
  const primary = await startPostgres();
  if (primary === null) return null;
  const replica = await startReplica(primary);
  const desk = await startMovingAddress(primary.port);
  const cables: (readonly MovingAddress[])[] = [];
  const server = {
    ...primary,
    port: desk.port,
    async close() {
      for (const cable of [desk, ...cables.flat()]) await cable.close();
      await replica.close();
      await primary.close();
    },
  };
  const hall = await BenchHall.on(server, benchCount, orderCount);
  for (const bench of hall.benches) {
    bench.ports = [primary.port, replica.port];
    if (bench.no % 2 === 1) continue;
    const pair = [await startMovingAddress(primary.port), await startMovingAddress(replica.port)];
    bench.ports = pair.map(({ port }) => port);
    cables.push(pair);
  }
  return { hall, primary, replica, desk, cables };
}

type Opened = NonNullable<Awaited<ReturnType<typeof openHall>>>;

const turns = ['kill', 'stop', 'cut', 'kill', 'delay'] as const;
const kinds = {
  kill: 'benches killed',
  stop: 'server stopped and started',
  cut: 'connections cut',
  delay: 'connections delayed',
} as const;

/** One thing goes wrong, in turns; where, chance decides. */
async function breakOne({ hall, cables }: Opened, turn: keyof typeof kinds): Promise<void> {
  const cable = cables[Math.floor(random() * cables.length)] ?? [];
  switch (turn) {
    case 'cut':
      for (const end of cable) end.cut();
      return;
    case 'delay':
      for (const end of cable) end.delay(slowByMs);
      await systemClock.sleep(slowForMs);
      for (const end of cable) end.delay(0);
      return;
    case 'stop':
      return hall.cutServer(500);
    case 'kill': {
      const busy = await hall.sending();
      const bench = busy[Math.floor(random() * busy.length)] ?? hall.benches[0];
      if (bench === undefined) return;
      await systemClock.sleep(random() * 400);
      await hall.kill(bench);
      hall.start(bench);
    }
  }
}

/** Until at most so many orders are left to be booked and printed. */
async function untilLeft({ hall }: Opened, most: number): Promise<void> {
  for (;;) {
    const left = await hall.left(hall.benches);
    if (left <= most || hall.bugs.length > 0) return;
    for (const bench of hall.benches) if (bench.child === null) hall.start(bench);
    await systemClock.sleep(100);
  }
}

it(
  'a hall in which benches, server, primary and cables break in the middle of work loses and doubles nothing',
  async (test) => {
    const opened = await openHall();
    if (opened === null) return test.skip('no PostgreSQL is installed here');
    const { hall, primary, replica, desk } = opened;
    const startedAt = performance.now();
    const seen = new Map<string, number>();
    let violations = 1;
    try {
      for (const bench of hall.benches) hall.start(bench);
      for (let step = 1; step <= breaks && hall.bugs.length === 0; step++) {
        await untilLeft(opened, Math.round(orderCount * (1 - step / (breaks + 1))));
        if (step === Math.ceil(breaks / 2)) {
          await primary.stopNow();
          await replica.promote();
          desk.moveTo(replica.port);
          seen.set('replica promoted', 1);
        } else {
          const turn = turns[(step - 1) % turns.length] ?? 'kill';
          // The promoted one is the last there is.
          const now = turn === 'stop' && step > breaks / 2 ? 'kill' : turn;
          await breakOne(opened, now);
          seen.set(kinds[now], (seen.get(kinds[now]) ?? 0) + 1);
        }
        if (step % 20 === 0) tell(`${step} of ${breaks} breaks`, startedAt, seen);
      }
      await untilDone(hall, hall.benches);
      expect(hall.bugs).toEqual([]);
      tell(`${orderCount} orders at ${benchCount} benches`, startedAt, seen);
      await expectPromisesKept(hall, orderCount);
      violations = 0;
    } finally {
      recordFaults('a hall that breaks everywhere', {
        cases: benchCount,
        kills: hall.kills + 1,
        violations,
        durationMs: performance.now() - startedAt,
      });
      await hall.close();
    }
  },
  hallTimeoutMs,
);

function tell(what: string, startedAt: number, seen: ReadonlyMap<string, number>): void {
  const seconds = Math.round((performance.now() - startedAt) / 1_000);
  const breaksSeen = [...seen].map(([kind, times]) => `${kind} ${times}`).join(', ');
  process.stdout.write(`${what} after ${seconds} s: ${breaksSeen}\n`);
}
