import { z } from 'zod';
import { doorPorts, doorScopes, doorStates, tokenDays, tokenStates } from '../../domain/door.ts';
import {
  idSchema,
  inputText,
  open,
  outputText,
  timeOrNull,
  timeSchema,
  trimmedText,
} from '../../domain/fields.ts';
import { procedure } from '../procedure.ts';

const port = open(z.number().int().min(doorPorts.least).max(doorPorts.most));
const scopes = z.array(open(z.enum(doorScopes)));

const doorView = z.object({
  /** null: it is off. */
  port: port.nullable(),
  /** In the program that has the workspace open. */
  state: open(z.enum(doorStates)),
  /** Newest first. */
  tokens: z.array(
    z.object({
      tokenId: idSchema,
      name: outputText(100),
      scopes,
      state: open(z.enum(tokenStates)),
      createdAt: timeSchema,
      createdBy: outputText(100),
      expiresAt: timeSchema,
      usedAt: timeOrNull,
    }),
  ),
});

export type DoorView = z.infer<typeof doorView>;

/** The automation door as a manager keeps it: programs of this computer that hand orders over and take numbers. */
const doorContract = {
  get: procedure('changeSettings').output(doorView),
  /** null closes it. */
  set: procedure('changeSettings').input({ port: port.nullable() }).output(doorView),
  /** `token`: told this once; `internal` for that reason. */
  addToken: procedure('manageOperators')
    .input({
      name: trimmedText(60),
      scopes: scopes.min(1),
      days: open(z.number().int().min(tokenDays.least).max(tokenDays.most)),
    })
    .output({ token: inputText(200), view: doorView }),
  revokeToken: procedure('manageOperators').input({ tokenId: idSchema }).output(doorView),
};

export const doorContracts = { door: doorContract };
