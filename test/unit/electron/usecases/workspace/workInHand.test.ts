import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Job } from '../../../../../electron/store/schema.ts';
import { readWorkInHand } from '../../../../../electron/usecases/workspace/workInHand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

it('what is worked on or due within moments is in hand, what waits for the network or a person is not', async () => {
  const now = workspace.clock.now();
  const job = (change: Partial<Job>): Job => ({
    id: workspace.nextId(),
    kind: 'book',
    subjectId: workspace.nextId(),
    lane: 'a',
    state: 'waiting',
    runAt: now,
    attempts: 0,
    createdAt: now,
    workstationId: '',
    claimedBy: 'own',
    fence: 0,
    ...change,
  });
  expect(await readWorkInHand(workspace)).toEqual({ bookings: 0, labels: 0 });
  await workspace.store.write(async (write) => {
    for (const change of [
      {},
      { kind: 'find' as const, state: 'claimed' as const, runAt: now + 600_000 },
      { runAt: now + 600_000 },
      { state: 'parked' as const },
      { kind: 'print' as const, runAt: now + 1_000 },
    ])
      await write.jobs.insert(job(change));
  });
  expect(await readWorkInHand(workspace)).toEqual({ bookings: 2, labels: 1 });
});
