import type { AlarmRow, EmergencySheet } from '../../../shared/contracts/insight/alarms.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { hourMs } from '../../../shared/rules/shopTime.ts';
import { alarmSentence, alarmSteps } from '../../../shared/text/alarmSentence.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { hoursText } from '../../../shared/text/hoursText.ts';
import { wordFor } from '../../../shared/text/words.ts';
import type { StoredAlarm } from '../../store/schema.ts';
import { nothingFails } from '../../usecases/backups/plan.ts';
import { AlarmRound } from '../../usecases/insight/alarms/alarmRound.ts';
import { markAlarmSeen, silenceAlarm } from '../../usecases/insight/alarms/raiseAlarm.ts';
import { readAlarmHistory, readOpenAlarms } from '../../usecases/insight/alarms/readAlarms.ts';
import { readSheet } from '../../usecases/insight/alarms/sheet.ts';
import { workCases } from '../../usecases/tracking/workCases.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, localTime, nothing, phrases } from '../main/phrases.ts';
import { flag, found, required, whole } from '../main/word.ts';

const say = phrases({
  line: [
    '{id}  {severity}  {title}  {state}  从 {raised}{cleared}  {says}',
    '{id}  {severity}  {title}  {state}  since {raised}{cleared}  {says}',
  ],
  cleared: [' 到 {at}', ' until {at}'],
  seen: ['{name}已知悉，{at}', 'acknowledged by {name}, {at}'],
  owner: ['店主', 'the owner'],
  call: ['找 {name}  {phone}  {note}', 'call {name}  {phone}  {note}'],
  platform: ['找平台 {name}：{people}', 'call the platform of {name}: {people}'],
  hotline: ['热线 {phone}', 'hotline {phone}'],
  hours: ['服务时间 {hours}（{now}）', 'answers {hours} ({now})'],
  answering: ['现在有人', 'somebody is there now'],
  away: ['现在没人', 'nobody is there now'],
  own: ['{name} 自己取号，{waiting} 单在等', '{name} takes its own orders; {waiting} waiting'],
  diverted: ['{name} 的订单现在由 {to} 取号', 'the orders of {name} go to {to} now'],
  event: [
    '{at}  {what}  {fromName} → {toName}  {operator}  {reason}  转走 {moved}  留下 {stayed}',
    '{at}  {what}  {fromName} → {toName}  {operator}  {reason}  moved {moved}  stayed {stayed}',
  ],
});

/** Enough for a look back; the window shows all. */
const mostPast = 200;

async function alarmById({ store }: Workspace, id: string): Promise<Outcome<StoredAlarm>> {
  const alarm = await store.read.alarms.byId(id);
  return alarm === undefined ? failure('ALARM_NOT_FOUND') : done(alarm);
}

const alarmId = found('ID', alarmById);

function alarmLine(alarm: AlarmRow, language: Language): string {
  return say(language, 'line', {
    id: alarm.id,
    severity: wordFor(language, 'alarmSeverity', alarm.severity),
    title: wordFor(language, 'alarm', alarm.kind),
    state: wordFor(language, 'alarmState', alarm.state),
    raised: localTime(alarm.raisedAt),
    cleared: alarm.clearedAt === null ? '' : say(language, 'cleared', { at: localTime(alarm.clearedAt) }),
    says: alarmSentence(alarm, language),
  });
}

function shownRow(alarm: AlarmRow, language: Language) {
  const { raisedAt, seenAt, clearedAt, quietUntil, loudAt: _loud, ...row } = alarm;
  return {
    ...row,
    raisedAt: isoTime(raisedAt),
    seenAt: isoTime(seenAt),
    clearedAt: isoTime(clearedAt),
    quietUntil: isoTime(quietUntil),
    says: alarmSentence(alarm, language),
  };
}

async function reportOne(workspace: Workspace, { id }: Pick<StoredAlarm, 'id'>, language: Language) {
  const { alarm, contacts, platform, lane, messages } = unwrap(await readSheet(workspace, { alarmId: id }));
  const steps = alarmSteps(alarm.kind, language);
  const { seenAt, seenBy } = alarm;
  const name = seenBy === '' ? say(language, 'owner') : seenBy;
  const human = [
    alarmLine(alarm, language),
    ...(seenAt === null ? [] : [say(language, 'seen', { name, at: localTime(seenAt) })]),
    ...contacts.map((contact) => say(language, 'call', { ...contact })),
    ...(platform === null ? [] : [platformLine(platform, language)]),
    ...steps.map((step, index) => `${index + 1}. ${step}`),
    ...laneLines(lane, language),
  ];
  const shown = { ...shownRow(alarm, language), contacts, platform, steps, lane: shownLane(lane), messages };
  return report(shown, human, alarm.state === 'raised');
}

