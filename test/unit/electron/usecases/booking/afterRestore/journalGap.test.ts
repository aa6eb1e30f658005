import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { renewJournal } from '../../../../../../electron/usecases/booking/afterRestore/journalGap.ts';
import { bindWaybill } from '../../../../../../electron/usecases/booking/bind.ts';
import { renumberOrder } from '../../../../../../electron/usecases/booking/givingBack/renumber.ts';
import { voidBooking } from '../../../../../../electron/usecases/booking/givingBack/void.ts';
import { checkWorkspace } from '../../../../../../electron/usecases/workspace/check.ts';
import { sheetOrder } from '../../../../../doubles/files/orderSheet.ts';
import { commandNamed, runCommand } from '../../../../../doubles/program/runCommand.ts';
import { RestoreDesk } from '../../../../../doubles/workspace/restoreDesk.ts';

let desk: RestoreDesk;
beforeEach(async () => {
  desk = await RestoreDesk.open();
});
afterEach(() => desk.close());

const first = sheetOrder(0, { orderNo: 'A-1' });
const second = sheetOrder(1, { orderNo: 'A-2' });
const third = sheetOrder(2, { orderNo: 'A-3' });
const folder = () => join(desk.workspace.folder, 'outside-calls');
const file = () => join(folder(), '000001.sealed');
const kinds = () => desk.platform.calls.map(({ kind }) => kind);
const broken = { ok: false, code: 'JOURNAL_BROKEN' };
const acts = async () =>
  (await desk.workspace.store.read.operatorActs.after(0, 99))
    .map(({ kind }) => kind)
    .filter((kind) => kind.startsWith('journal-'));

async function breakJournal(): Promise<void> {
  appendFileSync(file(), 'bm90IG91cnM=\n');
  await desk.start();
}

async function renew() {
  const renewed = await renewJournal(desk.workspace);
  if (!renewed.ok) throw new Error(renewed.code);
  return renewed.value;
}

describe('while the journal of outside calls does not prove itself', () => {
  beforeEach(async () => {
    await desk.take([first, second]);
    await desk.plan([(await desk.order('A-1')).id]);
    await desk.work();
    await breakJournal();
  });

  it('what would be booked waits in the queue and fails nobody, with the reason', async () => {
    expect(await desk.bookAll()).toEqual([]);
    expect(await desk.order('A-2')).toMatchObject({
      state: 'booking',
      shipmentState: 'planned',
      errorCode: 'JOURNAL_BROKEN',
    });
    expect(desk.bookings()).toBe(1);
  });

  it('no number is given back, replaced or bound by hand', async () => {
    const { id: orderId, version } = await desk.order('A-1');
    const other = (await desk.order('A-2')).id;
    expect(await voidBooking(desk.workspace, orderId)).toMatchObject(broken);
    const wish = { orderId, version, reason: 'x', isGivenBack: false };
    expect(await renumberOrder(desk.workspace, wish)).toMatchObject(broken);
    const binding = { orderId: other, waybillNo: '73610555582883', carrier: 'ZTO' };
    expect(await bindWaybill(desk.workspace, binding)).toMatchObject(broken);
    expect(kinds()).toEqual(['book']);
    expect(await desk.order('A-1')).toMatchObject({ state: 'booked', shipmentState: 'booked' });
  });

  it('the check of the workspace says so', async () => {
    const checks = await checkWorkspace(desk.workspace);
    expect(checks.find(({ name }) => name === 'journal')).toMatchObject({ state: 'fail' });
  });

  it('a manager renews it: all that waits, and what comes within a week, is asked for before it is booked', async () => {
    await desk.plan([(await desk.order('A-2')).id]);
    await desk.work();
    const { asked, setAside } = await renew();
    expect(asked).toBe(1);
    expect(readdirSync(setAside ?? '')).toEqual(['000001.sealed']);
    expect(await acts()).toEqual(['journal-renewed']);
    await desk.work();
    expect(kinds()).toEqual(['book', 'find']);
    await desk.take([third]);
    await desk.bookAll();
    expect(kinds()).toEqual(['book', 'find', 'find']);
    const { id: orderId } = await desk.order('A-1');
    expect(await voidBooking(desk.workspace, orderId)).toMatchObject({ ok: true });
    await desk.start();
    expect(desk.workspace.journal.refusal()).toBeNull();
    expect(await acts()).toEqual(['journal-renewed']);
    await desk.workspace.clock.advance(8 * 24 * 60 * 60_000);
    await desk.take([sheetOrder(9, { orderNo: 'A-9' })]);
    await desk.bookAll();
    expect(kinds().at(-1)).toBe('book');
  });

  it('a renewal cut off before the database heard of it is taken up by the next start', async () => {
    await desk.plan([(await desk.order('A-2')).id]);
    desk.workspace.journal.renew('aside');
    await desk.start();
    expect(await acts()).toEqual(['journal-renewed']);
    await desk.work();
    expect(kinds()).toEqual(['book', 'find']);
  });

  it('the command line renews it once, and says what to compare at the platform', async () => {
    const command = commandNamed('journal renew');
    const renewed = await runCommand(desk.workspace, command, []);
    if (!renewed.ok) throw new Error(renewed.code);
    expect(renewed.value.json).toMatchObject({ asked: 0 });
    expect(renewed.value.human.join('\n')).toContain('Compare with the platform');
    expect(await runCommand(desk.workspace, command, [])).toMatchObject({ ok: false, code: 'JOURNAL_SOUND' });
  });
});

it('a backup from before the renewal asks for what may have been booked since', async () => {
  await desk.take([first, second]);
  await desk.plan([(await desk.order('A-1')).id]);
  await desk.backUp();
  await desk.work();
  await breakJournal();
  await renew();
  await desk.restore();
  expect(desk.workspace.journal.refusal()).toBeNull();
  await desk.work();
  expect(kinds()).toEqual(['book', 'find']);
  expect(await desk.order('A-1')).toMatchObject({ state: 'booked' });
});

it('a journal that was taken away is missed', async () => {
  await desk.take([first]);
  await desk.bookAll();
  await desk.start();
  rmSync(folder(), { recursive: true });
  await desk.start();
  expect(desk.workspace.journal.refusal()).toMatchObject(broken);
});

it('the last booking’s entry, cut off after it was settled, is missed', async () => {
  await desk.take([first]);
  await desk.bookAll();
  const lines = readFileSync(file(), 'latin1').split('\n');
  await desk.start();
  writeFileSync(file(), `${lines.slice(0, 1).join('\n')}\n`);
  await desk.start();
  expect(desk.workspace.journal.refusal()).toMatchObject(broken);
});
