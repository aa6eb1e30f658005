import type { EmergencySheet } from '../../../../shared/contracts/insight/alarms.ts';
import { alarmKind } from '../../../../shared/domain/insight/alarm.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { isServiceTime } from '../../../../shared/rules/serviceHours.ts';
import { minuteMs } from '../../../../shared/rules/shopTime.ts';
import type { Account, LaneEvent, StoredAlarm } from '../../../store/schema.ts';
import { tryKeys } from '../../accounts/accounts.ts';
import { openAccount } from '../../accounts/openAccount.ts';
import { breakerLane } from '../../booking/lanes.ts';
import { readTerms } from '../../platformRecord/terms.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { readCallFigures } from '../callFigures.ts';
import { readContacts } from './alarmRules.ts';
import { shownAlarm } from './readAlarms.ts';
import { maySwitchTo } from './switchAccount.ts';

const eventsShown = 10;
/** Older calls of an account say nothing about it now. */
const healthMs = 10 * minuteMs;

/** Everything needed by a person who opens an alarm: whom to call, and the state of the account and its backup. */
export async function readSheet(
  workspace: Workspace,
  { alarmId }: { readonly alarmId: string },
): Promise<Outcome<EmergencySheet>> {
  const { read } = workspace.store;
  const alarm = await read.alarms.byId(alarmId);
  if (alarm === undefined) return failure('ALARM_NOT_FOUND');
  const contacts = await readContacts(workspace);
  const { area } = alarmKind(alarm.kind);
  const ofArea = contacts.filter(({ areas }) => areas.length === 0 || areas.includes(area));
  return done({
    alarm: shownAlarm(alarm),
    area,
    // Another department's contact is better than none.
    contacts: (ofArea.length > 0 ? ofArea : contacts).map((one) => ({ ...one, areas: [...one.areas] })),
    platform: await platformOf(workspace, alarm),
    lane: await laneOf(workspace, alarm),
    messages: await messagesOf(workspace, alarm.id),
  });
}

/** The contacts given by an account's platform. */
async function platformOf(
  workspace: Workspace,
  { scopeKind, scopeId }: StoredAlarm,
): Promise<EmergencySheet['platform']> {
  const account = scopeKind === 'account' ? await workspace.store.read.accounts.byId(scopeId) : undefined;
  if (account === undefined) return null;
  const { adviserName, adviserPhone, hotline, hours } = (await readTerms(workspace, account.id)).terms;
  if (adviserName + adviserPhone + hotline === '') return null;
  return {
    accountName: account.name,
    adviserName,
    adviserPhone,
    hotline,
    hours:
      hours === null
        ? null
        : {
            ...hours,
            days: [...hours.days],
            holidays: [...hours.holidays],
            workdays: [...hours.workdays],
          },
    isAnswering: hours === null ? null : isServiceTime(hours, workspace.clock.now()),
  };
}

async function messagesOf({ store }: Workspace, alarmId: string): Promise<EmergencySheet['messages']> {
  const names = new Map((await store.read.alarmChannels.all()).map(({ id, name }) => [id, name]));
  const messages = await store.read.alarmMessages.ofAlarm(alarmId);
  return messages.map(({ channelId, event, state, endedAt }) => ({
    channelName: names.get(channelId) ?? '',
    event,
    state,
    endedAt,
  }));
}

async function laneOf(workspace: Workspace, alarm: StoredAlarm): Promise<EmergencySheet['lane']> {
  const { read } = workspace.store;
  if (alarmKind(alarm.kind).hasBackup !== true) return null;
  const account = await read.accounts.byId(alarm.scopeId);
  if (account === undefined) return null;
  const lane = await read.lanes.of(account.id);
  const names = await read.accounts.names();
  const open = (await read.bookings.openCounts()).filter((row) => row.accountId === account.id);
  const waiting = open.find(({ state }) => state === 'planned')?.total ?? 0;
  const events = await read.laneEvents.ofAccount(account.id, eventsShown);
  return {
    accountId: account.id,
    accountName: account.name,
    ...(await healthOf(workspace, account, lane.haltCode)),
    divertedTo: lane.divertedTo === null ? null : (names.get(lane.divertedTo) ?? ''),
    divertedAt: lane.divertedAt,
    waiting,
    unsure: open.reduce((sum, { state, total }) => sum + (state === 'planned' ? 0 : total), 0),
    backups: await backupsFor(workspace, account, lane.backupAccountId),
    events: events.map(shownEvent),
  };
}

export const shownEvent = ({ kind, at, fromName, toName, operator, reason, moved, stayed }: LaneEvent) => ({
  kind,
  at,
  fromName,
  toName,
  operator,
  reason,
  moved,
  stayed,
});

/** The account set as backup first; those that cannot take orders are marked. */
async function backupsFor(workspace: Workspace, { id }: Account, preferred: string | null) {
  const others = (await workspace.store.read.accounts.all()).filter((account) => account.id !== id);
  const sorted = [...others].sort(
    (one, other) => Number(other.id === preferred) - Number(one.id === preferred),
  );
  return Promise.all(
    sorted.map(async (account) => ({
      accountId: account.id,
      name: account.name,
      isUsable: await maySwitchTo(workspace, account),
    })),
  );
}

/** Healthy by its last calls; null: unknown, because there were none recently. */
async function healthOf(workspace: Workspace, { id }: Account, haltCode: string) {
  const now = workspace.clock.now();
  const { total } = await readCallFigures(workspace, {
    by: 'account',
    from: now - healthMs,
    to: now,
    accountId: id,
  });
  const isBroken = haltCode !== '' || workspace.breaker.view(breakerLane(id, 'book')).state === 'open';
  const isHealthy = isBroken || total.faults > 0 ? false : total.calls > 0 ? true : null;
  return { isHealthy, calls: total.calls, faults: total.faults };
}

/** Sends the platform one harmless question, for a check before switching back. */
export async function checkAccount(workspace: Workspace, accountId: string): Promise<Outcome<null>> {
  const opened = await openAccount(workspace, accountId);
  if (!opened.ok) return opened;
  const test = await tryKeys(workspace, opened.value);
  workspace.changed('alarms', 'status');
  return test.ok || test.errorCode === '' ? done(null) : failure(test.errorCode, test.errorParams);
}
