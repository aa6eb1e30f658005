import { afterEach, beforeEach, expect, it } from 'vitest';
import { sheetOrder } from '../../../../doubles/files/orderSheet.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { RestoreDesk } from '../../../../doubles/workspace/restoreDesk.ts';

let desk: RestoreDesk;
beforeEach(async () => {
  desk = await RestoreDesk.open();
  await desk.take([sheetOrder(1, { orderNo: 'A-1' }), sheetOrder(2, { orderNo: 'A-2' })]);
  await desk.plan([(await desk.order('A-1')).id, (await desk.order('A-2')).id], 'virtual:');
  await desk.work();
  await desk.backUp();
  desk.workspace.journal.renew('lost');
  await desk.restore();
});
afterEach(() => desk.close());

const answer = (...words: string[]) => runCommand(desk.workspace, commandNamed('print answer'), words);
const state = async (orderNo: string) => (await desk.order(orderNo)).printState;

it('takes one answer, for orders or for all of after the backup', async () => {
  for (const words of [
    [],
    ['A-1'],
    ['--after-backup'],
    ['A-1', '--came-out', '--print-again'],
    ['A-1', '--after-backup', '--came-out'],
  ])
    expect(await answer(...words)).toMatchObject({ ok: false, code: 'USAGE' });
  const unknown = await answer('A-1', 'B-7', '--came-out');
  expect(unknown).toMatchObject({ ok: false, code: 'ORDER_NOT_FOUND' });
  expect(await state('A-1')).toBe('unsure');
});

it('says of one order that its label is on the parcel, and of the rest together', async () => {
  expect(await answer('A-1', '--came-out')).toMatchObject({ ok: true, value: { json: { answered: 1 } } });
  expect([await state('A-1'), await state('A-2')]).toEqual(['confirmed', 'unsure']);
  expect(await answer('--after-backup', '--came-out')).toMatchObject({ value: { json: { answered: 1 } } });
  expect(await state('A-2')).toBe('confirmed');
  expect(await answer('--after-backup', '--came-out')).toMatchObject({ value: { json: { answered: 0 } } });
});

it('prints what is missing, once', async () => {
  const printed = await answer('--after-backup', '--print-again');
  expect(printed).toMatchObject({ value: { json: { answered: 2, printed: 2, unsure: 0, waiting: 0 } } });
  expect(await answer('--after-backup', '--print-again')).toMatchObject({ value: { json: { answered: 0 } } });
});
