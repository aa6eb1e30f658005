import { z } from 'zod';
import {
  countSchema,
  failureParams,
  freeText,
  idSchema,
  inputText,
  open,
  outputText,
  rowsOf,
  secret,
  timeOrNull,
  timeSchema,
  trimmedText,
  windowInput,
} from '../../domain/fields.ts';
import {
  alarmAreas,
  alarmEndings,
  alarmKinds,
  alarmScopeKinds,
  alarmSeverities,
  alarmStates,
  channelKinds,
  laneEventKinds,
  messageEvents,
  messageStates,
} from '../../domain/insight/alarm.ts';
import { alarmLimitNames, mostContacts } from '../../domain/insight/alarmRules.ts';
import { serviceHours } from '../platformRecord/platformRecord.ts';
import { procedure } from '../procedure.ts';

const alarmRow = z.object({
  id: idSchema,
  kind: open(z.enum(alarmKinds)),
  scope: z.object({ kind: open(z.enum(alarmScopeKinds)), id: outputText(500), name: outputText(100) }),
  severity: open(z.enum(alarmSeverities)),
  state: open(z.enum(alarmStates)),
  /** Counts, minutes and codes that fill its words. */
  facts: failureParams,
  raisedAt: timeSchema,
  seenAt: timeOrNull,
  seenBy: outputText(100),
  clearedAt: timeOrNull,
  ending: open(z.enum([...alarmEndings, ''])),
  /** When it was last announced with a sound; null: not yet. */
  loudAt: timeOrNull,
  /** Not announced before then; null: nothing keeps it quiet. */
  quietUntil: timeOrNull,
});

export type AlarmRow = z.infer<typeof alarmRow>;

const alarmRules = z.object({
  limits: z.record(open(z.enum(alarmLimitNames)), open(z.number().int())),
  off: z.array(open(z.enum(alarmKinds))),
  isDesktopOn: open(z.boolean()),
  isSoundOn: open(z.boolean()),
});

/** Colleagues and suppliers: their numbers are on the sheet by the printer, too. */
const contact = z.object({
  name: outputText(60),
  phone: outputText(40),
  note: freeText(200),
  areas: z.array(open(z.enum(alarmAreas))),
});

const contactInput = z.object({
  name: inputText(60),
  phone: inputText(40),
  note: inputText(200),
  areas: z.array(open(z.enum(alarmAreas))).max(alarmAreas.length),
});

const laneEvent = z.object({
  kind: open(z.enum(laneEventKinds)),
  at: timeSchema,
  fromName: outputText(100),
  toName: outputText(100),
  /** Empty: the owner. */
  operator: outputText(100),
  reason: freeText(200),
  /** Orders that went along; bookings that stayed because they may have happened. */
  moved: countSchema,
  stayed: countSchema,
});

const emergencySheet = z.object({
  alarm: alarmRow,
  area: open(z.enum(alarmAreas)),
  contacts: z.array(contact),
  /** Whom the platform named to call, as its record keeps it; null: it is about no platform, or nobody has written it down. */
  platform: z
    .object({
      accountName: outputText(100),
      adviserName: outputText(60),
      adviserPhone: outputText(40),
      hotline: outputText(40),
      hours: serviceHours.nullable(),
      /** null: in which hours they answer is not known. */
      isAnswering: open(z.boolean().nullable()),
    })
    .nullable(),
  /** The account it is about and its backup; null: another account is no help. */
  lane: z
    .object({
      accountId: idSchema,
      accountName: outputText(100),
      /** Whether its last calls went well; null: it has made none of late. */
      isHealthy: open(z.boolean().nullable()),
      calls: countSchema,
      faults: countSchema,
      /** Name of the account that takes its orders; null: it does so itself. */
      divertedTo: outputText(100).nullable(),
      divertedAt: timeOrNull,
      waiting: countSchema,
      /** Bookings that may have happened, and stay. */
      unsure: countSchema,
      /** The one that was set as backup first. */
      backups: z.array(z.object({ accountId: idSchema, name: outputText(100), isUsable: open(z.boolean()) })),
      events: z.array(laneEvent),
    })
    .nullable(),
  messages: z.array(
    z.object({
      channelName: outputText(40),
      event: open(z.enum(messageEvents)),
      state: open(z.enum(messageStates)),
      endedAt: timeOrNull,
    }),
  ),
});

