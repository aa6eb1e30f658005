import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Account, RecordedCall } from '../../../../../../electron/store/schema.ts';
import { nothingFails } from '../../../../../../electron/usecases/backups/plan.ts';
import {
  type AlarmNotice,
  AlarmRound,
} from '../../../../../../electron/usecases/insight/alarms/alarmRound.ts';
import { changeAlarmRules } from '../../../../../../electron/usecases/insight/alarms/alarmRules.ts';
import {
  markAlarmSeen,
  silenceAlarm,
} from '../../../../../../electron/usecases/insight/alarms/raiseAlarm.ts';
import { readOpenAlarms } from '../../../../../../electron/usecases/insight/alarms/readAlarms.ts';
import type { ProbedPrinter } from '../../../../../../electron/usecases/printing/printers/printerState.ts';
import { minuteMs } from '../../../../../../shared/rules/shopTime.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';
import { sampleCall } from '../../../../../doubles/workspace/sampleCall.ts';
import { sampleOrder } from '../../../../../doubles/workspace/sampleOrder.ts';

let workspace: TestWorkspace;
let round: AlarmRound;
let account: Account;
let notices: AlarmNotice[];
let printers: Map<string, ProbedPrinter>;
let no = 0;

beforeEach(async () => {
  workspace = await openTestWorkspace();
  account = await testAccount(workspace, { name: '一号店' });
  printers = new Map();
  notices = [];
  const sight = () => ({ printerStates: printers, backups: nothingFails });
  round = new AlarmRound(workspace, sight, (notice) => notices.push(notice));
});
afterEach(() => workspace.close());

async function calls(count: number, changes: Partial<RecordedCall> = {}) {
  await workspace.store.write(async (write) => {
    for (let index = 0; index < count; index++)
      await write.calls.insert(
        sampleCall(++no, {
          at: workspace.clock.now(),
          accountId: account.id,
          platform: account.platform,
          ...changes,
        }),
      );
  });
}
const open = async () => (await readOpenAlarms(workspace)).map(({ kind }) => kind);
const told = () => notices.map(({ alarms }) => alarms.map(({ kind }) => kind));
const timeout = { errorCode: 'NETWORK_TIMEOUT', certainty: 'unknown' } as const;
const pass = async (minutes: number) => {
  await workspace.clock.advance(minutes * minuteMs);
  await round.round();
};

it('raises nothing at exactly 1 %, one alarm above it, and tells of it once', async () => {
  await calls(99);
  await calls(1, timeout);
  await round.round();
  expect(await open()).toEqual([]);
  await calls(1, timeout);
  await round.round();
  await pass(1);
  await pass(1);
  expect(await open()).toEqual(['error-rate']);
  expect(told()).toEqual([['error-rate']]);
  expect((await readOpenAlarms(workspace))[0]?.facts).toMatchObject({ calls: 101, faults: 2, percent: 2 });
  // 250 calls make it 0.8 %, 400 half of the limit.
  await calls(149);
  await round.round();
  expect(await open()).toEqual(['error-rate']);
  await calls(150);
  await round.round();
  expect(await open()).toEqual([]);
});

it('raises arrears at the first call, and ends once a call was answered again', async () => {
  await calls(1, { errorCode: 'CARRIER_ARREARS', certainty: 'did-not-happen' });
  await round.round();
  expect(await open()).toEqual(['arrears']);
  await pass(15);
  expect(await open()).toEqual(['arrears']);
  await calls(1);
  await round.round();
  expect(await open()).toEqual([]);
});

it('ends as soon as a call of the account is answered, not minutes later', async () => {
  await calls(1, { errorCode: 'CARRIER_CREDENTIALS', certainty: 'did-not-happen' });
  await round.round();
  expect(await open()).toEqual(['signature']);
  await workspace.clock.advance(1_000);
  await calls(1, { interfaceName: 'test' });
  await round.round();
  expect(await open()).toEqual([]);
});

it('goes on over one interface while only another one is answered', async () => {
  const fault = { errorCode: 'CARRIER_ARREARS', certainty: 'did-not-happen' } as const;
  await calls(1, { ...fault, interfaceName: 'track' });
  await workspace.clock.advance(1_000);
  await calls(1, { interfaceName: 'book' });
  await round.round();
  await pass(1);
  expect(await open()).toEqual(['arrears']);
  await calls(1, { interfaceName: 'track' });
  await round.round();
  expect(await open()).toEqual([]);
  expect(notices).toHaveLength(1);
});

it('reminds once of an urgent alarm nobody has taken note of, and of none that somebody has', async () => {
  await calls(1, { errorCode: 'CARRIER_CREDENTIALS', certainty: 'did-not-happen' });
  await round.round();
  await pass(29);
  expect(notices).toHaveLength(1);
  for (let time = 0; time < 10; time++) await pass(30);
  expect(notices.map(({ isReminder, isLoud }) => [isReminder, isLoud])).toEqual([
    [false, true],
    [true, true],
  ]);
});

it('does not remind of what somebody has seen', async () => {
  await calls(1, { errorCode: 'CARRIER_CREDENTIALS', certainty: 'did-not-happen' });
  await round.round();
  const [alarm] = await readOpenAlarms(workspace);
  await markAlarmSeen(workspace, alarm?.id ?? '');
  for (let time = 0; time < 5; time++) await pass(30);
  expect(notices).toHaveLength(1);
});

