import { copyFileSync, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { databaseFileName } from '../../../electron/store/database/openDatabase.ts';
import { type OpenedWorkspace, openWorkspace } from '../../../electron/usecases/workspace/open.ts';
import { noKeyStore } from '../../../electron/vault/keyStorePort.ts';
import { type BenchLine, benchPassphrase } from '../../doubles/program/benchLine.ts';
import { sampleJob } from '../../doubles/workspace/sampleJob.ts';
import { sampleOrder } from '../../doubles/workspace/sampleOrder.ts';
import { samplePrintJob } from '../../doubles/workspace/samplePrintJob.ts';
import { serverDesk } from './serverDesk.ts';

describe.skipIf(inject('server') === null)('an order book that moves house', () => {
  const desk = serverDesk();

  async function open(bench: BenchLine, whenMissing: 'create' | 'refuse' = 'refuse') {
    const request = { folder: bench.folder, passphrase: benchPassphrase, keyStore: noKeyStore };
    const opened = await openWorkspace({ ...request, isPracticeWanted: false, whenMissing }, bench.parts);
    if (!opened.ok) throw new Error(opened.code);
    return opened.value;
  }

  const label = 'file:///dev/usb/lp0?lang=zpl';
  const work = async ({ workspace }: Pick<OpenedWorkspace, 'workspace'>) => ({
    printed: await workspace.store.read.printJobs.byId('p1').then((job) => job?.printerUri),
    print: await workspace.store.read.jobs.ofSubject('p1').then((job) => [job?.lane, job?.workstationId]),
    book: await workspace.store.read.jobs.ofSubject('s9').then((job) => [job?.lane, job?.workstationId]),
  });

  /** A PC with three orders in its own folder. */
  async function shop() {
    const bench = desk.bench();
    const opened = await open(bench, 'create');
    await opened.workspace.store.write(async (write) => {
      await write.orders.insertMany([1, 2, 3].map((no) => sampleOrder(no)));
      await write.printJobs.insert(samplePrintJob({ id: 'p1', printerUri: label }));
      await write.jobs.insert(sampleJob({ id: 'j1', kind: 'print', subjectId: 'p1', lane: label }));
      await write.jobs.insert(sampleJob({ id: 'j2', kind: 'book', subjectId: 's9', lane: 'a1' }));
      await write.settings.put('theme', 'dark');
      await write.settings.put('cutOffHour', 17);
    });
    await opened.close();
    return bench;
  }

  const orders = async (bench: BenchLine) => (await bench.json(['orders', 'list'])).orders;
  const file = ({ folder }: BenchLine) => join(folder, databaseFileName);

  it('lies on the server then, the former file aside, and others may join', async () => {
    const [bench, database] = [await shop(), await desk.database()];
    const before = await orders(bench);
    const moved = await bench.json(['workspace', 'move', '--server', desk.url(database), '--name', 'first']);
    expect(moved).toMatchObject({ engine: 'server' });
    expect(existsSync(file(bench))).toBe(false);
    const [aside = ''] = readdirSync(join(bench.folder, 'set-aside'));
    expect(readdirSync(join(bench.folder, 'set-aside', aside))).toEqual([databaseFileName]);
    expect(await orders(bench)).toEqual(before);
    const { workspace, close } = await open(bench);
    expect(await workspace.store.read.settings.all()).toMatchObject({ theme: 'dark', cutOffHour: 17 });
    const { id } = workspace.workstation;
    // A label goes to the printer of this PC alone, a booking may be anybody's.
    expect(await work({ workspace })).toEqual({
      printed: `at:${id}/${label}`,
      print: [`at:${id}/${label}`, id],
      book: ['a1', ''],
    });
    await close();

    const { invitation } = await bench.json(['workspace', 'invite', '--show-code']);
    const second = desk.bench();
    await second.json(['workspace', 'join', '--name', 'second'], [String(invitation)]);
    expect(await orders(second)).toEqual(before);
    const settings = await open(second);
    // What a PC looks like is its own, what the shop decided is everybody's.
    expect(await settings.workspace.store.read.settings.all()).toMatchObject({
      theme: 'system',
      cutOffHour: 17,
    });
    await settings.close();
  });

  it('comes back, and no other PC writes into what is left on the server', async () => {
    const [bench, database] = [await shop(), await desk.database()];
    await bench.json(['workspace', 'move', '--server', desk.url(database), '--name', 'first']);
    const { invitation } = await bench.json(['workspace', 'invite', '--show-code']);
    const second = desk.bench();
    await second.json(['workspace', 'join', '--name', 'second'], [String(invitation)]);
    const stillOpen = await open(second);
    await stillOpen.workspace.store.write((write) => write.orders.insertMany([sampleOrder(4)]));
    const atWork = await bench.run(['workspace', 'move', '--here']);
    expect(atWork).toMatchObject({ exitCode: 4, notes: expect.stringContaining('SERVER_BENCHES_AT_WORK') });
    // It was not heard of for long, but it has the book open.
    await desk.query(database, 'delete from workstation_leases');
    const moved = await bench.json(['workspace', 'move', '--here']);
    expect(moved).toMatchObject({ engine: 'embedded' });
    expect(existsSync(file(bench))).toBe(true);
    expect((await bench.json(['orders', 'list'])).total).toBe(4);
    expect(await bench.json(['workspace', 'status'])).toMatchObject({ engine: 'embedded' });
    const back = await open(bench);
    expect(await work(back)).toEqual({ printed: label, print: [label, 'own'], book: ['a1', ''] });
    await back.close();
    const late = stillOpen.workspace.store.write((write) => write.orders.insertMany([sampleOrder(5)]));
    await expect(late).rejects.toMatchObject({ failure: { code: 'SERVER_BOOK_MOVED' } });
    await stillOpen.close();
    const refused = await second.run(['orders', 'list']);
    expect(refused).toMatchObject({ exitCode: 4, notes: expect.stringContaining('SERVER_BOOK_MOVED') });
    await bench.json(['workspace', 'move', '--server', desk.url(database), '--name', 'first']);
    expect((await bench.json(['orders', 'list'])).total).toBe(4);
  });

  it('goes through where a printer stands in it under both of its addresses, there and back', async () => {
    const [bench, database] = [await shop(), await desk.database()];
    const placed = async (uris: readonly string[], bookOf: OpenedWorkspace) => {
      await bookOf.workspace.store.write(async (write) => {
        for (const [no, uri] of uris.entries()) {
          await write.printers.put({ uri, name: `name ${no}`, createdAt: no, profileJson: '{}' });
          await write.paperRolls.put({ printerUri: uri, labels: 100 + no, loadedAt: 1 });
          await write.printJobs.insert(
            samplePrintJob({ id: `both ${uri}`, shipmentId: uri, printerUri: uri }),
          );
        }
      });
      await bookOf.close();
    };
    const before = await open(bench);
    const { workspaceId } = before.workspace;
    // Left by an earlier stay on a server, where this bench had the same id.
    await placed([label, `at:${workspaceId}/${label}`], before);
    await bench.json(['workspace', 'move', '--server', desk.url(database), '--name', 'first']);
    const there = await open(bench);
    const { read } = there.workspace.store;
    const [only, ...more] = await read.printers.all();
    expect([only?.uri, only?.name, more]).toEqual([`at:${workspaceId}/${label}`, 'name 0', []]);
    expect((await read.paperRolls.all()).map(({ labels }) => labels)).toEqual([100]);
    const totals = await read.printJobs.countsByPrinter();
    expect(totals.map(({ printerUri }) => printerUri)).toEqual([`at:${workspaceId}/${label}`]);
    expect(totals.reduce((sum, { total }) => sum + Number(total), 0)).toBe(3);
    await there.workspace.store.write((write) =>
      write.printers.put({ uri: label, name: 'left', createdAt: 9, profileJson: '{}' }),
    );
    await there.close();
    await bench.json(['workspace', 'move', '--here']);
    const back = await open(bench);
    expect((await back.workspace.store.read.printers.all()).map(({ uri, name }) => [uri, name])).toEqual([
      [label, 'name 0'],
    ]);
    await back.close();
  });

  it('does not take the place of a book that somebody works with, nor of anything else', async () => {
    const [bench, database] = [await shop(), await desk.database()];
    const copy = desk.bench();
    await (await open(copy, 'create')).close();
    for (const name of ['keys.json', databaseFileName])
      copyFileSync(join(bench.folder, name), join(copy.folder, name));
    await bench.json(['workspace', 'move', '--server', desk.url(database)]);
    await bench.json(['orders', 'list']);
    const again = await copy.run(['workspace', 'move', '--server', desk.url(database)]);
    expect(again).toMatchObject({ exitCode: 4, notes: expect.stringContaining('SERVER_DATABASE_USED') });
    const other = await shop();
    const foreign = await other.run(['workspace', 'move', '--server', desk.url(database)]);
    expect(foreign).toMatchObject({ exitCode: 4, notes: expect.stringContaining('SERVER_DATABASE_USED') });
    expect((await other.json(['orders', 'list'])).total).toBe(3);
    const there = await bench.run(['workspace', 'move', '--server', desk.url(await desk.database())]);
    expect(there).toMatchObject({ exitCode: 2, notes: expect.stringContaining('MOVE_IS_THERE') });
    const here = await other.run(['workspace', 'move', '--here']);
    expect(here).toMatchObject({ exitCode: 2, notes: expect.stringContaining('MOVE_IS_THERE') });
  });
});
