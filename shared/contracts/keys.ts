import { z } from 'zod';
import { idSchema, open, outputText, printerUri, secret, timeOrNull } from '../domain/fields.ts';
import { procedure } from './procedure.ts';

/** Ways to open a workspace for real work; one to try things out in has none to speak of. */
export const keyKinds = ['passphrase', 'recovery', 'key-store'] as const;

const keysSchema = z.object({
  /** What opens the workspace, without what it holds. */
  slots: z.array(
    z.object({
      id: idSchema,
      kind: open(z.enum(keyKinds)),
      createdAt: timeOrNull,
      /** Of a recovery code: when it last opened the workspace. */
      usedAt: timeOrNull,
    }),
  ),
  /** Nothing but this computer opens the workspace and its backups. */
  isBoundToMachine: open(z.boolean()),
});

export type KeysView = z.infer<typeof keysSchema>;

const keysContract = {
  list: procedure('manageOperators').output(keysSchema),
  /** Shown only this once, to be written down; `internal` for that reason. The previous one opens nothing any more. */
  makeRecoveryCode: procedure('manageOperators').output({ recoveryCode: outputText(40) }),
  /** On the label printer, for a drawer. */
  printRecoveryCode: procedure('manageOperators')
    .input({ code: secret(60), printerUri })
    .output(keysSchema),
  setPassphrase: procedure('manageOperators')
    .input({ passphrase: secret(200) })
    .output(keysSchema),
  /** From now on this user of this computer opens the workspace without typing anything. */
  addKeyStore: procedure('manageOperators').output(keysSchema),
  remove: procedure('manageOperators').input({ slotId: idSchema }).output(keysSchema),
};

export const keysContracts = { keys: keysContract };
