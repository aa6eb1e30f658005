import { z } from 'zod';
import {
  failureParams,
  idSchema,
  open,
  outputText,
  rowsOf,
  timeOrNull,
  timeSchema,
  windowInput,
} from '../../domain/fields.ts';
import {
  alarmEndings,
  alarmKinds,
  alarmScopeKinds,
  alarmSeverities,
  alarmStates,
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

const alarmsContract = {
  /** What stands now, the worst first. */
  open: procedure('seeWork').output(z.array(alarmRow)),
  /** What is over, the newest first. */
  history: procedure('seeWork').input(windowInput).output(rowsOf(alarmRow)),
  /** Somebody has taken note of it. */
  seen: procedure('seeWork').input({ alarmId: idSchema }).output(z.array(alarmRow)),
};

export const alarmsContracts = { alarms: alarmsContract };
