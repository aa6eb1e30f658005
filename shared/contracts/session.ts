import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import {
  countSchema,
  failureParams,
  inputText,
  open,
  outputText,
  secret,
  timeOrNull,
  timeSchema,
} from '../domain/fields.ts';
import { sealTroubles } from '../domain/operatorAct.ts';
import { printerStates, printerWhys } from '../domain/printing/printer.ts';
import { backupStandings } from '../rules/backupAge.ts';
import { lockMinuteLimits } from '../rules/lockRules.ts';
import { procedure } from './procedure.ts';

/** Why a workspace closed automatically: another program may hold it now, or this bench is shut out, or so its server says; empty: it did not. */
const closings = ['', 'WORKSPACE_TAKEN', 'WORKSTATION_SHUT_OUT', 'WORKSTATION_OUT_UNPROVEN'] as const;
export type ClosedBecause = (typeof closings)[number];

export const sessionState = z.object({
  /** `new`: no workspace yet · `locked`: passphrase needed · `open`: at work · `moving`: its book is on its way to another place. */
  state: open(z.enum(['new', 'locked', 'open', 'moving'])),
  /** Can the operating system keep the key? Then no passphrase is asked for. */
  hasKeyStore: open(z.boolean()),
  /** Does opening the present workspace take a passphrase? */
  needsPassphrase: open(z.boolean()),
  isPractice: open(z.boolean()),
  version: open(z.string()),
  /** Its book is on a server. */
  isOnServer: open(z.boolean()),
  closedBecause: open(z.enum(closings)),
  /** Where its folder lies, if that is no place for a database; absent: on this computer. */
  place: open(z.enum(['network', 'roaming'])).optional(),
  /** How far a move of the book is; absent: there is none. */
  moving: z
    .object({
      /** `host/database`; empty: this PC. */
      place: outputText(700),
      /** Copied and compared, of both together; 0 of 0: it has only begun. */
      rows: countSchema,
      total: countSchema,
      isStopping: open(z.boolean()),
    })
    .optional(),
  /** Why it could not be opened though nothing had to be typed; absent: it could, or something has to be. */
  refusal: z.object({ code: open(z.string()), params: failureParams }).optional(),
});

const idleMinutes = open(z.number().int().min(lockMinuteLimits.least).max(lockMinuteLimits.most));

/** When the workspace locks itself; see `shared/rules/lockRules`. */
const lockSchema = z.object({
  idleMinutes,
  withSystem: open(z.boolean()),
  asksAgain: open(z.boolean()),
  hasOperators: open(z.boolean()),
  /** A folder is watched, which takes nothing in while the workspace is locked. */
  isUnattended: open(z.boolean()),
  /** One press opens it again: the system or the folder keeps the key. */
  opensAlone: open(z.boolean()),
});

export type LockView = z.infer<typeof lockSchema>;

const sessionContract = {
  state: procedure('anybody').output(sessionState),
  /**
   * Makes the workspace. An empty passphrase is allowed only with a key store or for practice. `recoveryCode`: shown only this
   * once, to be written down; `internal` for that reason. null: for practice there is none.
   */
  create: procedure('anybody')
    .input({ passphrase: secret(200), practice: open(z.boolean()) })
    .output(sessionState.extend({ recoveryCode: inputText(40).nullable() })),
  /** By passphrase or recovery code; neither: what this computer keeps. */
  unlock: procedure('anybody')
    .input({ passphrase: secret(200).optional(), recoveryCode: secret(60).optional() })
    .output(sessionState),
  lock: procedure('anybody').output(sessionState),
  lockRules: procedure('seeWork').output(lockSchema),
  setLockRules: procedure('changeSettings')
    .input({
      idleMinutes: idleMinutes.optional(),
      withSystem: open(z.boolean()).optional(),
      asksAgain: open(z.boolean()).optional(),
    })
    .output(lockSchema),
};

