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
import { pushChannels } from '../domain/tracking.ts';
import { procedure } from './procedure.ts';

const pushView = z.object({
  /** null: none is looked at. */
  folderName: outputText(400).nullable(),
  accounts: z.array(
    z.object({
      accountId: idSchema,
      accountName: outputText(100),
      /** false: its platform pushes nothing. */
      canPush: open(z.boolean()),
      folderName: outputText(400),
    }),
  ),
  relays: z.array(
    z.object({
      accountId: idSchema,
      accountName: outputText(100),
      url: outputText(500),
      callbackUrl: outputText(500),
      /** The last answer; null: it never answered. */
      askedAt: timeOrNull,
      /** Of the last question, empty when it was answered. */
      code: open(z.string()),
      failures: countSchema,
      nextAt: timeSchema,
    }),
  ),
  /** The last messages, newest first. */
  last: z.array(
    z.object({
      at: timeSchema,
      accountName: outputText(100),
      channel: open(z.enum(pushChannels)),
      code: open(z.string()),
      updated: countSchema,
      ignored: countSchema,
      pickups: countSchema,
      cod: countSchema,
    }),
  ),
});

export type PushView = z.infer<typeof pushView>;

/** How news that platforms push reaches this computer, which no platform can reach. */
const pushesContract = {
  get: procedure('seeWork').output(pushView),
  /** null turns it off. */
  setFolder: procedure('changeSettings').input({ folderToken: fileToken.nullable() }).output(pushView),
  /** Without a token the one that is kept stays, as long as the address does. */
  setRelay: procedure('changeAccounts')
    .input({
      accountId: idSchema,
      url: inputText(500, 1),
      callbackUrl: inputText(500),
      token: secret(500).optional(),
    })
    .output(pushView),
  removeRelay: procedure('changeAccounts').input({ accountId: idSchema }).output(pushView),
  /** Asks a relay now. */
  askRelay: procedure('seeWork').input({ accountId: idSchema }).output({ taken: countSchema }),
};

export const pushesContracts = { pushes: pushesContract };
