import type { implement } from '@orpc/server';
import type { contract } from '../../../shared/contracts/contract.ts';
import type { AlarmRow, ChannelRow, EmergencySheet } from '../../../shared/contracts/insight/alarms.ts';
import { alarmKind } from '../../../shared/domain/insight/alarm.ts';
import {
  type AlarmContact,
  type AlarmLimitName,
  type AlarmLimits,
  alarmLimitNames,
  alarmLimits,
} from '../../../shared/domain/insight/alarmRules.ts';
import { minuteMs } from '../../../shared/rules/shopTime.ts';
import type { PageWorld } from './pageWorld.ts';

type Os = ReturnType<typeof implement<typeof contract>>;
type Lane = NonNullable<EmergencySheet['lane']>;

const usualLimits = Object.fromEntries(
  alarmLimitNames.map((name) => [name, alarmLimits[name].usual]),
) as Record<AlarmLimitName, number>;

function sampleAlarm(
  id: string,
  kind: AlarmRow['kind'],
  raisedAt: number,
  more: Partial<AlarmRow>,
): AlarmRow {
  return {
    id,
    kind,
    scope: { kind: alarmKind(kind).scope, id: '', name: '' },
    severity: alarmKind(kind).severity,
    state: 'raised',
    facts: {},
    raisedAt,
    seenAt: null,
    seenBy: '',
    clearedAt: null,
    ending: '',
    loudAt: null,
    quietUntil: null,
    ...more,
  };
}

function sampleAlarms(now: number): { readonly open: AlarmRow[]; readonly past: AlarmRow[] } {
  const account = { kind: 'account', id: 'a1', name: '快递鸟 主账号' } as const;
  return {
    open: [
      sampleAlarm('al1', 'platform-down', now - 14 * minuteMs, {
        scope: account,
        facts: { minutes: 14, waiting: 37 },
      }),
      sampleAlarm('al2', 'ship-by', now - 52 * minuteMs, {
        facts: { count: 6, hours: 6, limit: 48 },
        state: 'seen',
        seenAt: now - 40 * minuteMs,
        seenBy: '王芳',
      }),
      sampleAlarm('al3', 'balance', now - 300 * minuteMs, {
        scope: { kind: 'account', id: 'a2', name: '顺丰 月结' },
        facts: { total: 62, unit: 'numbers', limit: 100 },
      }),
    ],
    past: [
      sampleAlarm('al4', 'printer', now - 26 * 60 * minuteMs, {
        scope: { kind: 'printer', id: 'p1', name: 'TSC TTP-244' },
        facts: { minutes: 12, waiting: 8 },
        state: 'cleared',
        clearedAt: now - 25 * 60 * minuteMs,
        ending: 'healthy',
      }),
      sampleAlarm('al5', 'error-rate', now - 74 * 60 * minuteMs, {
        scope: account,
        facts: { calls: 812, faults: 19, percent: 2.3, limit: 1, minutes: 60 },
        state: 'cleared',
        clearedAt: now - 73 * 60 * minuteMs,
        ending: 'healthy',
      }),
    ],
  };
}

