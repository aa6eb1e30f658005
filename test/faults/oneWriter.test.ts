import { appendFileSync, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ProgramRun } from '../doubles/program/shipdeskProgram.ts';
import { openShipBench, type ShipBench } from './shipBench.ts';

const orders = 12;
/** Longer than a program takes to start. */
const latencyMs = 3_000;

interface CountedBench extends ShipBench {
  /** Requests of any kind that reached the platform since the bench was opened. */
  calls(): Promise<number>;
}

async function callsOf({ platform }: ShipBench): Promise<number> {
  const stats = (await (await fetch(`${platform.url}/__stats`)).json()) as Record<string, { total: number }>;
  return Object.values(stats).reduce((sum, { total }) => sum + total, 0);
}

async function withBench(work: (bench: CountedBench) => Promise<void>): Promise<void> {
  const bench = await openShipBench(orders, 'tcp', latencyMs);
  const before = await callsOf(bench);
  try {
    await work({ ...bench, calls: async () => (await callsOf(bench)) - before });
  } finally {
    await bench.close();
  }
}

/** `work` once the first booking is on its way, while the run goes on. */
async function amidstOf(bench: CountedBench, work: () => Promise<void> | void): Promise<ProgramRun> {
  const running = bench.ship();
  while ((await bench.calls()) === 0) await new Promise((resolve) => setTimeout(resolve, 50));
  await work();
  return running;
}

const codeOf = (run: ProgramRun) => /error (\w+)/.exec(run.stderr)?.[1] ?? '';

/** Whatever happened before: the next run ends the work, and each order was called for once. */
async function expectEachOnce(bench: CountedBench): Promise<void> {
  const last = await bench.ship();
  expect(last.exitCode, last.stderr).toBe(0);
  expect(bench.platform.ledger()).toHaveLength(orders);
  expect(await bench.calls()).toBe(orders);
}

describe('two programs on one workspace', () => {
  it('the lock’s file removed in the middle: the second is refused, the first stops, twelve orders are twelve calls', () =>
    withBench(async (bench) => {
      let second: ProgramRun | undefined;
      const first = await amidstOf(bench, async () => {
        rmSync(join(bench.data, 'shipdesk.writer'));
        second = await bench.ship();
      });
      expect(second?.exitCode).toBe(4);
      expect(codeOf(second as ProgramRun)).toBe('WORKSPACE_BUSY');
      expect(first.exitCode).toBe(4);
      expect(codeOf(first)).toBe('WORKSPACE_TAKEN');
      expect(bench.platform.ledger().length).toBeLessThan(orders);
      await expectEachOnce(bench);
    }));

  it('the lock’s file removed in the middle: no backup takes the place of the database under the program', () =>
    withBench(async (bench) => {
      const backup = join(bench.folder, 'before.sdbackup');
      expect((await bench.run(['backup', '--out', backup])).exitCode).toBe(0);
      let restore: ProgramRun | undefined;
      const first = await amidstOf(bench, async () => {
        rmSync(join(bench.data, 'shipdesk.writer'));
        restore = await bench.run(['restore', backup]);
      });
      expect(restore?.exitCode, restore?.stdout).toBe(4);
      expect(codeOf(restore as ProgramRun)).toBe('WORKSPACE_BUSY');
      expect(existsSync(join(bench.data, 'set-aside'))).toBe(false);
      expect(first.exitCode).toBe(4);
      await expectEachOnce(bench);
    }));

  it('the lock’s file replaced in the middle: the program stops before its next call', () =>
    withBench(async (bench) => {
      const first = await amidstOf(bench, () => {
        rmSync(join(bench.data, 'shipdesk.writer'));
        writeFileSync(join(bench.data, 'shipdesk.writer'), '');
      });
      expect(first.exitCode).toBe(4);
      await expectEachOnce(bench);
    }));

  it('a line somebody else writes into the journal in the middle: bookings wait, and a manager renews it', () =>
    withBench(async (bench) => {
      const first = await amidstOf(bench, () => {
        const folder = join(bench.data, 'outside-calls');
        for (const name of readdirSync(folder)) appendFileSync(join(folder, name), 'bm90IG91cnM=\n');
      });
      expect(first.exitCode, first.stderr).toBe(3);
      expect(first.stdout).toContain('JOURNAL_BROKEN');
      const doctor = await bench.run(['doctor', '--json']);
      expect(JSON.parse(doctor.stdout)).toMatchObject({
        checks: expect.arrayContaining([expect.objectContaining({ name: 'journal', state: 'fail' })]),
      });
      const again = await bench.run(['dispatch', '--json']);
      expect(again.exitCode).toBe(3);
      const renewed = await bench.run(['journal', 'renew', '--json']);
      expect(renewed.exitCode, renewed.stderr).toBe(0);
      await bench.ship();
      expect(bench.platform.ledger()).toHaveLength(orders);
      expect(await bench.calls()).toBe(orders);
    }));
});
