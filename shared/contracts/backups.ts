import { z } from 'zod';
import {
  countSchema,
  failureNote,
  fileToken,
  handedFile,
  open,
  outputText,
  timeOrNull,
} from '../domain/fields.ts';
import { alarmDayLimits, backupStandings } from '../rules/backupAge.ts';
import { procedure } from './procedure.ts';

const alarmDays = open(z.number().int().min(alarmDayLimits.least).max(alarmDayLimits.most));

const trouble = failureNote.omit({ field: true });

const backupsSchema = z.object({
  isScheduled: open(z.boolean()),
  alarmDays,
  lastBackupAt: timeOrNull,
  standing: open(z.enum(backupStandings)),
  /** Why no backup can be made now; absent: nothing is wrong. */
  failing: trouble.optional(),
  second: z
    .object({
      folderName: outputText(400),
      /** The last copy there; null: none yet. */
      copiedAt: timeOrNull,
      failing: trouble.optional(),
    })
    .nullable(),
  /** Nothing but this computer opens a backup. */
  isBoundToMachine: open(z.boolean()),
});

export type BackupsView = z.infer<typeof backupsSchema>;

const listedBackup = z.object({
  name: outputText(400),
  place: open(z.enum(['own', 'second'])),
  madeBy: open(z.enum(['schedule', 'person', 'upgrade'])),
  /** null: nobody can say. */
  madeAt: timeOrNull,
  orders: countSchema.nullable(),
  bytes: countSchema,
  isProven: open(z.boolean()),
});

export type ListedBackupRow = z.infer<typeof listedBackup>;

const backupsContract = {
  get: procedure('seeWork').output(backupsSchema),
  list: procedure('seeWork').output({
    rows: z.array(listedBackup),
    /** The newest of this computer, which shows where they lie; null: there is none. */
    newest: z.object(handedFile).nullable(),
  }),
  set: procedure('changeSettings')
    .input({ isScheduled: open(z.boolean()).optional(), alarmDays: alarmDays.optional() })
    .output(backupsSchema),
  /** Another disk that gets a copy of each backup; null: none any more. */
  setSecond: procedure('changeSettings').input({ folderToken: fileToken.nullable() }).output(backupsSchema),
  /** A verified backup in the workspace's own folder, kept until a person removes it. */
  make: procedure('seeWork').output({
    ...handedFile,
    orders: countSchema,
    isBoundToMachine: open(z.boolean()),
  }),
};

export const backupsContracts = { backups: backupsContract };
