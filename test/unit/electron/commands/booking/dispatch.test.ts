import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CommandResult } from '../../../../../electron/commands/main/command.ts';
import type { PrinterTransport } from '../../../../../electron/printers/kit/printerTransport.ts';
import type { Outcome } from '../../../../../shared/errors/outcome.ts';
import { didNotHappen, unknownOutcome } from '../../../../../shared/errors/outcome.ts';
import { type ScriptedPlatform, scriptedPlatform } from '../../../../doubles/platforms/scriptedPlatform.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

const printerUri = 'tcp://127.0.0.1:9100';
const offTransport: PrinterTransport = {
  id: 'tcp',
  send: async () =>
    didNotHappen('PRINTER_UNREACHABLE', { host: '127.0.0.1', port: 9100, cause: 'ECONNREFUSED' }),
  find: async () => unknownOutcome('PRINTER_KEEPS_NO_RECORD'),
  probe: async () => 'ready',
};

let workspace: TestWorkspace;
let platform: ScriptedPlatform;
beforeEach(async () => {
  platform = scriptedPlatform();
  workspace = await openTestWorkspace({ platforms: [platform], transports: [offTransport] });
  await testAccount(workspace, { platform: 'scripted', name: 'shop' });
  const orders = [1, 2, 3].map((no) => sampleOrder(no));
  await workspace.store.write((write) => write.orders.insertMany(orders));
});
afterEach(() => workspace.close());

/** Runs to its end on a clock moved by hand. */
async function run(name: string, ...words: readonly string[]): Promise<CommandResult> {
  let isOver = false;
  const running = runCommand(workspace, commandNamed(name), words).finally(() => {
    isOver = true;
  });
  while (!isOver) await workspace.clock.advance(500);
  const ran: Outcome<CommandResult> = await running;
  if (!ran.ok) throw new Error(ran.code);
  return ran.value;
}

const dispatch = (...words: readonly string[]) =>
  run('dispatch', '--account', 'shop', '--carrier', 'ZTO', ...words);

describe('dispatch', () => {
  it('says why each order has no number, and counts it once: one was refused, two were never sent', async () => {
    platform.next.push(didNotHappen('CARRIER_CREDENTIALS'));
    const { exitCode, json, human } = await dispatch();
    expect(exitCode).toBe(3);
    expect(json).toMatchObject({ booked: 0, failed: 3, unsent: 2, waiting: 0, unsure: 0 });
    expect(json).toMatchObject({ attention: Array(3).fill({ code: 'CARRIER_CREDENTIALS' }) });
    expect(human.join('\n')).toContain('[CARRIER_CREDENTIALS]');
    expect(human).toContainEqual(expect.stringContaining('2 of the rejected were never sent'));
    expect(platform.calls).toHaveLength(1);
  });

  it('says what orders wait for that could not be sent', async () => {
    Object.assign(platform, { book: async () => didNotHappen('NETWORK_REFUSED', { host: 'platform' }) });
    const { exitCode, json } = await dispatch();
    expect(exitCode).toBe(3);
    expect(json).toMatchObject({ failed: 0, waiting: 3 });
    expect(json).toMatchObject({ attention: Array(3).fill({ code: 'NETWORK_REFUSED' }) });
  });

  it('says that the account gets nothing through, where an order was not even tried', async () => {
    const silent = async () => unknownOutcome('CARRIER_BAD_REPLY', { reason: 'html' });
    Object.assign(platform, { book: silent, find: silent });
    const more = Array.from({ length: 40 }, (_, no) => sampleOrder(10 + no));
    await workspace.store.write((write) => write.orders.insertMany(more));
    const { json } = await dispatch();
    const { attention, waiting, unsure } = json as {
      readonly attention: readonly { readonly code: string; readonly orderNo: string }[];
      readonly waiting: number;
      readonly unsure: number;
    };
    expect(waiting).toBeGreaterThan(0);
    expect(attention[0]).toMatchObject({ code: 'PREFLIGHT_LANE_BROKEN', orderNo: '' });
    expect(attention).toHaveLength(1 + unsure);
  });

  it('does not end as done while labels of its orders did not come out', async () => {
    const { exitCode, json } = await dispatch('--printer', printerUri);
    expect(json).toMatchObject({ booked: 3, printed: 0, printUnsure: 0, printFailed: 3 });
    expect(json).toMatchObject({ attention: Array(3).fill({ code: 'PRINTER_UNREACHABLE' }) });
    expect(exitCode).toBe(3);
  });

  it('ends as done when all is booked', async () => {
    expect(await dispatch()).toMatchObject({ exitCode: 0, json: { booked: 3, attention: [] } });
  });

  it('does not end as done while an order waits to be corrected, however often it is run', async () => {
    await workspace.store.write((write) =>
      write.orders.insertMany([{ ...sampleOrder(9), state: 'needs-review' }]),
    );
    for (const booked of [3, 0]) {
      const { exitCode, json, human } = await dispatch();
      expect({ exitCode, json }).toMatchObject({ exitCode: 3, json: { booked, needsReview: 1 } });
      expect(human.join('\n')).toContain('needs-review');
    }
  });
});

describe('orders unsure', () => {
  it('says of each order why nobody knows', async () => {
    const portal = async () => unknownOutcome('CARRIER_BAD_REPLY', { reason: 'html' });
    Object.assign(platform, { book: portal, find: portal });
    await dispatch();
    const { human } = await run('orders unsure');
    expect(human.filter((line) => line.includes('a web page, not an answer'))).not.toHaveLength(0);
  });

  it('names no time that is over as the one of its next question: nobody asks until the queue is worked', async () => {
    const portal = async () => unknownOutcome('CARRIER_BAD_REPLY', { reason: 'html' });
    Object.assign(platform, { book: portal, find: portal });
    await dispatch();
    await workspace.clock.advance(2 * 3_600_000);
    // As every opening does.
    await workspace.store.write((write) => write.jobs.unpark());
    const { human } = await run('orders unsure');
    expect(human.filter((line) => line.includes('when the queue is worked next'))).not.toHaveLength(0);
    expect(human.filter((line) => /asking again \d/.test(line))).toEqual([]);
  });
});