export type EmergencySheet = z.infer<typeof emergencySheet>;

const channelRow = z.object({
  channelId: idSchema,
  kind: open(z.enum(channelKinds)),
  name: outputText(40),
  /** A host, or mail addresses. */
  target: outputText(1_000),
  isUrgentOnly: open(z.boolean()),
  /** What may be shown of what was set. */
  fields: z.record(z.string(), outputText(1_000)),
  /** Names of the secrets that are set. */
  secretsSet: z.array(outputText(20)),
  failing: z.object({ since: timeSchema, code: open(z.string()), params: failureParams }).nullable(),
  lastSentAt: timeOrNull,
  waiting: countSchema,
});

export type ChannelRow = z.infer<typeof channelRow>;

const alarmChannelsContract = {
  list: procedure('seeWork').output(z.array(channelRow)),
  /** Secrets that are not among the fields stay as they are. */
  save: procedure('changeSettings')
    .input({
      channelId: idSchema.optional(),
      kind: open(z.enum(channelKinds)),
      name: trimmedText(40),
      isUrgentOnly: open(z.boolean()),
      fields: z.record(inputText(20, 1), secret(2_000)),
    })
    .output(z.array(channelRow)),
  remove: procedure('changeSettings').input({ channelId: idSchema }).output(z.array(channelRow)),
  /** A message that says it is a test. */
  test: procedure('changeSettings').input({ channelId: idSchema }).output(z.array(channelRow)),
};

const alarmsContract = {
  /** What stands now, the worst first. */
  open: procedure('seeWork').output(z.array(alarmRow)),
  /** What is over, the newest first. */
  history: procedure('seeWork').input(windowInput).output(rowsOf(alarmRow)),
  /** Not announced before then. */
  silence: procedure('changeOrders')
    .input({ alarmId: idSchema, until: timeSchema })
    .output(z.array(alarmRow)),
  rules: procedure('seeWork').output(alarmRules),
  setRules: procedure('changeSettings')
    .input({
      limits: z.partialRecord(open(z.enum(alarmLimitNames)), open(z.number().int())).optional(),
      off: z.array(open(z.enum(alarmKinds))).optional(),
      isDesktopOn: open(z.boolean()).optional(),
      isSoundOn: open(z.boolean()).optional(),
    })
    .output(alarmRules),
  contacts: procedure('seeWork').output(z.array(contact)),
  setContacts: procedure('changeSettings')
    .input({ contacts: z.array(contactInput).max(mostContacts) })
    .output(z.array(contact)),
  /** Who to call, what to do, and how the account and its backup stand. */
  sheet: procedure('seeWork').input({ alarmId: idSchema }).output(emergencySheet),
  /** One harmless question to the platform; what stopped the account stays until it is tested in Settings. */
  checkAccount: procedure('bookParcels')
    .input({ alarmId: idSchema, accountId: idSchema })
    .output(emergencySheet),
  /** Another account takes the orders of this one. */
  switch: procedure('bookParcels', { wakes: true })
    .input({
      alarmId: idSchema,
      accountId: idSchema,
      toAccountId: idSchema,
      reason: inputText(200),
    })
    .output(emergencySheet),
  /** The account takes its own orders again. */
  switchBack: procedure('bookParcels', { wakes: true })
    .input({ alarmId: idSchema, accountId: idSchema, reason: inputText(200) })
    .output(emergencySheet),
  /** Somebody has taken note of it. */
  seen: procedure('seeWork').input({ alarmId: idSchema }).output(z.array(alarmRow)),
};

export const alarmsContracts = { alarms: alarmsContract, alarmChannels: alarmChannelsContract };
