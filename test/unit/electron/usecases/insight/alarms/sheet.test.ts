import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Account } from '../../../../../../electron/store/schema.ts';
import { raiseAlarm } from '../../../../../../electron/usecases/insight/alarms/raiseAlarm.ts';
import { readSheet } from '../../../../../../electron/usecases/insight/alarms/sheet.ts';
import { saveTerms } from '../../../../../../electron/usecases/platformRecord/terms.ts';
import type { AlarmKind, AlarmScope } from '../../../../../../shared/domain/insight/alarm.ts';
import { noTerms, type SupportTerms } from '../../../../../../shared/domain/platformRecord/platformRecord.ts';
import {
  openTestWorkspace,
  type TestWorkspace,
  testAccount,
} from '../../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
let account: Account;
beforeEach(async () => {
  workspace = await openTestWorkspace();
  account = await testAccount(workspace, { name: '一号店' });
});
afterEach(() => workspace.close());

const weekdays = {
  days: [1, 2, 3, 4, 5],
  opensMinute: 540,
  closesMinute: 1_080,
  holidays: ['2030-10-01'],
  workdays: [],
};
const save = (terms: Partial<SupportTerms>) =>
  saveTerms(workspace, { accountId: account.id, terms: { ...noTerms, ...terms }, version: 0 });
const at = (time: string) => workspace.clock.advance(Date.parse(`${time}+08:00`) - workspace.clock.now());

async function platformOf(kind: AlarmKind, scope: AlarmScope) {
  const { alarm } = await raiseAlarm(workspace, { kind, scope, facts: {} });
  const sheet = await readSheet(workspace, { alarmId: alarm.id });
  if (!sheet.ok) throw new Error(sheet.code);
  return sheet.value.platform;
}
const ofAccount = () => platformOf('balance', { kind: 'account', id: account.id, name: account.name });

it('names whom the platform gave to call, and whether somebody answers there now', async () => {
  await save({
    adviserName: '李顾问',
    adviserPhone: '13900000001',
    hotline: '400-811-0000',
    hours: weekdays,
  });
  await at('2030-09-30T17:59:00');
  expect(await ofAccount()).toEqual({
    accountName: '一号店',
    adviserName: '李顾问',
    adviserPhone: '13900000001',
    hotline: '400-811-0000',
    hours: weekdays,
    isAnswering: true,
  });
  await at('2030-09-30T18:00:00');
  expect(await ofAccount()).toMatchObject({ isAnswering: false });
  await at('2030-10-01T12:00:00');
  expect(await ofAccount()).toMatchObject({ isAnswering: false });
});

it('does not take hours nobody has written down for any', async () => {
  await save({ hotline: '400-811-0000' });
  expect(await ofAccount()).toMatchObject({ hours: null, isAnswering: null });
});

it('names nobody where nothing was written down, or no platform is the cause', async () => {
  expect(await ofAccount()).toBeNull();
  await save({ hotline: '400-811-0000' });
  expect(await platformOf('cases', { kind: 'shop', id: '', name: '' })).toBeNull();
  await workspace.store.write((write) => write.accounts.remove(account.id));
  expect(await ofAccount()).toBeNull();
});
