import { afterEach, beforeEach, expect, it } from 'vitest';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

const phone = { receiverPhone: '13912345678', receiverPhoneTail: '5678', receiverExtension: '' };
let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  await workspace.store.write((write) =>
    write.orders.insertMany([
      sampleOrder(1, { ...phone, state: 'cancelled' }),
      sampleOrder(2, { ...phone, state: 'in-transit' }),
    ]),
  );
});
afterEach(() => workspace.close());

const run = (name: string, ...words: string[]) => runCommand(workspace, commandNamed(name), words);

it('“privacy find” shows masked what is kept, and says until when an order on its way is kept', async () => {
  const found = await run('privacy find', '13912345678', '--why', '本人来电');
  expect(found).toMatchObject({
    value: { exitCode: 0, json: { phone: '139****5678', total: 2, free: 1, erasedAt: null } },
  });
  const text = JSON.stringify(found);
  expect(text).not.toContain('13912345678');
  expect(text).toContain('goes once it is delivered or back (by 2024-05-13 at the latest)');
});

it('“privacy erase” erases what is over and ends with 3 while something is still needed', async () => {
  expect(await run('privacy erase', '139-1234-5678', '--why', '本人来电')).toMatchObject({
    value: { exitCode: 3, json: { erased: 1, left: { total: 1, orders: [{ keptFor: 'not-delivered' }] } } },
  });
});

it('without --why nothing is reported, and the advice names the option', async () => {
  expect(await run('privacy find', '13912345678')).toMatchObject({ ok: false, code: 'PERSON_NEEDS_REASON' });
});