/** The five truths of the status bar, and what Today shows. */
const statusSchema = z.object({
  /** `unknown`: nothing was asked yet. */
  network: open(z.enum(['ok', 'down', 'unknown'])),
  networkSince: timeOrNull,
  /** When the last outside call showed it. */
  networkAt: timeOrNull,
  /** Platforms of our accounts whose last call did not get through, the longest first; `heardAt`: their last answer, where one is known. */
  silentPlatforms: z.array(z.object({ platform: open(z.string()), heardAt: timeOrNull, since: timeSchema })),
  queue: z.object({ waiting: countSchema, sending: countSchema, unsure: countSchema, failed: countSchema }),
  /** Bookings a minute over the last minute, and seconds until the queue is empty (null: idle, or not known). */
  bookingsPerMinute: open(z.number()),
  expectedSeconds: open(z.number().nullable()),
  /** `failed`: without those a person gave up; `held`: wait for a person's word. */
  print: z.object({ waiting: countSchema, unsure: countSchema, failed: countSchema, held: countSchema }),
  /** Each printer's state and on whose word. */
  printers: z.array(
    z.object({
      name: outputText(100),
      state: open(z.enum(printerStates)),
      why: open(z.enum(printerWhys)),
    }),
  ),
  review: countSchema,
  ready: countSchema,
  bookedToday: countSchema,
  unprinted: countSchema,
  /** Of these, labels that failed or wait, which Print tells of. */
  unprintedInPrint: countSchema,
  inTransit: countSchema,
  /** Exceptions somebody has to deal with now. */
  openCases: countSchema,
  /** Parcels that came back and belong to no order here. */
  unownedReturns: countSchema,
  /** Booked orders that were refunded or changed since. */
  alarms: countSchema,
  /** Changes of newer files that wait for a person, alarms among them. */
  /** Not handed over, and to leave within the hours of the ship-by alarm or since past, as their platforms say. */
  due: countSchema,
  pendingChanges: countSchema,
  held: countSchema,
  /** Packed and put aside at the bench, whose number has come since. */
  numberedAside: countSchema,
  /** Packed, and left by a courier who has been since · lists with parcels that nobody signed by the cut-off · couriers who did not come. */
  late: z.object({ stayed: countSchema, unsigned: countSchema, pickups: countSchema }),
  /** Files of the watched folder that could not be taken in. */
  watchFailed: countSchema,
  hasSender: open(z.boolean()),
  hasAccount: open(z.boolean()),
  hasPrinter: open(z.boolean()),
  isPractice: open(z.boolean()),
  lastBackupAt: timeOrNull,
  /** By the rule of `shared/rules/backupAge`. */
  backup: open(z.enum(backupStandings)),
  /** Why the backup, or its copy to the second place, does not succeed; empty: it does, or nothing tries. */
  backupCode: open(z.string()),
  journal: z.object({
    /** It does not prove itself: nothing is booked. */
    isBroken: open(z.boolean()),
    /** What it does not tell of, as long as orders of that time are still asked for. */
    gap: z.object({ since: timeOrNull, until: timeSchema }).nullable(),
  }),
  /** How the sealed file contradicts the database, until a manager has seen it. */
  sealTroubles: z.array(open(z.enum(sealTroubles))),
  now: timeSchema,
});

export type StatusView = z.infer<typeof statusSchema>;

/** What changed, so that a page re-reads only that. */
export const changeTopics = [
  'orders',
  'shipments',
  'printJobs',
  'packing',
  'tracking',
  'cases',
  'settings',
  'status',
  'imports',
  'dictionary',
  'session',
  'addressKnowledge',
  'rules',
  'labelTemplates',
  'operators',
  'backups',
  'alarms',
  'platformRecord',
  'bills',
  'door',
  'updates',
] as const;
export type ChangeTopic = (typeof changeTopics)[number];

const statusContract = {
  get: procedure('anybody').output(statusSchema),
  /** Never ends unasked. Bursts are folded: at most a few events a second for each topic. */
  changes: procedure('anybody').output(
    eventIterator(z.object({ topics: z.array(open(z.enum(changeTopics))) })),
  ),
};

export const sessionContracts = { session: sessionContract, status: statusContract };
