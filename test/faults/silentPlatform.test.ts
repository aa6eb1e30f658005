import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { orderSheet, sheetOrder, sheetSender } from '../doubles/files/orderSheet.ts';
import { kdniaoKeys } from '../doubles/platforms/kdniaoServer.ts';
import { type ProgramRun, runShipdesk } from '../doubles/program/shipdeskProgram.ts';

/** A booking's call is given up after this long; what was in hand when the patience ended still takes it. */
const callDeadlineMs = 30_000;

/** Start of the program, import and reports, on a machine that does other things as well. */
const aroundMs = 25_000;

const orderNos = [0, 1, 2, 3].map((no) => sheetOrder(no).orderNo);

interface TimedRun extends ProgramRun {
  readonly tookMs: number;
}

/** A workspace with an account at a server that takes every request and says nothing. */
async function openDesk() {
  const folder = mkdtempSync(join(tmpdir(), 'silent-platform-'));
  let taken = 0;
  const server = createServer((request) => {
    request.resume().on('end', () => {
      taken += 1;
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const written = (name: string, content: string | Uint8Array): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  async function run(words: readonly string[], input?: string): Promise<TimedRun> {
    const startedAt = Date.now();
    const ran = await runShipdesk([...words, '--data', join(folder, 'workspace'), '--lang', 'en', '--json'], {
      input,
      environment: { SHIPDESK_PASSPHRASE: 'silent passphrase' },
    });
    return { ...ran, tookMs: Date.now() - startedAt };
  }
  const { port } = server.address() as AddressInfo;
  const words = ['account', 'add', 'kdniao', '--name', 'kdn', '--id', kdniaoKeys.merchantId, '--key-stdin'];
  const added = await run([...words, '--endpoint', `http://127.0.0.1:${port}`], `${kdniaoKeys.apiKey}\n`);
  expect(added.exitCode, added.stderr).toBe(0);
  return {
    run,
    orders: written('orders.csv', orderSheet([0, 1, 2, 3].map((no) => sheetOrder(no)))),
    sender: written('sender.json', JSON.stringify(sheetSender)),
    taken: () => taken,
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      rmSync(folder, { recursive: true });
    },
  };
}

interface Report {
  readonly booked: number;
  readonly unsure: number;
  readonly waiting: number;
  readonly attention: readonly {
    readonly orderNo: string;
    readonly unsure?: true;
    readonly message: string;
  }[];
}

/** Ended in time with the word for it, and every order it cannot know of named as such. */
function expectGivenUp(ran: TimedRun, taken: number, patienceMs: number): void {
  expect(ran.exitCode, ran.stderr).toBe(3);
  expect(ran.tookMs).toBeLessThan(patienceMs + callDeadlineMs + aroundMs);
  const report = JSON.parse(ran.stdout) as Report;
  expect(report.booked).toBe(0);
  expect(report.unsure).toBeGreaterThan(0);
  expect(report.unsure).toBe(taken);
  const unsure = report.attention.filter((row) => row.unsure === true);
  expect(new Set(unsure.map(({ orderNo }) => orderNo)).size).toBe(report.unsure);
  for (const { orderNo, message } of unsure) {
    expect(orderNos).toContain(orderNo);
    expect(message).not.toBe('');
  }
}

// Both wait for half a minute and hardly work.
describe('a platform that takes every booking and never answers', () => {
  it.concurrent('ends `ship` after its patience and the calls in hand, and names each order it cannot know of', async () => {
    const { run, orders, sender, taken, close } = await openDesk();
    try {
      const words = ['ship', orders, '--account', 'kdn', '--sender', sender, '--printer', 'virtual:'];
      expectGivenUp(await run([...words, '--patience', '2']), taken(), 2_000);
    } finally {
      await close();
    }
  });

  it.concurrent('ends `dispatch` the same way', async () => {
    const { run, orders, sender, taken, close } = await openDesk();
    try {
      expect((await run(['import', orders])).exitCode).toBe(0);
      const words = ['dispatch', '--account', 'kdn', '--sender', sender, '--printer', 'virtual:'];
      expectGivenUp(await run([...words, '--until-empty', '--patience', '2']), taken(), 2_000);
    } finally {
      await close();
    }
  });
});
