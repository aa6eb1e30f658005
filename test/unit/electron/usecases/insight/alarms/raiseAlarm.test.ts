import { afterEach, beforeEach, expect, it } from 'vitest';
import {
  clearAlarm,
  markAlarmSeen,
  raiseAlarm,
} from '../../../../../../electron/usecases/insight/alarms/raiseAlarm.ts';
import {
  readAlarmHistory,
  readOpenAlarms,
} from '../../../../../../electron/usecases/insight/alarms/readAlarms.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

const account = { kind: 'account', id: 'a1', name: '一号店' } as const;
const down = { kind: 'platform-down', scope: account, facts: { minutes: 3 } } as const;
const page = { offset: 0, limit: 10 };

it('raises one alarm however often it is asked for, and keeps its figures up to date', async () => {
  const first = await raiseAlarm(workspace, down);
  expect(first.isNew).toBe(true);
  await workspace.clock.advance(60_000);
  const again = await raiseAlarm(workspace, { ...down, facts: { minutes: 4 } });
  expect(again.isNew).toBe(false);
  expect(again.alarm.id).toBe(first.alarm.id);
  const open = await readOpenAlarms(workspace);
  expect(open).toHaveLength(1);
  expect(open[0]).toMatchObject({ facts: { minutes: 4 }, raisedAt: first.alarm.raisedAt, state: 'raised' });
});

it('keeps an alarm of another account apart, and shows urgent ones before warnings', async () => {
  await raiseAlarm(workspace, {
    kind: 'backup-age',
    scope: { kind: 'shop', id: '', name: '' },
    facts: { days: 9 },
  });
  await workspace.clock.advance(1_000);
  await raiseAlarm(workspace, down);
  await raiseAlarm(workspace, { ...down, scope: { ...account, id: 'a2' } });
  expect((await readOpenAlarms(workspace)).map(({ kind, scope }) => `${kind} ${scope.id}`)).toEqual([
    'platform-down a1',
    'platform-down a2',
    'backup-age ',
  ]);
});

it('moves an alarm from raised to seen to cleared and into the history, and raises a new one afterwards', async () => {
  const { alarm } = await raiseAlarm(workspace, down);
  await workspace.clock.advance(5_000);
  expect(await markAlarmSeen(workspace, alarm.id)).toMatchObject({ ok: true, value: { state: 'seen' } });
  const seenAt = workspace.clock.now();
  await workspace.clock.advance(5_000);
  await markAlarmSeen(workspace, alarm.id);
  expect(await readOpenAlarms(workspace)).toMatchObject([{ state: 'seen', seenAt }]);
  expect(await clearAlarm(workspace, down)).toBe(true);
  expect(await clearAlarm(workspace, down)).toBe(false);
  expect(await readOpenAlarms(workspace)).toEqual([]);
  expect(await readAlarmHistory(workspace, page)).toMatchObject({
    total: 1,
    rows: [{ id: alarm.id, state: 'cleared', ending: 'healthy', clearedAt: workspace.clock.now() }],
  });
  const next = await raiseAlarm(workspace, down);
  expect(next).toMatchObject({ isNew: true });
  expect(next.alarm.id).not.toBe(alarm.id);
});

it('never lets two alarms of one kind and scope stand, even when two raise it at once', async () => {
  const raised = await Promise.all([raiseAlarm(workspace, down), raiseAlarm(workspace, down)]);
  expect(raised.filter(({ isNew }) => isNew)).toHaveLength(1);
});

it('says that there is no such alarm', async () => {
  expect(await markAlarmSeen(workspace, 'nobody')).toMatchObject({ ok: false, code: 'ALARM_NOT_FOUND' });
});

it('tells pages of every change', async () => {
  const { alarm } = await raiseAlarm(workspace, down);
  await markAlarmSeen(workspace, alarm.id);
  await clearAlarm(workspace, down);
  expect(workspace.topics.filter((topic) => topic === 'alarms')).toHaveLength(3);
});