function platformLine(platform: NonNullable<EmergencySheet['platform']>, language: Language): string {
  const { accountName: name, adviserName, adviserPhone, hotline, hours, isAnswering } = platform;
  const people = [
    `${adviserName} ${adviserPhone}`.trim(),
    hotline === '' ? '' : say(language, 'hotline', { phone: hotline }),
    hours === null
      ? ''
      : say(language, 'hours', {
          hours: hoursText(hours, language),
          now: say(language, isAnswering === true ? 'answering' : 'away'),
        }),
  ];
  return say(language, 'platform', { name, people: people.filter((text) => text !== '').join('  ') });
}

const shownLane = (lane: EmergencySheet['lane']) =>
  lane === null
    ? null
    : {
        ...lane,
        divertedAt: isoTime(lane.divertedAt),
        events: lane.events.map(({ at, ...event }) => ({ at: isoTime(at), ...event })),
      };

function laneLines(lane: EmergencySheet['lane'], language: Language): string[] {
  if (lane === null) return [];
  const { accountName, divertedTo, waiting, events } = lane;
  const standing =
    divertedTo === null
      ? say(language, 'own', { name: accountName, waiting })
      : say(language, 'diverted', { name: accountName, to: divertedTo });
  return [
    standing,
    ...events.map(({ at, kind, operator, ...event }) =>
      say(language, 'event', {
        ...event,
        at: localTime(at),
        what: wordFor(language, 'laneEvent', kind),
        operator: operator === '' ? say(language, 'owner') : operator,
      }),
    ),
  ];
}

async function listed(workspace: Workspace, language: Language, withPast: boolean) {
  const open = await readOpenAlarms(workspace);
  const past = withPast ? (await readAlarmHistory(workspace, { offset: 0, limit: mostPast })).rows : [];
  const alarms = [...open, ...past];
  const lines = alarms.map((alarm) => alarmLine(alarm, language));
  return report(
    { alarms: alarms.map((alarm) => shownRow(alarm, language)) },
    lines.length === 0 ? [nothing(language)] : lines,
    open.length > 0,
  );
}

export const alarmCommands: readonly Command[] = [
  command({
    name: 'alarms list',
    zh: '现在有哪些报警，最急的在前；--all 连同已解除的',
    en: 'the alarms that stand now, the worst first; --all: with those that are over',
    access: 'seeWork',
    options: { all: flag },
    run: ({ workspace, language, options: { all } }) => listed(workspace, language, all),
  }),
  command({
    name: 'alarms show',
    zh: '一条报警：发生了什么、怎么办',
    en: 'one alarm: what happened and what to do',
    access: 'seeWork',
    operands: [alarmId],
    run: ({ workspace, language, operands: [alarm] }) => reportOne(workspace, alarm, language),
  }),
  command({
    name: 'alarms acknowledge',
    zh: '知悉一条报警，不再提醒；恢复后自动解除',
    en: 'take note of an alarm: nobody is reminded again; it ends once all is well',
    access: 'seeWork',
    operands: [alarmId],
    run: async ({ workspace, language, operands: [{ id }] }) =>
      reportOne(workspace, unwrap(await markAlarmSeen(workspace, id)), language),
  }),
  command({
    name: 'alarms silence',
    zh: '一条报警在几小时内不响、不弹、不发通知；照样在列表里',
    en: 'an alarm makes no sound, notification or message for so many hours; it stays in the list',
    access: 'changeOrders',
    operands: [alarmId],
    options: { hours: required(whole(1, 168)) },
    async run({ workspace, language, operands: [{ id }], options: { hours } }) {
      const until = workspace.clock.now() + hours * hourMs;
      return reportOne(workspace, unwrap(await silenceAlarm(workspace, { alarmId: id, until })), language);
    },
  }),
  command({
    name: 'alarms check',
    zh: '现在就检查一遍所有报警规则并发送通知（窗口开着时每半分钟自动检查）',
    en: 'look at every rule now and send what is due (an open window does so every half minute)',
    access: 'seeWork',
    async run({ workspace, language }) {
      // One of the rules counts what only this finds where no window is open.
      await workCases(workspace);
      const sight = { printerStates: null, backups: nothingFails };
      await new AlarmRound(workspace, () => sight).round({ isAsked: true });
      return listed(workspace, language, false);
    },
  }),
];
