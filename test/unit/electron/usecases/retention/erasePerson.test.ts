import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { databaseFileName, openDatabase } from '../../../../../electron/store/database/openDatabase.ts';
import type { Store } from '../../../../../electron/store/store.ts';
import { contactKeyOf } from '../../../../../electron/usecases/correcting/memoryKeys.ts';
import { importOrders } from '../../../../../electron/usecases/intake/importOrders.ts';
import { eraseAwaited, erasePerson } from '../../../../../electron/usecases/retention/erasePerson.ts';
import { findPerson } from '../../../../../electron/usecases/retention/person.ts';
import { sweepDaily } from '../../../../../electron/usecases/retention/sweep.ts';
import { nothingKnown, storeSnapshot } from '../../../../../electron/usecases/tracking/storeSnapshot.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { samplePrintJob } from '../../../../doubles/workspace/samplePrintJob.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const reason = '本人来电要求删除';
const asked = { phone: '139 1234 5678', reason };
const needles = ['欧阳晓岚', '13912345678', '7栋1203室'];

/** Two of hers, one of them signed for; one of a neighbour whose note names her number; one of each other person. */
const rows = [
  ['A-2026-0001', '欧阳晓岚', '13912345678', '丹溪路81号永乐苑7栋1203室', ''],
  ['A-2026-0002', '欧阳晓岚', '139-1234-5678', '丹溪路81号永乐苑7栋1203室', ''],
  ['A-2026-0003', '慕容秋雨', '15898765432', '丹溪路82号', '不在家打 139 1234 5678 欧女士'],
  ['A-2026-0004', '司徒明远', '18412345678-1111', '丹溪路83号', ''],
  ['A-2026-0005', '端木向晨', '18412345678-2222', '丹溪路84号', ''],
];

async function takeFile() {
  const path = join(workspace.folder, 'in.csv');
  const head = '订单号,收货人,手机,省,市,区,详细地址,卖家备注,商品名称,数量';
  const lines = rows.map(([no, name, phone, detail, note]) =>
    [no, name, phone, '广东省', '深圳市', '南山区', detail, note, '保温杯', '1'].join(','),
  );
  writeFileSync(path, `\uFEFF${[head, ...lines].join('\r\n')}\r\n`);
  const report = await importOrders(workspace, { path, minConfidence: 0.1, isDryRun: false });
  if (!report.ok) throw new Error(report.code);
  return report.value;
}

const order = async (orderNo: string) => {
  const found = await workspace.store.read.orders.byOrderNo(orderNo);
  if (found === undefined) throw new Error(orderNo);
  return found;
};

async function end(...orderNos: readonly string[]): Promise<void> {
  for (const orderNo of orderNos) {
    const one = await order(orderNo);
    await workspace.store.write((write) => write.orders.move(one, 'cancelled', { holdNote: '' }));
  }
}

function dumped(): string {
  const opened = openDatabase(join(workspace.folder, databaseFileName), new Uint8Array(32).fill(7), 'reader');
  if (!opened.ok) throw new Error(opened.code);
  const tables = opened.value
    .prepare("select name from sqlite_master where type = 'table'")
    .pluck()
    .all() as string[];
  const text = tables.map((name) => JSON.stringify(opened.value.prepare(`select * from "${name}"`).all()));
  opened.value.close();
  return text.join('\n');
}
const left = () => needles.filter((needle) => dumped().includes(needle));

const acts = async () =>
  (await workspace.store.read.operatorActs.window({ offset: 0, limit: 20 })).map(
    ({ kind, what, reason: why, step }) => ({ kind, what, why, step }),
  );

it('what is kept about a number is reported with what may go and why the rest stays, and the look is on record', async () => {
  await takeFile();
  await end('A-2026-0001');
  const found = await findPerson(workspace, asked);
  expect(found).toMatchObject({
    value: { total: 2, free: 1, named: 1, otherExtensions: 0, erasedAt: null },
  });
  const orders = found.ok ? found.value.orders : [];
  expect(orders.find(({ orderNo }) => orderNo === 'A-2026-0002')).toMatchObject({ keptFor: 'not-sent' });
  const [look] = await acts();
  expect(look).toMatchObject({ kind: 'person-looked-up', why: reason });
  expect(look?.what).not.toContain('5678');
});

it('without a reason, or without a whole number, nothing is reported and nothing erased', async () => {
  await takeFile();
  expect(await findPerson(workspace, { ...asked, reason: ' ' })).toMatchObject({
    code: 'PERSON_NEEDS_REASON',
  });
  expect(await erasePerson(workspace, { phone: '5678', reason })).toMatchObject({
    code: 'PERSON_PHONE_UNREADABLE',
  });
  expect(left()).toEqual(needles);
});

