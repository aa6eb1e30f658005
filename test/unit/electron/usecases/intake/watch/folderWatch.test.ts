import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { FolderWatch } from '../../../../../../electron/usecases/intake/watch/folderWatch.ts';
import type { WatchSetting } from '../../../../../../electron/usecases/intake/watch/takeDroppedFile.ts';
import { changeSettings } from '../../../../../../electron/usecases/workspace/settings.ts';
import { orderSheet, sheetOrder } from '../../../../../doubles/files/orderSheet.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
let setting: WatchSetting;
let watch: FolderWatch;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  setting = { folder: join(workspace.folder, 'drop'), profile: '', action: 'import' };
  mkdirSync(setting.folder);
  watch = new FolderWatch(workspace);
});
afterEach(() => workspace.close());

const some = (count: number) => Array.from({ length: count }, (_, no) => sheetOrder(no));
const drop = (name: string, content: string) => writeFileSync(join(setting.folder, name), content);
const inside = (...path: string[]) => readdirSync(join(setting.folder, ...path)).sort();

async function round(wanted = setting) {
  const outcome = await watch.round(wanted);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

/** As two looks three seconds apart do. */
async function settled(wanted = setting) {
  await round(wanted);
  await workspace.clock.advance(3_000);
  return round(wanted);
}

describe('the watched folder', () => {
  it('takes a finished file in, writes what became of it, and moves it to done', async () => {
    drop('orders.csv', orderSheet(some(5)));
    const { taken } = await settled();
    expect(taken).toMatchObject([{ file: 'orders.csv', state: 'taken', imported: 5, code: '' }]);
    expect(inside()).toEqual(['done']);
    expect(inside('done')).toEqual(['orders.csv', 'orders.csv.report.txt']);
    expect(readFileSync(join(setting.folder, 'done/orders.csv'), 'utf8')).toBe(orderSheet(some(5)));
    expect(await workspace.store.read.orders.count({})).toBe(5);
  });

  it('waits while a file still grows, and leaves unfinished names, folders and links alone', async () => {
    drop('orders.csv', orderSheet(some(2)));
    for (const name of ['~$orders.xlsx', 'a.part', 'b.tmp', '.hidden.csv', 'c.csv.crdownload'])
      drop(name, 'x');
    mkdirSync(join(setting.folder, 'archive'));
    symlinkSync('/etc/hostname', join(setting.folder, 'link.csv'));
    expect(await round()).toEqual({ taken: [], waiting: 1 });
    drop('orders.csv', orderSheet(some(9)));
    await workspace.clock.advance(3_000);
    expect(await round()).toEqual({ taken: [], waiting: 1 });
    await workspace.clock.advance(3_000);
    expect((await round()).taken).toMatchObject([{ imported: 9 }]);
    expect(inside()).toHaveLength(8);
  });

  it('moves what it cannot read to failed and says why; the others still come in', async () => {
    drop('a.csv', '\u0000\u0001\u0002 nothing');
    drop('b.csv', orderSheet(some(1)));
    const { taken } = await settled();
    expect(taken).toMatchObject([
      { file: 'a.csv', state: 'failed' },
      { file: 'b.csv', state: 'taken' },
    ]);
    expect(inside('failed')).toEqual(['a.csv', 'a.csv.report.txt']);
    expect(readFileSync(join(setting.folder, 'failed/a.csv.report.txt'), 'utf8')).toContain(taken[0]?.code);
    expect(await workspace.store.read.watchedFiles.count('failed')).toBe(1);
  });

  it('stops counting a failed file once a person has seen it, until it is dropped again as it was', async () => {
    drop('a.csv', '\u0000\u0001\u0002 nothing');
    await settled();
    await workspace.store.write((write) => write.watchedFiles.markSeen());
    expect(await workspace.store.read.watchedFiles.count('failed')).toBe(0);
    drop('a.csv', '\u0000\u0001\u0002 nothing');
    expect((await settled()).taken).toMatchObject([{ file: 'a.csv', state: 'failed' }]);
    expect(inside('failed')).toContain('a (2).csv');
    expect(await workspace.store.read.watchedFiles.count('failed')).toBe(1);
  });

  it('knows the same content again under any name, and replaces no file', async () => {
    drop('orders.csv', orderSheet(some(3)));
    await settled();
    drop('orders.csv', orderSheet(some(3)));
    drop('copy.csv', orderSheet(some(3)));
    expect((await settled()).taken.map(({ state }) => state)).toEqual(['again', 'again']);
    expect(inside('done').filter((name) => name.endsWith('.csv'))).toEqual([
      'copy.csv',
      'orders (2).csv',
      'orders.csv',
    ]);
    expect(await workspace.store.read.imports.count()).toBe(1);
  });

  it('waits for a file that comes after one of the same name, size and time, as for any other', async () => {
    const path = join(setting.folder, 'orders.csv');
    const writtenAt = new Date(1_700_000_000_000);
    for (const expected of ['taken', 'again']) {
      drop('orders.csv', orderSheet(some(3)));
      utimesSync(path, writtenAt, writtenAt);
      expect((await round()).taken).toEqual([]);
      await workspace.clock.advance(3_000);
      expect((await round()).taken).toMatchObject([{ state: expected }]);
    }
  });

  it('puts the rows that could not be taken beside it, and they can be dropped again once mended', async () => {
    const good = orderSheet(some(2));
    drop('orders.csv', `${good}20269999,,,,,,,样品,1,\r\n`);
    expect((await settled()).taken).toMatchObject([{ imported: 2, rejected: 1 }]);
    expect(inside('done')).toEqual(['orders.csv', 'orders.csv.failed-rows.xlsx', 'orders.csv.report.txt']);
  });

  it('queues the ready orders when it was told to ship', async () => {
    const account = await testAccount(workspace);
    await changeSettings(workspace, { defaultAccountId: account.id });
    drop('orders.csv', orderSheet(some(4)));
    expect((await settled({ ...setting, action: 'ship' })).taken).toMatchObject([{ planned: 4 }]);
    expect(await workspace.store.read.orders.count({ state: 'booking' })).toBe(4);
  });

  it('writes no receiver into the report', async () => {
    drop('orders.csv', orderSheet(some(3).map((order) => ({ ...order, phone: '138****0000' }))));
    await settled();
    const report = readFileSync(join(setting.folder, 'done/orders.csv.report.txt'), 'utf8');
    for (const { name, detail } of some(3)) {
      expect(report).not.toContain(name);
      expect(report).not.toContain(detail);
    }
  });

  it('says that the folder is gone, and goes on when it is back', async () => {
    const gone = { ...setting, folder: join(workspace.folder, 'nowhere') };
    expect(await watch.round(gone)).toMatchObject({ code: 'WATCH_FOLDER_UNREADABLE' });
    mkdirSync(gone.folder);
    expect(await watch.round(gone)).toMatchObject({ value: { taken: [] } });
    expect(existsSync(gone.folder)).toBe(true);
  });
});
