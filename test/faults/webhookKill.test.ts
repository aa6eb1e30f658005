import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { faultPointsOf } from '../../electron/platform/faultPoint.ts';
import { WebhookReceiver } from '../doubles/channels/webhookReceiver.ts';
import { freePort } from '../doubles/program/freePort.ts';
import type { ProgramRun } from '../doubles/program/shipdeskProgram.ts';
import { recordFaults } from './recordFaults.ts';
import { openShipBench, type ShipBench } from './shipBench.ts';
import { triedWays } from './triedWays.ts';

/** Long only where others use the machine as well. */
const waitMs = 60_000;

const cases = faultPointsOf.webhook.flatMap((point, index) =>
  triedWays(index).map((way) => ({ point, way })),
);

/** Three booked orders, and a program that is to be told of it. */
async function openBench(erp: WebhookReceiver): Promise<ShipBench> {
  const bench = await openShipBench(3, 'virtual', 5);
  const sender = ['--account', 'kdn', '--sender', join(bench.folder, 'sender.json')];
  const added = await bench.run(['door', 'webhook', 'add', 'ERP', erp.url, '--json']);
  expect(added.exitCode, added.stderr).toBe(0);
  erp.key = JSON.parse(added.stdout).key;
  expect((await bench.run(['import', join(bench.folder, 'orders.csv')])).exitCode).toBe(0);
  expect((await bench.run(['dispatch', '--until-empty', ...sender])).exitCode).toBe(0);
  return bench;
}

async function waiting(bench: ShipBench): Promise<number> {
  const { stdout } = await bench.run(['door', 'webhook', 'list', '--json']);
  return JSON.parse(stdout).webhooks[0].waiting;
}

/** Ends the program once it serves and owes nothing any more: an end before it hears Ctrl+C would be another kill. */
async function serveUntilAllArrived(bench: ShipBench, serve: readonly string[]): Promise<ProgramRun> {
  let child: ChildProcess | undefined;
  let said = '';
  const ended = bench.run(serve, {
    onStart: (started) => {
      child = started;
      started.stderr?.on('data', (piece) => (said += String(piece)));
    },
  });
  await vi.waitFor(() => expect(said).toContain('127.0.0.1'), { timeout: waitMs });
  await vi.waitFor(async () => expect(await waiting(bench)).toBe(0), { timeout: waitMs, interval: 500 });
  child?.kill('SIGINT');
  return ended;
}

const isOpen = (port: number): Promise<boolean> =>
  fetch(`http://127.0.0.1:${port}/`).then(
    () => true,
    () => false,
  );

it('Ctrl+C waits for what an address is just taking, and it is not posted again', async () => {
  const erp = await new WebhookReceiver().start();
  const bench = await openBench(erp);
  try {
    let answer = (): void => undefined;
    erp.answersAfter = new Promise((resolve) => {
      answer = resolve;
    });
    const events = await waiting(bench);
    const port = await freePort();
    let child: ChildProcess | undefined;
    const ended = bench.run(['door', 'serve', '--port', String(port)], {
      onStart: (started) => {
        child = started;
      },
    });
    await vi.waitFor(() => expect(erp.posts).toBe(1), { timeout: waitMs });
    child?.kill('SIGINT');
    await vi.waitFor(async () => expect(await isOpen(port)).toBe(false), { timeout: waitMs });
    answer();
    expect((await ended).exitCode).toBe(0);
    expect(await waiting(bench)).toBe(0);
    expect(erp.events).toHaveLength(events);
  } finally {
    await bench.close();
    await erp.stop();
  }
});

describe('an end while events are posted', () => {
  const startedAt = performance.now();
  let passed = 0;

  it.concurrent.each(cases)(
    '$way at $point: every event arrives, under its number and in order',
    async ({ point, way }) => {
      const erp = await new WebhookReceiver().start();
      const bench = await openBench(erp);
      try {
        const serve = ['door', 'serve', '--port', String(await freePort())];
        const events = await waiting(bench);
        expect(events).toBeGreaterThan(6);
        const environment = { SHIPDESK_FAULT_POINT: `${point}:1:${way}` };
        const ended = await bench.run(serve, { build: 'cli-faults', environment });
        expect(ended.exitCode, ended.stderr).not.toBe(0);
        const again = await serveUntilAllArrived(bench, serve);
        expect(again.exitCode, again.stderr).toBe(0);
        const numbers = erp.events.map(({ id }) => Number(id));
        const first = [...new Set(numbers)];
        expect(first).toHaveLength(events);
        expect(first).toEqual([...first].sort((one, other) => one - other));
        expect(erp.forged).toBe(0);
        passed++;
      } finally {
        await bench.close();
        await erp.stop();
      }
    },
  );

  afterAll(() =>
    recordFaults('posting events, every durable step', {
      cases: cases.length,
      kills: faultPointsOf.webhook.length,
      violations: cases.length - passed,
      durationMs: performance.now() - startedAt,
    }),
  );
});