it('tells of several in one notice', async () => {
  await calls(1, { errorCode: 'CARRIER_CREDENTIALS', certainty: 'did-not-happen' });
  await workspace.store.write((write) =>
    write.lanes.put(account.id, { balanceTotal: 3, balanceUnit: 'numbers', balanceAt: 1 }),
  );
  await round.round();
  expect(told()).toEqual([['signature', 'balance']]);
});

it('is silent as long as somebody asked for, also when it begins again', async () => {
  const fault = { errorCode: 'CARRIER_CREDENTIALS', certainty: 'did-not-happen' } as const;
  await calls(1, fault);
  await round.round();
  const [alarm] = await readOpenAlarms(workspace);
  const until = workspace.clock.now() + 120 * minuteMs;
  await silenceAlarm(workspace, { alarmId: alarm?.id ?? '', until });
  await pass(40);
  expect(notices).toHaveLength(1);
  await calls(1);
  await round.round();
  expect(await open()).toEqual([]);
  await pass(40);
  await calls(1, fault);
  await round.round();
  expect(await open()).toEqual(['signature']);
  expect(notices).toHaveLength(1);
  await calls(1, fault);
  await pass(41);
  expect(notices).toHaveLength(2);
});

it('raises nothing that was switched off, and ends what stands of it', async () => {
  await calls(1, { errorCode: 'CARRIER_ARREARS', certainty: 'did-not-happen' });
  await round.round();
  await changeAlarmRules(workspace, { off: ['arrears'] });
  await pass(1);
  await pass(1);
  expect(await open()).toEqual([]);
  expect(await changeAlarmRules(workspace, { limits: { errorPermille: 0 } })).toMatchObject({
    ok: false,
    code: 'SETTING_OUT_OF_RANGE',
  });
});

it('makes no sound where sounds are off, and no notice where notices are', async () => {
  await changeAlarmRules(workspace, { isSoundOn: false });
  await calls(1, { errorCode: 'CARRIER_ARREARS', certainty: 'did-not-happen' });
  await round.round();
  expect(notices.map(({ isLoud }) => isLoud)).toEqual([false]);
  await changeAlarmRules(workspace, { isDesktopOn: false });
  await pass(31);
  expect(notices).toHaveLength(1);
});

it('calls on somebody for orders near their time, not a minute earlier', async () => {
  const now = workspace.clock.now();
  await workspace.store.write((write) =>
    write.orders.insertMany([{ ...sampleOrder(1), createdAt: now, state: 'ready' }]),
  );
  await pass(42 * 60 - 1);
  expect(await open()).not.toContain('ship-by');
  await pass(2);
  expect(await open()).toContain('ship-by');
});

it('goes by the ship-by time that the sales platform names, whenever the order came in', async () => {
  const now = workspace.clock.now();
  await workspace.store.write((write) =>
    write.orders.insertMany([
      { ...sampleOrder(1), createdAt: now, shipBy: now + 10 * 60 * 60_000 },
      { ...sampleOrder(2), createdAt: now - 50 * 60 * 60_000, shipBy: now + 300 * 60 * 60_000 },
    ]),
  );
  await pass(4 * 60 - 1);
  expect(await open()).not.toContain('ship-by');
  await pass(2);
  expect(await open()).toContain('ship-by');
});

it('calls a backup old when Settings do', async () => {
  const now = workspace.clock.now();
  await workspace.store.write((write) => write.settings.put('lastBackupAt', now));
  await pass(2 * 1_440 - 1);
  expect(await open()).toEqual([]);
  await pass(1);
  expect(await open()).toEqual(['backup-age']);
});

it('ends an alarm of an account that is no longer here', async () => {
  await calls(1, { errorCode: 'CARRIER_ARREARS', certainty: 'did-not-happen' });
  await round.round();
  await workspace.store.write((write) => write.accounts.remove(account.id));
  await pass(1);
  expect(await open()).toEqual([]);
});

describe('a clock that was far ahead', () => {
  const yearMs = 365 * 24 * 60 * minuteMs;
  const fault = { errorCode: 'CARRIER_ARREARS', certainty: 'did-not-happen' } as const;
  beforeEach(() =>
    workspace.store.write((write) => write.settings.put('lastBackupAt', workspace.clock.now() + 2 * yearMs)),
  );

  it('silences nothing once it is right again', async () => {
    await workspace.clock.advance(yearMs);
    await calls(1, fault);
    await round.round();
    await calls(1);
    await round.round();
    await workspace.clock.advance(-yearMs);
    await calls(1, fault);
    await pass(1);
    expect(await open()).toEqual(['arrears']);
    expect(told()).toEqual([['arrears'], ['arrears']]);
  });

  it('reminds of what was reported then, once the usual time has passed', async () => {
    await workspace.clock.advance(yearMs);
    await calls(1, fault);
    await round.round();
    await workspace.clock.advance(-yearMs);
    await pass(1);
    for (let time = 0; time < 3; time++) await pass(30);
    expect(notices.map(({ isReminder }) => isReminder)).toEqual([false, true]);
  });

  it('leaves no diverted account unasked afterwards', async () => {
    const other = await testAccount(workspace, { name: '二号店', merchantId: 'm2' });
    await workspace.store.write((write) =>
      write.lanes.put(account.id, { divertedTo: other.id, divertedAt: workspace.clock.now() }),
    );
    const asked = async () =>
      (await workspace.store.read.calls.last(50)).filter(({ interfaceName }) => interfaceName === 'test');
    await workspace.clock.advance(yearMs);
    await round.round();
    await workspace.clock.advance(-yearMs);
    await pass(6);
    expect(await asked()).toHaveLength(2);
  });
});
