import { afterEach, beforeEach, expect, it } from 'vitest';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleCall } from '../../../../doubles/workspace/sampleCall.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

it('calls are listed at the time of the shop for people, with the zone for programs and for the platform’s support', async () => {
  const { id: accountId } = await testAccount(workspace);
  const call = sampleCall(1, { at: Date.parse('2026-01-07T02:00:03.953Z'), accountId });
  await workspace.store.write((write) => write.calls.insert(call));
  const run = async (...words: [string, ...string[]]) => {
    const [name, ...operands] = words;
    const ran = await runCommand(workspace, commandNamed(name), operands);
    if (!ran.ok) throw new Error(ran.code);
    return ran.value;
  };
  const listed = await run('calls list');
  expect(listed.human[0]).toContain('2026-01-07 10:00');
  expect(listed.human[0]).toContain('  Book  Succeeded  ');
  expect(listed.json).toMatchObject({ calls: [{ at: '2026-01-07T02:00:03.953Z' }] });
  const shown = await run('calls show', call.id);
  expect(shown.human.join('\n')).toContain('2026-01-07T10:00:03.953+08:00');
  expect(shown.json).toMatchObject({
    at: '2026-01-07T02:00:03.953Z',
    chain: [{ at: '2026-01-07T02:00:03.953Z' }],
  });
});

it('the text for a platform’s support repeats nothing of the receiver that the platform itself wrote into its answer', async () => {
  const { id: accountId } = await testAccount(workspace);
  const order = { ...sampleOrder(1), receiverName: '王小明', receiverPhone: '13812345678' };
  const reason = '收件人:小明 王先生(138 1234-5678) wang.xm@qq.com 地址不可达';
  const call = sampleCall(1, {
    accountId,
    orderId: order.id,
    errorCode: 'CARRIER_REFUSED',
    errorParamsJson: JSON.stringify({ reason }),
  });
  await workspace.store.write(async (write) => {
    await write.orders.insertMany([order]);
    await write.calls.insert(call);
  });
  const shown = await runCommand(workspace, commandNamed('calls show'), [call.id]);
  if (!shown.ok) throw new Error(shown.code);
  const text = shown.value.human.join('\n');
  expect(text).toContain('地址不可达');
  for (const said of ['小明', '王先生', '5678', 'wang.xm', 'qq.com']) expect(text).not.toContain(said);
  const listed = await runCommand(workspace, commandNamed('calls list'), []);
  expect(JSON.stringify([shown.value.json, listed])).not.toContain('wang.xm');
});
