import { z } from 'zod';
import {
  countSchema,
  failureParams,
  fileToken,
  inputText,
  open,
  outputText,
  secret,
  timeOrNull,
  timeSchema,
  trimmedText,
} from '../../domain/fields.ts';
import {
  dutyNames,
  hostsOf,
  mostBenchNameCharacters,
  mostInvitationCharacters,
  serverProofs,
  usualServerPort,
} from '../../domain/workstation.ts';
import { themeChoices } from '../bridge.ts';
import { procedure } from '../procedure.ts';
import { sessionState } from '../session.ts';

const port = open(z.number().int().min(1).max(65_535));
/** A name on the network, an address, or the folder of a socket; several of one book between commas, each with its port where it has its own. */
const host = trimmedText(500).refine((typed) => hostsOf({ host: typed, port: usualServerPort }) !== null);

/** How the server is to prove itself; within this computer it need not. */
const proof = z.discriminatedUnion('kind', [
  z.object({ kind: open(z.literal('plain')) }),
  z.object({ kind: open(z.literal('system')) }),
  z.object({ kind: open(z.literal('ca')), fileToken }),
  z.object({ kind: open(z.literal('pin')), fingerprint: inputText(1_000) }),
]);

const server = z.object({
  host,
  port,
  database: trimmedText(63),
  user: trimmedText(63),
  password: secret(1_000),
  proof,
});
export type ServerInput = z.input<typeof server>;

/** Names, phones, addresses and remarks are sealed on the server. */
const isPersonalSealed = open(z.boolean());

/** Language and theme chosen at the welcome: nobody could set them afterwards before signing in. */
const appearance = { language: open(z.enum(['zh-CN', 'en'])), theme: open(z.enum(themeChoices)) };

const name = trimmedText(mostBenchNameCharacters);

const workstation = z.object({
  name: outputText(100),
  isOwn: open(z.boolean()),
  isAtWork: open(z.boolean()),
  /** What it does for all. */
  duties: z.array(open(z.enum(dutyNames))),
  joinedAt: timeSchema,
  /** UTC ms by the clock of the server. */
  seenAt: timeSchema,
  program: outputText(40),
  shutOutAt: timeOrNull,
  /** It can learn the newest key of the book. Otherwise it must join again. */
  hasKey: open(z.boolean()),
});

/** `host/database`; empty: this PC. */
const movePlace = outputText(700);

const view = z.object({
  /** Without its password, which no page ever gets. null: the book is in a file of this PC. */
  server: z
    .object({
      host: outputText(500),
      port,
      database: outputText(100),
      user: outputText(100),
      proof: open(z.enum(serverProofs)),
      /** The fingerprint of each certificate that was agreed upon. */
      fingerprints: z.array(outputText(64)),
      isPersonalSealed,
    })
    .nullable(),
  /** Why the server does not answer; empty: it does. */
  trouble: open(z.string()),
  /** When it last did. */
  heardAt: timeOrNull,
  /** The clocks of this PC and of the server do not agree; null: they do, or nobody knows. */
  clockGap: z.object({ code: open(z.string()), params: failureParams }).nullable(),
  /** In the order they joined; empty where the server does not say. */
  workstations: z.array(workstation),
  /** How the last move of the book ended, until somebody has seen it; null: there was none since the program was started. */
  lastMove: z
    .object({
      place: movePlace,
      /** Rows that are the same on both sides, and what of an earlier copy was of use; null: nothing was moved, see `failure`. */
      copied: z
        .object({
          rows: countSchema,
          earlier: open(z.enum(['none', 'goes-on', 'unlike'])),
          kept: countSchema,
        })
        .nullable(),
      failure: z.object({ code: open(z.string()), params: failureParams }).nullable(),
    })
    .nullable(),
  /** A move that the end of the program cut off: the book is where it was. null: there is none. */
  begunMove: z.object({ place: movePlace, at: timeSchema }).nullable(),
});
export type WorkstationsView = z.infer<typeof view>;

/** Seen without writing anything; what is in the way is a failure. */
const checkedMove = z.object({ place: movePlace, orders: countSchema });

/** Where the book goes: to an empty database of a server, or to this PC. */
const moveTarget = z.discriminatedUnion('to', [
  z.object({ to: open(z.literal('server')), server, name, isPersonalSealed }),
  z.object({ to: open(z.literal('here')) }),
]);
export type MoveInput = z.input<typeof moveTarget>;

const usualName = outputText(mostBenchNameCharacters);

/** The benches of a book on a server. What makes one is answered while the workspace is closed; it takes an open one's manager. */
const workstationsContract = {
  get: procedure('seeWork').output(view),
  /** What this PC would be called. */
  usualName: procedure('anybody').output({ name: usualName }),
  /** What a server shows of itself, to be held against what its administrator reads off there. */
  fetchCertificate: procedure('manageOperators')
    .input({ host, port })
    .output({
      fingerprint: outputText(64),
      subject: outputText(500),
      issuer: outputText(500),
      validUntil: timeSchema,
    }),
  /** Makes the workspace in an empty database. `recoveryCode`: shown only this once; null: for practice there is none. */
  create: procedure('manageOperators')
    .input({ server, name, isPersonalSealed, passphrase: secret(200), ...appearance })
    .output(sessionState.extend({ recoveryCode: inputText(40).nullable() })),
  join: procedure('manageOperators')
    .input({ code: secret(mostInvitationCharacters), name, passphrase: secret(200), ...appearance })
    .output(sessionState),
  /** Opens the closed workspace by another address of the same book. */
  reconnect: procedure('manageOperators')
    .input({ server, passphrase: secret(200) })
    .output(sessionState),
  /** Sets aside the closed workspace of a bench that its book no longer lets in, so that this PC can start over. */
  beginAnew: procedure('anybody').output(sessionState),
  /** `code`: shown only this once, and kept nowhere; `internal` for that reason. */
  invite: procedure('manageOperators').output({
    code: inputText(mostInvitationCharacters),
    untilAt: timeSchema,
    /** The address leads only to this computer, so another one cannot use the invitation. */
    isWithinComputer: open(z.boolean()),
    /** The same as a QR code, rows of bits; null: it is too long for one. */
    picture: z
      .object({ side: countSchema, bytesPerRow: countSchema, bitsBase64: inputText(10_000) })
      .nullable(),
  }),
  shutOut: procedure('manageOperators')
    .input({ name: inputText(100) })
    .output(view),
  checkMove: procedure('manageOperators').input({ target: moveTarget }).output(checkedMove),
  /** Answered when it has begun: the session says how far it is. The workspace is closed meanwhile, and open again afterwards. */
  move: procedure('manageOperators').input({ target: moveTarget }).output(sessionState),
  /** The book stays where it was, unless all of it is moved already. Nobody sits at a workspace that is closed: whoever is there may. */
  stopMove: procedure('manageOperators').output(sessionState),
  /** Somebody has seen how the last one ended, or that one was cut off. */
  noteMove: procedure('manageOperators').output(view),
};

export const workstationsContracts = { workstations: workstationsContract };
