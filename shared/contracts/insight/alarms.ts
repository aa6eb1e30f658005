import { z } from 'zod';
import {
  countSchema,
  failureParams,
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
  alarmEndings,
  alarmKinds,
  alarmScopeKinds,
  alarmSeverities,
  alarmStates,
  channelKinds,
} from '../../domain/insight/alarm.ts';
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
  /** When it was last told with a sound; null: not yet. */
  loudAt: timeOrNull,
});

export type AlarmRow = z.infer<typeof alarmRow>;

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
  /** Somebody has taken note of it. */
  seen: procedure('seeWork').input({ alarmId: idSchema }).output(z.array(alarmRow)),
};

export const alarmsContracts = { alarms: alarmsContract, alarmChannels: alarmChannelsContract };
