import { existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookShipment } from '../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../electron/usecases/booking/plan.ts';
import { addPrinter } from '../../../electron/usecases/printing/printers/printers.ts';
import type { Actor } from '../../../shared/domain/operator.ts';
import { type FakePrinter, startFakePrinter } from '../../doubles/printers/fakePrinter.ts';
import { commandNamed, runCommand } from '../../doubles/program/runCommand.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../doubles/workspace/openTestWorkspace.ts';
import { pageOf } from '../../doubles/workspace/pageOf.ts';
import { sampleOrder } from '../../doubles/workspace/sampleOrder.ts';
import { hireStaff } from '../../doubles/workspace/staff.ts';

const orders = [sampleOrder(1), sampleOrder(2)] as const;
const [{ id: orderId }, { id: readyId }] = orders;
const saved = { uri: 'virtual:', name: '一号台' };
const reason = '面单弄湿';
let workspace: TestWorkspace;
let staff: Awaited<ReturnType<typeof hireStaff>>;
let folder = '';
let device: FakePrinter;
let foreign: readonly string[] = [];
let accountId = '';

beforeAll(async () => {
  workspace = await openTestWorkspace();
  staff = await hireStaff(workspace);
  folder = mkdtempSync(join(tmpdir(), 'shipdesk-free-'));
  device = await startFakePrinter();
  foreign = [`virtual:${join(folder, 'deep/er')}`, `tcp://127.0.0.1:${device.port}`];
  await addPrinter(workspace, saved);
  ({ id: accountId } = await testAccount(workspace));
  await workspace.store.write((write) => write.orders.insertMany([...orders]));
  await planBookings(workspace, { orderIds: [orderId], accountId, carrier: 'ZTO', printerUri: null });
  const now = workspace.clock.now();
  const jobs = await workspace.store.write((write) => write.jobs.claim(['book'], 9, now));
  for (const job of jobs) await bookShipment(workspace, job);
});
afterAll(async () => {
  await device.close();
  await workspace.close();
  rmSync(folder, { recursive: true, force: true });
});

const actorOf = (post: keyof typeof staff): Actor => staff[post].hands.actor;
const notSaved = { code: 'PRINTER_NOT_SAVED' };
const printJobs = () => workspace.store.read.printJobs.ofOrder(orderId);

/** Nothing was made, nothing was sent, nothing waits to be sent. */
async function expectNothingHappened(): Promise<void> {
  expect(existsSync(join(folder, 'deep'))).toBe(false);
  expect(device.connections).toBe(0);
  expect(await printJobs()).toEqual([]);
}

describe('a page cannot send anything to an address of its choice', () => {
  it('a packer prints to saved printers only', async () => {
    const { ask } = pageOf(workspace, actorOf('packer'));
    for (const printerUri of foreign) {
      expect(await ask('print.print', { orderIds: [orderId], printerUri })).toMatchObject(notSaved);
      expect(await ask('print.reprint', { orderId, printerUri, reason })).toMatchObject(notSaved);
      const slips = { kind: 'slip', orderIds: [orderId], columns: 32, pickOrder: 'code', printerUri };
      expect(await ask('receipts.print', slips)).toMatchObject(notSaved);
    }
    await expectNothingHappened();
  });

  it('nor does a clerk who books or asks what stands in the way', async () => {
    const { ask } = pageOf(workspace, actorOf('clerk'));
    for (const printerUri of foreign) {
      const batch = { selection: { orderIds: [readyId] }, accountId, carrier: 'ZTO', printerUri };
      expect(await ask('ship.book', batch)).toMatchObject(notSaved);
      expect(await ask('preflight.check', { ...batch, mayAsk: true })).toMatchObject(notSaved);
    }
    expect(await workspace.store.read.orders.byId(readyId)).toMatchObject({ state: 'ready' });
    expect(await workspace.store.read.orders.byId(orderId)).toMatchObject({ state: 'booked' });
    await expectNothingHappened();
  });

  it('a clerk tries no account with a label sent elsewhere, and looks for no printer', async () => {
    const { ask } = pageOf(workspace, actorOf('clerk'));
    const missing = { code: 'OPERATOR_RIGHT_MISSING' };
    for (const uri of foreign) {
      expect(await ask('printerSetup.probe', { uri })).toMatchObject(missing);
      expect(await ask('printerSetup.print', { uri, sheet: 'test' })).toMatchObject(missing);
      expect(await ask('printerSetup.save', { uri, name: 'x', profile: {} })).toMatchObject(missing);
      expect(await ask('settings.addPrinter', { uri, name: 'x' })).toMatchObject(missing);
    }
    await expectNothingHappened();
  });
});

describe('a packer’s command line', () => {
  const inHands = (post: keyof typeof staff) => ({ ...workspace, actor: actorOf(post) });

  it('prints, reprints, tests and writes slips on saved printers only', async () => {
    for (const uri of foreign) {
      const tries = [
        ['printer test', [uri]],
        ['slip', ['--order', orders[0].orderNo, '--printer', uri]],
        ['print', [orders[0].orderNo, '--printer', uri]],
        ['print', [orders[0].orderNo, '--printer', uri, '--reprint', '--reason', reason]],
      ] as const;
      for (const [name, words] of tries) {
        const told = await runCommand(inHands('packer'), commandNamed(name), words).catch((error) => error);
        expect(JSON.stringify(told)).toContain('PRINTER_NOT_SAVED');
      }
    }
    await expectNothingHappened();
  });

  it('knows a saved printer by its name as by its address', async () => {
    for (const named of [saved.name, saved.uri])
      expect(await runCommand(inHands('packer'), commandNamed('printer test'), [named])).toMatchObject({
        ok: true,
        value: { json: { printers: [{ uri: saved.uri }] } },
      });
    const labels = join(workspace.folder, 'labels');
    for (const path of [labels, ...readdirSync(labels).map((name) => join(labels, name))])
      expect(statSync(path).mode & 0o077).toBe(0);
  });

  it('whoever sets up printers tries any address, and the owner without operators prints to it', async () => {
    const elsewhere = `virtual:${join(folder, 'trial')}`;
    expect(await runCommand(inHands('manager'), commandNamed('printer test'), [elsewhere])).toMatchObject({
      ok: true,
    });
    expect(existsSync(join(folder, 'trial'))).toBe(true);
    expect(await runCommand(workspace, commandNamed('printer test'), [elsewhere])).toMatchObject({
      ok: true,
    });
  });
});
