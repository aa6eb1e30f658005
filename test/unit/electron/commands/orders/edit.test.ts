import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Order } from '../../../../../electron/store/schema.ts';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;

beforeEach(async () => {
  workspace = await openTestWorkspace();
  const orders = [sampleOrder(1), sampleOrder(2), sampleOrder(3, { state: 'booked' })];
  await workspace.store.write((write) => write.orders.insertMany(orders));
});
afterEach(() => workspace.close());

const run = async (name: string, ...words: string[]) => {
  const outcome = await runCommand(workspace, commandNamed(name), words);
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
};
const numbers = [1, 2, 3].map((no) => sampleOrder(no).orderNo);
const [first = ''] = numbers;
const stored = async (no: number) => (await workspace.store.read.orders.byId(sampleOrder(no).id)) as Order;

describe('orders edit', () => {
  it('takes back what it shows: the names of orders show --json', async () => {
    const { json } = await run('orders show', first, '--reveal');
    const [shown] = (json as { orders: Record<string, unknown>[] }).orders;
    expect(shown).toMatchObject({
      items: [{ name: '保温杯', quantity: 1 }],
      parcelCount: 1,
      codAmountFen: 0,
      insuredValueFen: 0,
      sellerRemark: '',
    });
    const set = ['parcelCount=2', 'codAmountFen=990', 'receiver.town=西丽街道', 'items.0.quantity=4'];
    const edited = await run('orders edit', first, ...set.flatMap((pair) => ['--set', pair]));
    expect(edited).toMatchObject({ exitCode: 0, json: { total: 1, queuedAgain: 0, attention: [] } });
    expect(await stored(1)).toMatchObject({ parcelCount: 2, codFen: 990, town: '西丽街道', quantity: 4 });
  });

  it('changes many at once, names what it left and exits 3; its step takes all of it back', async () => {
    const edited = await run('orders edit', ...numbers, '--set', 'weight=2kg');
    expect(edited.exitCode).toBe(3);
    const { attention, step } = edited.json as { attention: object[]; step: string };
    expect(attention).toEqual([
      expect.objectContaining({ orderNo: numbers[2], code: 'ORDER_BOOKED_ALREADY' }),
    ]);
    expect(await stored(2)).toMatchObject({ weightGrams: 2000 });
    const undone = await run('orders undo-edit', step);
    expect(undone).toMatchObject({ exitCode: 0, json: { undone: 2, kept: 0 } });
    expect(await stored(2)).toMatchObject({ weightGrams: 500, state: 'ready' });
    expect(await runCommand(workspace, commandNamed('orders undo-edit'), [step])).toMatchObject({
      ok: false,
      code: 'EDIT_STEP_UNKNOWN',
    });
  });
});