it('a number written into the reason does not come into the record', async () => {
  await takeFile();
  await findPerson(workspace, { ...asked, reason: '13912345678 来电' });
  expect(JSON.stringify(await acts())).not.toContain('13912345678');
});

it('orders that are over lose the person at once; the number, the goods and the province stay', async () => {
  await takeFile();
  await end('A-2026-0001', 'A-2026-0002', 'A-2026-0003');
  expect(await erasePerson(workspace, asked)).toMatchObject({
    value: { erased: 2, changed: 1, left: { total: 0, named: 0 } },
  });
  expect(left()).toEqual([]);
  expect(await order('A-2026-0001')).toMatchObject({ receiverName: '欧**', province: '广东省', quantity: 1 });
  expect((await order('A-2026-0003')).sellerRemark).toContain('139****5678');
  expect((await order('A-2026-0003')).receiverPhone).toBe('15898765432');
});

it('an order under way stays whole, and goes automatically once it is over, though nobody chose how long data is kept', async () => {
  await takeFile();
  await end('A-2026-0001');
  expect(await erasePerson(workspace, asked)).toMatchObject({
    value: { erased: 1, left: { total: 1, orders: [{ orderNo: 'A-2026-0002', keptFor: 'not-sent' }] } },
  });
  expect((await order('A-2026-0002')).receiverPhone).not.toBe('');
  await end('A-2026-0002', 'A-2026-0003');
  await sweepDaily(workspace, new AbortController().signal);
  expect((await order('A-2026-0002')).receiverPhone).toBe('');
  // What was written over stays readable in the database's log until that is emptied.
  expect(statSync(join(workspace.folder, `${databaseFileName}-wal`)).size).toBe(0);
  expect((await acts())[0]).toMatchObject({ kind: 'person-erased', what: 'awaited 1' });
  expect(await workspace.store.read.settings.get('awaitedErasures')).toEqual([]);
});

it('a relay number without its extension is nobody’s, and with it one person’s', async () => {
  await takeFile();
  await end('A-2026-0004', 'A-2026-0005');
  expect(await erasePerson(workspace, { phone: '18412345678', reason })).toMatchObject({
    value: { erased: 0, changed: 0, left: { total: 0, otherExtensions: 2 } },
  });
  expect(await erasePerson(workspace, { phone: '18412345678转1111', reason })).toMatchObject({
    value: { erased: 1, left: { otherExtensions: 1 } },
  });
  expect((await order('A-2026-0005')).receiverPhone).toContain('18412345678');
});

it('files of results that hold the number go, others stay', async () => {
  await takeFile();
  await end('A-2026-0001', 'A-2026-0002');
  const results = join(workspace.folder, 'results');
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, 'hers.csv'), '订单号,手机\r\nA-2026-0001,13912345678\r\n');
  writeFileSync(join(results, 'theirs.csv'), '订单号,手机\r\nA-2026-0003,15898765432\r\n');
  expect(await erasePerson(workspace, asked)).toMatchObject({ value: { files: 1 } });
  expect(readdirSync(results)).toEqual(['theirs.csv']);
});

it('a file of results stays as long as an order in it is under way', async () => {
  await takeFile();
  await end('A-2026-0001');
  const results = join(workspace.folder, 'results');
  mkdirSync(results, { recursive: true });
  writeFileSync(join(results, 'today.csv'), '订单号,手机\r\nA-2026-0002,13912345678\r\n');
  expect(await erasePerson(workspace, asked)).toMatchObject({ value: { erased: 1, files: 0 } });
  expect(readdirSync(results)).toEqual(['today.csv']);
});

it('an address that was learned of the person goes, those of others stay', async () => {
  await takeFile();
  const { store, clock } = workspace;
  const learn = (id: string, phone: string) =>
    store.write((write) =>
      write.learned.learn({
        id,
        kind: 'address',
        source: '',
        shop: '',
        textKey: `text ${id}`,
        addressKey: `address ${id}`,
        contactKey: contactKeyOf({ phone, extension: '' }),
        valueKey: `value ${id}`,
        mayLift: 0,
        written: phone,
        name: '欧',
        phone,
        extension: '',
        province: '广东省',
        city: '深圳市',
        district: '南山区',
        town: '',
        detail: '丹溪路81号',
        learnedAt: clock.now(),
        forgottenAt: null,
      }),
    );
  await learn('hers', '13912345678');
  await learn('theirs', '15898765432');
  expect(await erasePerson(workspace, asked)).toMatchObject({ value: { addresses: 1 } });
  expect(await store.read.learned.byId('hers')).toBeUndefined();
  expect(await store.read.learned.byId('theirs')).toBeDefined();
});

