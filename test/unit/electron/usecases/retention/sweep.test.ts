import {
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  connectDatabase,
  databaseFileName,
  openDatabase,
} from '../../../../../electron/store/database/openDatabase.ts';
import type { Store } from '../../../../../electron/store/store.ts';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { importOrders } from '../../../../../electron/usecases/intake/importOrders.ts';
import { readOrderDetail } from '../../../../../electron/usecases/orders/detail.ts';
import { addHistory } from '../../../../../electron/usecases/orders/history.ts';
import { revealOrder } from '../../../../../electron/usecases/orders/reveal.ts';
import { reprintLabel } from '../../../../../electron/usecases/printing/reprint.ts';
import {
  personalDataOf,
  setRetention,
  showRetention,
} from '../../../../../electron/usecases/retention/retention.ts';
import { sweep, sweepDaily } from '../../../../../electron/usecases/retention/sweep.ts';
import { changeSettings } from '../../../../../electron/usecases/workspace/settings.ts';
import { dayMs, hourMs } from '../../../../../shared/rules/shopTime.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';

const dataKey = new Uint8Array(32).fill(7);
let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const persons = [
  { orderNo: '2026011500000001', name: '欧阳晓岚', phone: '13912345678', unit: '7栋1203室' },
  { orderNo: '2', name: '慕容秋雨', phone: '15898765432', unit: '9栋804室' },
  { orderNo: '2026011500000003', name: '司徒明远', phone: '18611223344', unit: '3栋501室' },
];
const needles = persons.flatMap(({ name, phone, unit }) => [name, phone, unit, phone.slice(3)]);
const foundIn = (text: string): string[] => needles.filter((needle) => text.includes(needle));
const saying = ({ name, phone, unit }: (typeof persons)[number]) => `找${name}，电话${phone}，${unit}`;

const file = () => join(workspace.folder, 'in.csv');

async function takeFile() {
  const rows = persons.map((one) =>
    [
      one.orderNo,
      one.name,
      one.phone,
      '广东省',
      '深圳市',
      '南山区',
      `丹溪路81号永乐苑${one.unit}`,
      `保温杯 ${saying(one)}`,
      '1',
      saying(one),
      saying(one),
    ].join(','),
  );
  const head = '订单号,收货人,手机,省,市,区,详细地址,商品名称,数量,买家留言,卖家备注';
  writeFileSync(file(), `\uFEFF${[head, ...rows].join('\r\n')}\r\n`);
  const report = await importOrders(workspace, { path: file(), minConfidence: 0.1, isDryRun: false });
  if (!report.ok) throw new Error(report.code);
  return report.value;
}

const orders = () => workspace.store.read.orders.window({}, { offset: 0, limit: 100 });
const order = async (orderNo: string) => {
  const found = await workspace.store.read.orders.byOrderNo(orderNo);
  if (found === undefined) throw new Error(orderNo);
  return found;
};

/** All were booked and signed for; texts of every kind name their persons. */
async function live(): Promise<void> {
  await takeFile();
  const { id: accountId } = await testAccount(workspace);
  await workspace.store.write(async (write) => {
    for (const one of await orders())
      await write.orders.move(one, 'ready', { complaintsJson: '[]', errorCode: '' });
  });
  const orderIds = (await orders()).map(({ id }) => id);
  await planBookings(workspace, { orderIds, accountId, carrier: 'ZTO', printerUri: 'virtual:' });
  const now = workspace.clock.now();
  const jobs = await workspace.store.write((write) => write.jobs.claim(['book'], 99, now));
  for (const job of jobs) await bookShipment(workspace, job);
  await workspace.store.write(async (write) => {
    for (const one of await orders()) {
      const person = persons.find(({ orderNo }) => orderNo === one.orderNo) ?? persons[0];
      if (person === undefined) continue;
      const text = saying(person);
      await addHistory(workspace, write, one.id, 'held', { note: text, data: { text } });
      for (const job of await write.printJobs.ofShipment(one.shipmentId ?? ''))
        await write.printJobs.move(job, 'failed', {});
      const lastText = `已由${text}签收`;
      await write.tracking.update(one.waybillNo, { state: 'signed', lastText, lastAt: now, checkedAt: now });
      const event = {
        waybillNo: one.waybillNo,
        at: now,
        location: text,
        status: 'signed',
        rawStatus: '3',
      } as const;
      await write.tracking.addEvents([
        { ...event, text: lastText },
        { ...event, text: `${lastText}。` },
      ]);
      await write.orders.move(one, 'delivered', { updatedAt: now, holdNote: text, buyer: person.name });
    }
  });
  const result = join(workspace.folder, 'results', 'old.csv');
  mkdirSync(join(workspace.folder, 'results'), { recursive: true });
  writeFileSync(result, persons.map(saying).join('\n'));
  utimesSync(result, now / 1000, now / 1000);
}

