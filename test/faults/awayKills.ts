import { afterAll, beforeAll } from 'vitest';
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
  }, 120_000);
  afterAll(async () => {
    const { kills } = opened();
    const durationMs = performance.now() - startedAt;
    recordFaults(suite, { cases, kills, violations: cases - passed, durationMs });
    await opened().close();
  }, 120_000);
  return {
    get hall() {
      return opened();
    },
    passed() {
      passed += 1;
    },
  };
}