/** Alarms of the page's double: none stands unless the sample wants them. */
export function pageAlarms(os: Os, { options, now, tell, fail }: PageWorld) {
  const { open, past } = options.hasAlarms === true ? sampleAlarms(now()) : { open: [], past: [] };
  let rules = { limits: usualLimits, off: [] as AlarmRow['kind'][], isDesktopOn: true, isSoundOn: true };
  let contacts: AlarmContact[] =
    options.hasAlarms === true
      ? [
          { name: '陈师傅', phone: '13800138000', note: '店长，随时', areas: [] },
          { name: '平台客服 小李', phone: '400-811-0000', note: '7×12，账号 1688001', areas: ['platforms'] },
        ]
      : [];
  const lane: Lane = {
    accountId: 'a1',
    accountName: '快递鸟 主账号',
    isHealthy: false,
    calls: 6,
    faults: 6,
    divertedTo: null,
    divertedAt: null,
    waiting: 37,
    unsure: 2,
    backups: [
      { accountId: 'a2', name: '快递100 备用', isUsable: true },
      { accountId: 'a3', name: '顺丰 月结', isUsable: false },
    ],
    events: [],
  };
  let current = lane;
  const find = (alarmId: string) => [...open, ...past].find(({ id }) => id === alarmId);
  const sheet = (alarmId: string): EmergencySheet => {
    const alarm = find(alarmId);
    if (alarm === undefined) return fail('ALARM_NOT_FOUND');
    const { area, hasBackup } = alarmKind(alarm.kind);
    return {
      alarm,
      area,
      contacts: contacts.map((one) => ({ ...one, areas: [...one.areas] })),
      platform:
        alarm.scope.kind === 'account'
          ? {
              accountName: alarm.scope.name,
              adviserName: '李顾问',
              adviserPhone: '13900000001',
              hotline: '400-811-0000',
              hours: {
                days: [1, 2, 3, 4, 5, 6, 7],
                opensMinute: 540,
                closesMinute: 1_260,
                holidays: [],
                workdays: [],
              },
              isAnswering: true,
            }
          : null,
      lane: hasBackup === true ? current : null,
      messages: [{ channelName: '发货群', event: 'raised', state: 'sent', endedAt: alarm.raisedAt + 3_000 }],
    };
  };
  const change = (alarmId: string, patch: Partial<AlarmRow>) => {
    const at = open.findIndex(({ id }) => id === alarmId);
    const alarm = open[at];
    if (alarm !== undefined) open[at] = { ...alarm, ...patch };
    tell('alarms');
    return open;
  };
  const noted = (kind: Lane['events'][number]['kind'], toName: string, reason: string, moved: number) => ({
    kind,
    at: now(),
    fromName: lane.accountName,
    toName,
    operator: '',
    reason,
    moved,
    stayed: moved === 0 ? 0 : 2,
  });
  return {
    open: os.alarms.open.handler(() => open),
    history: os.alarms.history.handler(() => ({ total: past.length, rows: past })),
    sheet: os.alarms.sheet.handler(({ input }) => sheet(input.alarmId)),
    checkAccount: os.alarms.checkAccount.handler(({ input }) => {
      current = { ...current, isHealthy: true, calls: 1, faults: 0 };
      return sheet(input.alarmId);
    }),
    switch: os.alarms.switch.handler(({ input }) => {
      const to = lane.backups.find(({ accountId }) => accountId === input.toAccountId)?.name ?? '';
      const events = [noted('switched', to, input.reason, 37), ...current.events];
      current = { ...current, divertedTo: to, divertedAt: now(), waiting: 0, events };
      tell('alarms');
      return sheet(input.alarmId);
    }),
    switchBack: os.alarms.switchBack.handler(({ input }) => {
      const events = [noted('switched-back', current.divertedTo ?? '', input.reason, 0), ...current.events];
      current = { ...current, divertedTo: null, divertedAt: null, events };
      tell('alarms');
      return sheet(input.alarmId);
    }),
    silence: os.alarms.silence.handler(({ input }) => change(input.alarmId, { quietUntil: input.until })),
    rules: os.alarms.rules.handler(() => rules),
    setRules: os.alarms.setRules.handler(({ input }) => {
      const limits = { ...rules.limits, ...input.limits } as AlarmLimits;
      rules = {
        limits,
        off: [...(input.off ?? rules.off)],
        isDesktopOn: input.isDesktopOn ?? rules.isDesktopOn,
        isSoundOn: input.isSoundOn ?? rules.isSoundOn,
      };
      tell('alarms');
      return rules;
    }),
    contacts: os.alarms.contacts.handler(() => contacts.map((one) => ({ ...one, areas: [...one.areas] }))),
    setContacts: os.alarms.setContacts.handler(({ input }) => {
      contacts = [...input.contacts];
      tell('alarms');
      return contacts.map((one) => ({ ...one, areas: [...one.areas] }));
    }),
    seen: os.alarms.seen.handler(({ input }) => change(input.alarmId, { state: 'seen', seenAt: now() })),
  };
}

/** Where they are told besides this computer: to a group that works and a mail that does not. */
export function pageAlarmChannels(os: Os, { options, now, tell, fail }: PageWorld) {
  let channels: ChannelRow[] = options.hasAlarms === true ? sampleChannels(now()) : [];
  return {
    list: os.alarmChannels.list.handler(() => channels),
    save: os.alarmChannels.save.handler(({ input }) => {
      if (input.fields.url?.startsWith('http://') === true) fail('CHANNEL_ADDRESS_INVALID');
      const { kind, name, isUrgentOnly } = input;
      const channelId = input.channelId ?? `c${channels.length + 1}`;
      const target = kind === 'smtp' ? (input.fields.to ?? '') : 'oapi.dingtalk.com';
      const row = { channelId, kind, name, isUrgentOnly, target, fields: {}, secretsSet: ['url'] };
      const fresh: ChannelRow = { ...row, failing: null, lastSentAt: null, waiting: 0 };
      channels = [...channels.filter((one) => one.channelId !== channelId), fresh];
      tell('alarms');
      return channels;
    }),
    remove: os.alarmChannels.remove.handler(({ input }) => {
      channels = channels.filter(({ channelId }) => channelId !== input.channelId);
      tell('alarms');
      return channels;
    }),
    test: os.alarmChannels.test.handler(({ input }) => {
      const at = now();
      channels = channels.map((one) =>
        one.channelId === input.channelId ? { ...one, failing: null, waiting: 0, lastSentAt: at } : one,
      );
      tell('alarms');
      return channels;
    }),
  };
}

const sampleChannels = (now: number): ChannelRow[] => [
  {
    channelId: 'c1',
    kind: 'wecom',
    name: '发货群',
    target: 'qyapi.weixin.qq.com',
    isUrgentOnly: false,
    fields: {},
    secretsSet: ['url'],
    failing: null,
    lastSentAt: now - 14 * minuteMs,
    waiting: 0,
  },
  {
    channelId: 'c2',
    kind: 'smtp',
    name: '老板邮箱',
    target: 'boss@shop.example',
    isUrgentOnly: true,
    fields: {
      host: 'smtp.shop.example',
      port: '465',
      user: 'desk',
      from: 'desk@shop.example',
      to: 'boss@shop.example',
    },
    secretsSet: ['password'],
    failing: {
      since: now - 130 * minuteMs,
      code: 'CHANNEL_LOGIN_REFUSED',
      params: { host: 'smtp.shop.example' },
    },
    lastSentAt: null,
    waiting: 2,
  },
];