/** Every value of every table. */
function dumped(): string {
  const opened = openDatabase(join(workspace.folder, databaseFileName), dataKey, 'reader');
  if (!opened.ok) throw new Error(opened.code);
  const database = opened.value;
  const tables = database
    .prepare("select name from sqlite_master where type = 'table'")
    .pluck()
    .all() as string[];
  const text = tables
    .map((name) => JSON.stringify(database.prepare(`select * from "${name}"`).all()))
    .join('\n');
  database.close();
  return text;
}

/** Every page as it lies in the file, in clear. */
function pages(): string {
  const copy = join(workspace.folder, 'pages.db');
  rmSync(copy, { force: true });
  copyFileSync(join(workspace.folder, databaseFileName), copy);
  const database = connectDatabase(copy, dataKey);
  database.pragma('journal_mode=delete');
  database.pragma("rekey=''");
  database.close();
  return readFileSync(copy).toString('utf8');
}

const after = (days: number) => ({ now: workspace.clock.now() + days * dayMs });

it('after their time nothing of a person is left in tables, pages and files, and the order is still there', async () => {
  await live();
  expect(foundIn(dumped())).toEqual(needles);
  await workspace.store.emptyLog();
  expect(foundIn(pages())).toEqual(needles);
  const before = await order('2026011500000001');
  const swept = await sweep(workspace, after(91));
  expect(swept).toMatchObject({ ok: true, value: { erased: 3, files: 1, waiting: [] } });
  expect(foundIn(dumped())).toEqual([]);
  expect(foundIn(pages())).toEqual([]);
  expect(readdirSync(join(workspace.folder, 'results'))).toEqual([]);
  expect(await order('2026011500000001')).toMatchObject({
    receiverName: '欧**',
    receiverPhone: '',
    province: '广东省',
    city: '深圳市',
    district: '南山区',
    detail: '',
    waybillNo: before.waybillNo,
    contentHash: before.contentHash,
    state: 'delivered',
    quantity: 1,
  });
});

it('the same file again is reported as duplicates and brings nothing back, also where the number alone says nothing', async () => {
  await live();
  await sweep(workspace, after(91));
  expect(await takeFile()).toMatchObject({ imported: 0, duplicates: 3, changed: 0 });
  expect(await orders()).toHaveLength(3);
  expect(foundIn(dumped())).toEqual([]);
});

it('a file that says something else of an erased order changes nothing', async () => {
  await live();
  await sweep(workspace, after(91));
  const changed = readFileSync(file(), 'utf8').replaceAll('81号', '82号');
  writeFileSync(file(), changed);
  const report = await importOrders(workspace, { path: file(), minConfidence: 0.1, isDryRun: false });
  expect(report).toMatchObject({ ok: true, value: { imported: 0, duplicates: 3, changed: 0 } });
  expect(foundIn(dumped())).toEqual([]);
});

it('an order that is not over keeps its data, and the report says why', async () => {
  await takeFile();
  expect(await sweep(workspace, after(900))).toMatchObject({
    value: { erased: 0, waiting: [{ reason: 'not-sent', orders: 3 }] },
  });
});

it('money on delivery that was not paid out keeps its order whole, whatever the days', async () => {
  await live();
  const one = await order('2026011500000003');
  await workspace.store.write((write) => write.orders.show(one.id, { codFen: 9_900 }));
  expect(await sweep(workspace, after(91))).toMatchObject({
    value: { erased: 2, waiting: [{ reason: 'cod-open', orders: 1 }] },
  });
  expect((await order('2026011500000003')).receiverPhone).toBe('18611223344');
});

it('an erased order is not printed, shown or changed, and the refusal names the day', async () => {
  await live();
  await sweep(workspace, after(91));
  const { id: orderId } = await order('2026011500000001');
  const gone = { ok: false, code: 'ORDER_DATA_GONE' };
  expect(await reprintLabel(workspace, { orderId, printerUri: 'virtual:', reason: 'x' })).toMatchObject(gone);
  expect(await revealOrder(workspace, { orderId, reason: 'x' })).toMatchObject(gone);
  expect(await sweep(workspace, after(91))).toMatchObject({ value: { erased: 0 } });
});

