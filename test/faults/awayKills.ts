import { afterAll, beforeAll, expect } from 'vitest';
import { systemClock } from '../../electron/platform/clock.ts';
import type { Order } from '../../electron/store/schema.ts';
import type { Store } from '../../electron/store/store.ts';
import type { FakePrinter } from '../doubles/printers/fakePrinter.ts';
import { AwayHall } from './awayHall.ts';
import { recordFaults } from './recordFaults.ts';

/** How many orders the hall of a suite has. */
interface HallOrders {
  readonly booked: number;
  /** Of which nothing has been sent. */
  readonly unsent?: number;
}

/** What the cases of one suite share. */
interface AwayKills {
  readonly hall: AwayHall;
  /** A case kept every promise. */
  passed(): void;
}

/** A suite that kills a bench of a server's book: its hall, and what is kept of its cases when they are over. */
export function awayKills(suite: string, cases: number, { booked, unsent = 0 }: HallOrders): AwayKills {
  const startedAt = performance.now();
  let hall: AwayHall | null = null;
  let passed = 0;
  const opened = (): AwayHall => {
    if (hall === null) throw new Error('no server runs');
    return hall;
  };
  beforeAll(async () => {
    hall = await AwayHall.open(booked, unsent);
  });
  afterAll(async () => {
    const { kills } = opened();
    const durationMs = performance.now() - startedAt;
    recordFaults(suite, { cases, kills, violations: cases - passed, durationMs });
    await opened().close();
  });
  return {
    get hall() {
      return opened();
    },
    passed() {
      passed += 1;
    },
  };
}

/** A label is scanned as soon as its printer has it: what is on its way is waited for. */
export async function allPrinted({ read }: Store, printer: FakePrinter): Promise<void> {
  while ((await read.printJobs.inStates(['waiting', 'rendering', 'sending'])).length > 0)
    await systemClock.sleep(50);
  await printer.idle();
}

/** Each is packed once, with one label, or waits for a person at its label. How many labels the book knows to have left. */
export async function packedOrAsking({ read }: Store, orders: readonly Order[]): Promise<number> {
  let known = 0;
  for (const { id } of orders) {
    const [label, ...more] = await read.printJobs.ofOrder(id);
    expect(more).toEqual([]);
    if (label?.sentAt != null) known += 1;
    const packed = (await read.history.ofOrder(id)).filter(({ kind }) => kind === 'packed');
    const state = (await read.orders.byId(id))?.state;
    expect(packed).toHaveLength(state === 'packed' ? 1 : 0);
    if (state !== 'packed') expect(label?.state).toBe('unsure');
  }
  return known;
}
