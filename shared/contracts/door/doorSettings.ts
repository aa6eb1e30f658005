import { z } from 'zod';
import {
  doorEventTypes,
  doorPorts,
  doorScopes,
  doorStates,
  tokenDays,
  tokenStates,
} from '../../domain/door.ts';
import {
  countSchema,
  failureParams,
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
const events = z.array(open(z.enum(doorEventTypes)));

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
  webhooks: z.array(
    z.object({
      webhookId: idSchema,
      name: outputText(100),
      /** Its host. */
      target: outputText(300),
      events,
      /** null: what was last posted arrived, or nothing was posted yet. */
      failing: z.object({ since: timeSchema, code: open(z.string()), params: failureParams }).nullable(),
      sentAt: timeOrNull,
      waiting: countSchema,
      /** Given up after a day. */
      dead: countSchema,
    }),
  ),
});

const deadEvents = z.object({
  events: z.array(
    z.object({
      no: countSchema,
      at: timeSchema,
      type: open(z.enum(doorEventTypes)),
      orderNo: outputText(200),
      code: open(z.string()),
    }),
  ),
});

export type DoorView = z.infer<typeof doorView>;

/** The automation door as a manager keeps it: programs of this computer that hand orders over and take numbers. */
const doorContract = {
  get: procedure('changeSettings').output(doorView),
  /** null closes it. */
  set: procedure('changeSettings').input({ port: port.nullable() }).output(doorView),
  /** `token`: shown only this once; `internal` for that reason. */
  addToken: procedure('manageOperators')
    .input({
      name: trimmedText(60),
      scopes: scopes.min(1),
      days: open(z.number().int().min(tokenDays.least).max(tokenDays.most)),
    })
    .output({ token: inputText(200), view: doorView }),
  revokeToken: procedure('manageOperators').input({ tokenId: idSchema }).output(doorView),
  /** `key`: shown only this once, as the token above. */
  addWebhook: procedure('manageOperators')
    .input({ name: trimmedText(60), url: inputText(1_000, 1), events: events.min(1) })
    .output({ key: inputText(200), view: doorView }),
  removeWebhook: procedure('manageOperators').input({ webhookId: idSchema }).output(doorView),
  /** Posts a test now, and refuses with what came of it. */
  testWebhook: procedure('manageOperators').input({ webhookId: idSchema }).output(doorView),
  /** The newest that were given up. */
  deadEvents: procedure('manageOperators').input({ webhookId: idSchema }).output(deadEvents),
  replayDead: procedure('manageOperators').input({ webhookId: idSchema }).output(doorView),
};

export const doorContracts = { door: doorContract };