it('a dry run counts and changes nothing', async () => {
  await live();
  const before = dumped();
  expect(await sweep(workspace, { ...after(91), isDryRun: true })).toMatchObject({
    value: { erased: 3, files: 1 },
  });
  expect(dumped()).toBe(before);
});

it('a clock that jumped a year ahead erases nothing, until a day of work has proven it', async () => {
  await live();
  await workspace.clock.advance(365 * dayMs);
  expect(await sweep(workspace)).toMatchObject({ value: { erased: 0, isProven: false } });
  for (let hour = 0; hour < 30; hour++) {
    await setRetention(workspace, 90);
    await workspace.clock.advance(hourMs);
  }
  expect(await sweep(workspace)).toMatchObject({ value: { erased: 3, isProven: true } });
});

it('the card of an order says on which day its data goes, that it waits for its money, and that it is gone', async () => {
  await live();
  const now = workspace.clock.now();
  const [one, other] = [await order('2026011500000001'), await order('2026011500000003')];
  expect(await personalDataOf(workspace, one)).toEqual({ erasedAt: null, goesAt: null, keptFor: null });
  await setRetention(workspace, 30);
  await workspace.store.write((write) => write.orders.show(other.id, { codFen: 9_900 }));
  expect(await personalDataOf(workspace, one)).toMatchObject({ goesAt: now + 30 * dayMs });
  await workspace.clock.advance(40 * dayMs);
  for (let hour = 0; hour < 30; hour++) {
    await changeSettings(workspace, { unshippedDays: 2 + (hour % 2) });
    await workspace.clock.advance(hourMs);
  }
  expect(await personalDataOf(workspace, other)).toMatchObject({ goesAt: null, keptFor: 'cod-open' });
  expect((await personalDataOf(workspace, one)).goesAt).toBeLessThanOrEqual(workspace.clock.now());
  await sweep(workspace, after(0));
  const erasedAt = workspace.clock.now();
  expect(await readOrderDetail(workspace, one.id)).toMatchObject({
    value: { personalData: { erasedAt, goesAt: null } },
  });
});

it('another time shows what it would take, and changes nothing', async () => {
  await live();
  const now = workspace.clock.now() + 60 * dayMs;
  expect(await showRetention(workspace, { now })).toMatchObject({ days: 90, due: 0, fileCount: 0 });
  expect(await showRetention(workspace, { now, days: 30 })).toMatchObject({ days: 90, due: 3, fileCount: 1 });
  expect(await showRetention(workspace, { now, days: null })).toMatchObject({ due: 0, waiting: [] });
});

it('a sweep says how many orders are erased so far', async () => {
  await live();
  const said: number[] = [];
  await sweep(workspace, { ...after(91), onProgress: (erased) => said.push(erased) });
  expect(said).toEqual([3]);
});

it('nothing goes automatically before somebody has chosen, and what would go is shown', async () => {
  await live();
  await workspace.clock.advance(60 * dayMs);
  for (let hour = 0; hour < 30; hour++) {
    await workspace.clock.advance(hourMs);
    await changeSettings(workspace, { unshippedDays: 2 + (hour % 2) });
  }
  const signal = new AbortController().signal;
  await sweepDaily(workspace, signal);
  expect(await showRetention(workspace)).toMatchObject({ isChosen: false });
  expect((await order('2026011500000001')).receiverPhone).toBe('13912345678');
  expect(await setRetention(workspace, 29)).toMatchObject({ code: 'RETENTION_DAYS_INVALID' });
  await setRetention(workspace, 30);
  await sweepDaily(workspace, signal);
  expect((await order('2026011500000001')).receiverPhone).toBe('');
});

it('ended at any of its commits it leaves no order half, and the next sweep ends it the same', async () => {
  await live();
  for (let commits = 0; ; commits++) {
    const { store } = workspace;
    let left = commits;
    const write: Store['write'] = (work) => {
      if (left-- === 0)
        return store.write(async (repositories) => {
          await work(repositories);
          throw new Error('ended');
        });
      return left < 0 ? Promise.reject(new Error('ended')) : store.write(work);
    };
    const ended = await sweep({ ...workspace, store: { ...store, write } }, after(91)).then(
      () => true,
      () => false,
    );
    const erased = await store.read.retention.erased((await orders()).map(({ id }) => id));
    for (const one of await orders())
      expect(erased.some(({ orderId }) => orderId === one.id)).toBe(one.receiverPhone === '');
    if (ended) break;
    expect(commits).toBeLessThan(20);
  }
  expect(foundIn(dumped())).toEqual([]);
});
