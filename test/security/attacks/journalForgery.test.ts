import { createHash } from 'node:crypto';
import { appendFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { sheetOrder } from '../../doubles/files/orderSheet.ts';
import { RestoreDesk } from '../../doubles/workspace/restoreDesk.ts';

const orderNo = '3300000000000000077';
const evil = 'EVIL99990001234';

let desk: RestoreDesk;
beforeEach(async () => {
  desk = await RestoreDesk.open();
});
afterEach(() => desk.close());

const folder = () => join(desk.workspace.folder, 'outside-calls');

/** As anybody could write them who can write into the folder: no key is needed. */
function forge(name: string, orderCode: string): void {
  const write = (seq: number, more: object) => {
    const call = { call: 'bind', accountId: desk.accountId, orderCode, waybillNo: evil, carrier: 'ZTO' };
    const text = JSON.stringify({ ...call, ...more, seq, at: 1 });
    const sum = createHash('sha256').update(text).digest('hex').slice(0, 8);
    appendFileSync(join(folder(), name), `${sum} ${text}\n`);
  };
  mkdirSync(folder(), { recursive: true });
  write(9_001, { step: 'begin' });
  write(9_002, { step: 'end', certainty: 'happened' });
}

async function expectNotBelieved(): Promise<void> {
  const { workspace } = desk;
  await desk.take([sheetOrder(1, { orderNo })]);
  await desk.bookAll();
  const order = await desk.order(orderNo);
  expect(order.waybillNo).not.toBe(evil);
  expect(await workspace.store.read.tracking.byWaybill(evil)).toBeUndefined();
}

it('a number that somebody wrote into the journal is never an order’s, and no booking leaves', async () => {
  await desk.take([sheetOrder(2)]);
  await desk.bookAll();
  const [name = ''] = readdirSync(folder());
  forge(name, orderNo);
  await desk.start();
  await expectNotBelieved();
  expect(desk.bookings()).toBe(1);
});

it('nor one in a journal file dropped beside it', async () => {
  await desk.start();
  forge('000009.journal', orderNo);
  await desk.start();
  await expectNotBelieved();
  expect(desk.bookings()).toBe(0);
});

it('who copies the folder reads no number and no order in the journal', async () => {
  await desk.take([sheetOrder(1, { orderNo })]);
  await desk.bookAll();
  const { waybillNo } = await desk.order(orderNo);
  expect(waybillNo).not.toBe('');
  for (const name of readdirSync(folder())) {
    const text = readFileSync(join(folder(), name), 'utf8');
    const plain = `${text}${text
      .split('\n')
      .map((line) => Buffer.from(line, 'base64').toString('latin1'))
      .join('')}`;
    for (const told of [orderNo, waybillNo, desk.accountId]) expect(plain).not.toContain(told);
  }
});
