import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { practicePlatform } from '../../../../../electron/carriers/practice/practicePlatform.ts';
import { databaseFileName } from '../../../../../electron/store/database/openDatabase.ts';
import { readReceiverColumns } from '../../../../../electron/usecases/orders/order.ts';
import { erasePerson } from '../../../../../electron/usecases/retention/erasePerson.ts';
import { backUpWorkspace } from '../../../../../electron/usecases/workspace/backup.ts';
import {
  type OpenedWorkspace,
  openWorkspace,
  type WorkspaceParts,
} from '../../../../../electron/usecases/workspace/open.ts';
import { restoreWorkspace } from '../../../../../electron/usecases/workspace/restore.ts';
import { erasedListFileName } from '../../../../../electron/vault/erasedList.ts';
import { noKeyStore } from '../../../../../electron/vault/keyStorePort.ts';
import { type HandClock, handClock } from '../../../../doubles/handClock.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

const phone = '13912345678';
const hers = {
  receiverName: '欧阳晓岚',
  receiverPhone: phone,
  receiverPhoneTail: '5678',
  receiverExtension: '',
};
const asked = { phone, reason: '本人来电要求删除' };

let root = '';
let clock: HandClock;
let parts: WorkspaceParts;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'erase-again-'));
  clock = handClock();
  const notHere = () => {
    throw new Error('not here');
  };
  parts = {
    clock,
    http: { send: () => Promise.reject(new Error('no network here')) },
    platforms: [practicePlatform],
    transports: [],
    divisions: notHere,
    fonts: notHere,
    openOrderSource: notHere,
    changed: () => undefined,
  };
});
afterEach(() => rmSync(root, { recursive: true }));

const request = (name = 'shop') => ({
  folder: join(root, name),
  passphrase: 'right horse battery',
  keyStore: noKeyStore,
  isPracticeWanted: false,
  whenMissing: 'create' as const,
});

async function within<T>(work: (opened: OpenedWorkspace) => Promise<T>): Promise<T> {
  const opened = await openWorkspace(request(), parts);
  if (!opened.ok) throw new Error(opened.code);
  try {
    return await work(opened.value);
  } finally {
    await opened.value.close();
  }
}

/** Her finished order, one of hers on its way, and a neighbour whose remark names her number; and the backup of that day. */
async function eveningBefore(): Promise<string> {
  const file = join(root, 'evening.sdbackup');
  await within(async ({ workspace }) => {
    const createdAt = clock.now();
    await workspace.store.write((write) =>
      write.orders.insertMany([
        sampleOrder(1, { ...hers, createdAt, state: 'cancelled' }),
        sampleOrder(2, { ...hers, createdAt, state: 'in-transit' }),
        sampleOrder(3, { createdAt, state: 'cancelled', sellerRemark: '不在家打 139 1234 5678' }),
      ]),
    );
    expect(await backUpWorkspace(workspace, file)).toMatchObject({ ok: true });
  });
  await clock.advance(3_600_000);
  return file;
}

const erase = () => within(({ workspace }) => erasePerson(workspace, asked));

async function restore(file: string, name = 'shop') {
  const restored = await restoreWorkspace(request(name), file, parts);
  if (!restored.ok) throw new Error(restored.code);
  const { workspace, erasedAgain } = restored.value;
  const orders = await workspace.store.read.orders.byIds([1, 2, 3].map((no) => sampleOrder(no).id));
  const acts = await workspace.store.read.operatorActs.window({
    kinds: ['person-erased'],
    offset: 0,
    limit: 9,
  });
  const awaited = await workspace.store.read.settings.get('awaitedErasures');
  await restored.value.close();
  const of = (no: number) => {
    const found = orders.find(({ orderNo }) => orderNo === sampleOrder(no).orderNo);
    if (found === undefined) throw new Error(`${no}`);
    return found;
  };
  return { erasedAgain, of, told: acts.map(({ what }) => what), awaited };
}

it('restoring a backup from before an erasure erases the person again, and says so', async () => {
  const evening = await eveningBefore();
  await erase();
  const { erasedAgain, of, told, awaited } = await restore(evening);
  expect(erasedAgain).toEqual({ ok: true, value: { persons: 1, orders: 1, awaited: 1 } });
  expect(of(1)).toMatchObject({ receiverPhone: '', receiverPhoneTail: '' });
  expect(readReceiverColumns(of(1).receiverColumnsJson)).not.toMatchObject({ phone });
  expect(of(2).receiverPhone, 'still on its way').toBe(phone);
  expect(
    awaited.map(({ orderId }) => orderId),
    'goes once it is over',
  ).toEqual([of(2).id]);
  expect(of(3).sellerRemark).toBe('不在家打 139****5678');
  expect(told).toContain('again 1 1 1');
});

it('the list beside the database says no number, to nobody', async () => {
  await eveningBefore();
  await erase();
  const sealed = readFileSync(join(root, 'shop', erasedListFileName));
  expect(Buffer.from(sealed.toString('utf8'), 'base64').toString('latin1')).not.toMatch(/5678|mark|askedAt/);
});

it('nothing is erased again where the backup knows of it, nor what she ordered since', async () => {
  await eveningBefore();
  await erase();
  const later = join(root, 'later.sdbackup');
  await within(async ({ workspace }) => {
    await clock.advance(60_000);
    await workspace.store.write((write) =>
      write.orders.insertMany([sampleOrder(4, { ...hers, createdAt: clock.now(), state: 'cancelled' })]),
    );
    await backUpWorkspace(workspace, later);
  });
  expect((await restore(later)).erasedAgain).toMatchObject({ value: { persons: 0 } });
  await within(async ({ workspace }) => {
    const found = await workspace.store.read.orders.byOrderNo(sampleOrder(4).orderNo);
    expect(found?.receiverPhone).toBe(phone);
  });
});

it('an older database that somebody copied back is treated the same', async () => {
  await eveningBefore();
  const copy = join(root, 'copy.db');
  copyFileSync(join(root, 'shop', databaseFileName), copy);
  await erase();
  copyFileSync(copy, join(root, 'shop', databaseFileName));
  await within(({ erasedAgain }) => {
    expect(erasedAgain).toMatchObject({ value: { persons: 1, orders: 1 } });
    return Promise.resolve();
  });
});

it('a backup made since brings the list to another computer, where the older one is erased again too', async () => {
  const evening = await eveningBefore();
  await erase();
  const later = join(root, 'later.sdbackup');
  await within(({ workspace }) => backUpWorkspace(workspace, later));
  await restore(later, 'other');
  expect((await restore(evening, 'other')).erasedAgain).toMatchObject({ value: { persons: 1 } });
});

it('a list that does not open is reported, and changes nothing', async () => {
  const evening = await eveningBefore();
  await erase();
  writeFileSync(join(root, 'shop', erasedListFileName), 'c29tZXRoaW5nIGVsc2UgaGFzIGJlZW4gd3JpdHRlbiBoZXJl\n');
  const { erasedAgain, of } = await restore(evening);
  expect(erasedAgain).toMatchObject({ ok: false, code: 'SEAL_BROKEN' });
  expect(of(1).receiverPhone).toBe(phone);
});

it('where nobody was erased there is no list', async () => {
  await eveningBefore();
  expect(existsSync(join(root, 'shop', erasedListFileName))).toBe(false);
});
