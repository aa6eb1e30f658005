import { afterEach, beforeEach, expect, it } from 'vitest';
import { commandNamed, runCommand } from '../../../../doubles/program/runCommand.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  await workspace.store.write((write) =>
    write.orders.insertMany([sampleOrder(1, { state: 'cancelled' }), sampleOrder(2)]),
  );
});
afterEach(() => workspace.close());

const run = (name: string, ...words: string[]) => runCommand(workspace, commandNamed(name), words);

it('“retention run” reports what was erased and what waits for what', async () => {
  expect(await run('retention run', '--now', '2030-01-01T00:00:00Z', '--dry-run')).toMatchObject({
    value: { exitCode: 0, json: { erased: 1, dryRun: true } },
  });
  expect(await run('retention run', '--now', '2030-01-01T00:00:00Z')).toMatchObject({
    ok: true,
    value: {
      exitCode: 0,
      json: {
        now: '2030-01-01T00:00:00.000Z',
        olderThan: '2029-10-03T00:00:00.000Z',
        erased: 1,
        waiting: [{ reason: 'not-sent', orders: 1 }],
        files: 0,
        dryRun: false,
      },
    },
  });
});

it('a time that is none is refused as wrong usage', async () => {
  for (const said of ['yesterday', '2026-02-30', '2026-13-01T00:00:00Z', '91'])
    expect(await run('retention run', '--now', said)).toMatchObject({ ok: false });
});

it('days are chosen within their limits, or never', async () => {
  expect(await run('retention show')).toMatchObject({ value: { json: { days: 90, isChosen: false } } });
  expect(await run('retention set', '365')).toMatchObject({ value: { json: { days: 365, isChosen: true } } });
  expect(await run('retention set', '29')).toMatchObject({ ok: false, code: 'RETENTION_DAYS_INVALID' });
  expect(await run('retention set', 'never')).toMatchObject({
    value: { json: { days: null, isChosen: true } },
  });
  expect(await run('retention run', '--now', '2040-01-01')).toMatchObject({ value: { json: { erased: 0 } } });
});
