import { afterEach, beforeEach, expect, it } from 'vitest';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleCall } from '../../../../doubles/workspace/sampleCall.ts';

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
  expect(listed.json).toMatchObject({ calls: [{ at: '2026-01-07T02:00:03.953Z' }] });
  const shown = await run('calls show', call.id);
  expect(shown.human.join('\n')).toContain('2026-01-07T10:00:03.953+08:00');
  expect(shown.json).toMatchObject({
    at: '2026-01-07T02:00:03.953Z',
    chain: [{ at: '2026-01-07T02:00:03.953Z' }],
  });
});
