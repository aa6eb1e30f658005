import { z } from 'zod';
import {
  countSchema,
  fileToken,
  idSchema,
  inputText,
  open,
  outputText,
  secret,
  timeOrNull,
  timeSchema,
} from '../domain/fields.ts';
import { procedure } from './procedure.ts';
import { sessionState } from './session.ts';

/** What opens a backup. Both empty: what this computer keeps. */
const opening = {
  fileToken,
  passphrase: secret(200),
  recoveryCode: secret(60),
};

/** A backup found in the workspace's own folder. */
const candidate = z.object({
  fileToken,
  name: outputText(255),
  madeAt: timeOrNull,
  /** null: nobody can say. */
  orders: countSchema.nullable(),
  bytes: countSchema,
});

/** What restoring it changes beside the orders, or cannot promise. */
const restoreChanges = ['older', 'elsewhere', 'people-kept', 'unproven', 'other-key'] as const;

const inspected = z.object({
  madeAt: timeSchema,
  orders: countSchema,
  isPractice: open(z.boolean()),
  changes: z.array(open(z.enum(restoreChanges))),
  /** Who must agree, by PIN; nobody: whoever opens the backup. */
  managers: z.array(z.object({ id: idSchema, name: outputText(40) })),
  /** May the rescue code stand for a manager's PIN? */
  hasRescueCode: open(z.boolean()),
});

export type InspectedBackup = z.infer<typeof inspected>;

/** Putting a backup in the place of the workspace. Answered while it is new, locked, damaged or open: the gate is the use case's. */
const restoreContract = {
  candidates: procedure('anybody').output(z.array(candidate)),
  /** Changes nothing. null: neither this computer nor what was typed opens it. */
  inspect: procedure('anybody').input(opening).output(inspected.nullable()),
  run: procedure('anybody')
    .input({
      ...opening,
      /** Who agrees, by PIN or by the rescue code; empty where nobody must. */
      operatorId: inputText(64),
      pin: secret(40),
      rescueCode: secret(40),
      /** The key of the workspace is replaced by the backup's. */
      replaceKey: open(z.boolean()),
    })
    .output({
      session: sessionState,
      orders: countSchema,
      madeAt: timeSchema,
      /** What was there before is kept beside it. */
      isSetAside: open(z.boolean()),
      sender: open(z.enum(['of-backup', 'kept', 'missing'])),
      /** People in the backup who were erased at their request since, and were erased again; null: nobody can say. */
      erasedAgain: countSchema.nullable(),
    }),
};

export const restoreContracts = { restore: restoreContract };
