import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bookShipment } from '../../../../../electron/usecases/booking/book.ts';
import { planBookings } from '../../../../../electron/usecases/booking/plan.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { of } from '../../../../doubles/workspace/benchDesk.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  const { id: accountId } = await testAccount(workspace);
  const orders = [1, 2, 3].map((no) => sampleOrder(no));
  await workspace.store.write((write) => write.orders.insertMany(orders));
  const orderIds = orders.map(({ id }) => id);
  const printerUri = 'tcp://127.0.0.1:9';
  await planBookings(workspace, { orderIds, accountId, carrier: 'ZTO', printerUri });
  const now = workspace.clock.now();
  for (const job of await workspace.store.write((write) => write.jobs.claim(['book'], 9, now)))
    await bookShipment(workspace, job);
});
afterEach(() => workspace.close());

const run = (name: string, ...words: string[]) => runCommand(workspace, commandNamed(name), words);
const json = async (name: string, ...words: string[]) => of(await run(name, ...words)).json as never;

it('print takes orders by their numbers, or all that have no label, and not both', async () => {
  const { orderNo } = sampleOrder(1);
  for (const words of [['--unprinted', '--order', orderNo], ['--unprinted', orderNo], []])
    expect(await run('print', ...words, '--printer', 'virtual:')).toMatchObject({ ok: false, code: 'USAGE' });
});

it('dispatch takes a carrier that there is', async () => {
  expect(await run('dispatch', '--carrier', 'XX')).toMatchObject({
    ok: false,
    code: 'CARRIER_UNKNOWN',
    params: { carrier: 'XX' },
  });
});

describe('print list', () => {
  it('tells the batches with how far they are, and the labels of one as they come out', async () => {
    const { batches } = (await json('print list')) as { batches: { id: string }[] };
    expect(batches).toMatchObject([{ labels: 3, waiting: 3, out: 0, failed: 0, isHeld: false }]);
    const id = batches[0]!.id;
    const listed = of(await run('print list', '--batch', id));
    expect(listed.json).toMatchObject({
      batch: id,
      total: 3,
      labels: [1, 2, 3].map((no) => ({ orderNo: sampleOrder(no).orderNo, serialNo: no, serialTotal: 3 })),
    });
    expect(listed.human).toHaveLength(4);
    expect(await json('print list', '--batch', id, '--limit', '1')).toMatchObject({ total: 3, labels: [{}] });
  });

  it('holds a batch, lets it go on and cancels it', async () => {
    const { batches } = (await json('print list')) as { batches: { id: string }[] };
    const id = batches[0]!.id;
    expect(await json('print batch', 'hold', id)).toEqual({ changed: 3 });
    expect(await json('print list')).toMatchObject({ batches: [{ held: 3, isHeld: true }] });
    expect(await json('print batch', 'release', id)).toEqual({ changed: 3 });
    expect(await json('print batch', 'cancel', id)).toEqual({ changed: 3 });
    expect(await json('print list', '--batch', id)).toMatchObject({
      labels: [1, 2, 3].map(() => ({ state: 'failed', code: 'PRINT_CANCELLED' })),
    });
  });

  it('refuses a batch that does not exist', async () => {
    expect(await run('print list', '--batch', 'nothing')).toMatchObject({ code: 'PRINT_BATCH_NOT_FOUND' });
    expect(await run('print batch', 'hold', 'nothing')).toMatchObject({ code: 'PRINT_BATCH_NOT_FOUND' });
  });
});