it('what was typed about the person and not saved goes, and what was typed about others stays', async () => {
  await takeFile();
  const { clock, store } = workspace;
  const typed = (name: string, text: string) => ({ name, valueJson: JSON.stringify(text), at: clock.now() });
  await store.write(async (write) => {
    await write.drafts.put(typed('hers', '给 139 1234 5678 补发'));
    await write.drafts.put(typed('theirs', '给 15898765432 补发'));
  });
  await erasePerson(workspace, asked);
  expect(await store.read.drafts.byName('hers')).toBeUndefined();
  expect(await store.read.drafts.byName('theirs')).toBeDefined();
});

it('labels that were drawn for the person go as files, those of others stay', async () => {
  await takeFile();
  await end('A-2026-0001', 'A-2026-0003');
  const [hers, theirs] = [await order('A-2026-0001'), await order('A-2026-0003')];
  await workspace.store.write(async (write) => {
    for (const [id, { id: orderId }] of [
      ['hers', hers],
      ['theirs', theirs],
    ] as const)
      await write.printJobs.insert(
        samplePrintJob({ id, orderId, shipmentId: `of-${id}`, state: 'confirmed' }),
      );
  });
  const labels = join(workspace.folder, 'labels');
  mkdirSync(labels, { recursive: true });
  for (const name of ['hers.png', 'theirs.png']) writeFileSync(join(labels, name), 'drawn');
  expect(await erasePerson(workspace, asked)).toMatchObject({ ok: true, value: { erased: 1 } });
  expect(readdirSync(labels)).toEqual(['theirs.png']);
});

it('backups that may still hold the person are named, and the number is known as erased when asked again', async () => {
  await takeFile();
  await end('A-2026-0001', 'A-2026-0002');
  mkdirSync(join(workspace.folder, 'backups'), { recursive: true });
  writeFileSync(join(workspace.folder, 'backups', 'mine.sdbackup'), 'of whatever day');
  expect(await erasePerson(workspace, asked)).toMatchObject({
    value: { left: { backups: [{ name: 'mine.sdbackup', goesBy: null }] } },
  });
  expect(await findPerson(workspace, asked)).toMatchObject({
    value: { total: 0, erasedAt: workspace.clock.now(), backups: [{ name: 'mine.sdbackup' }] },
  });
});

it('the same file again brings nothing of the person back', async () => {
  await takeFile();
  await end('A-2026-0001', 'A-2026-0002', 'A-2026-0003');
  await erasePerson(workspace, asked);
  expect(await takeFile()).toMatchObject({ imported: 0 });
  expect((await order('A-2026-0001')).receiverPhone).toBe('');
});

it('ended at any of its commits it leaves no order half, and the daily round ends the rest', async () => {
  await takeFile();
  await end('A-2026-0001', 'A-2026-0002');
  for (let commits = 0; ; commits++) {
    const { store } = workspace;
    let more = commits;
    const write: Store['write'] = (work) => {
      if (more-- > 0) return store.write(work);
      return Promise.reject(new Error('ended'));
    };
    const isEnded = await erasePerson({ ...workspace, store: { ...store, write } }, asked).then(
      () => true,
      () => false,
    );
    const ids = [(await order('A-2026-0001')).id, (await order('A-2026-0002')).id];
    const erased = await store.read.retention.erased(ids);
    for (const orderNo of ['A-2026-0001', 'A-2026-0002']) {
      const one = await order(orderNo);
      expect(erased.some(({ orderId }) => orderId === one.id)).toBe(one.receiverPhone === '');
    }
    if (commits === 2) {
      await eraseAwaited(workspace);
      expect((await order('A-2026-0002')).receiverPhone).toBe('');
    }
    if (isEnded) break;
    expect(commits).toBeLessThan(20);
  }
});

it('what a platform pushes about the parcel afterwards brings no text about the person back', async () => {
  await takeFile();
  const one = await order('A-2026-0001');
  const at = workspace.clock.now();
  await workspace.store.write((write) =>
    write.tracking.follow({
      waybillNo: '75312345678901',
      carrier: 'ZTO',
      orderId: one.id,
      orderNo: one.orderNo,
      accountId: '',
      phoneTail: '5678',
      nextDueAt: at,
      bookedAt: at,
      ...nothingKnown,
    }),
  );
  await end('A-2026-0001', 'A-2026-0002', 'A-2026-0003');
  await erasePerson(workspace, asked);
  const row = await workspace.store.read.tracking.byWaybill('75312345678901');
  if (row === undefined) throw new Error('not followed');
  const text = '已签收，签收人欧阳晓岚 13912345678';
  const event = { at, text, location: '永乐苑7栋1203室', status: 'signed', rawStatus: '3' } as const;
  await workspace.store.write((write) =>
    storeSnapshot(workspace, write, row, {
      waybillNo: row.waybillNo,
      carrier: 'ZTO',
      state: 'signed',
      exception: '',
      events: [event],
    }),
  );
  expect(left()).toEqual([]);
  expect(await workspace.store.read.tracking.byWaybill(row.waybillNo)).toMatchObject({ state: 'signed' });
});
