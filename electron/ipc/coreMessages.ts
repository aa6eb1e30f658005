import { z } from 'zod';
import { choosePurposes } from '../../shared/contracts/bridge.ts';
import { updateForms } from '../../shared/domain/update/release.ts';
import { upgradeParts } from '../../shared/domain/upgrade.ts';

/** Wrapped and bare keys are some dozen bytes; the bound keeps a faulty side from sending megabytes. */
const keyBytes = z.custom<Uint8Array>(
  (bytes) => bytes instanceof Uint8Array && bytes.byteLength > 0 && bytes.byteLength <= 4096,
);
/** Of a workspace that was open when the previous core died. */
const heldKey = z.object({ workspaceId: z.string(), dataKey: keyBytes }).nullable();
const requestId = z.number().int().nonnegative();
const countOf = z.number().int().nonnegative();

/** Ten times the largest label template seen (300 KB); the largest sheet is 100 × 180 mm at 300 dpi. */
export const htmlLimits = { characters: 3_000_000, dots: 4_800 } as const;
const dotCount = z.number().int().min(1).max(htmlLimits.dots);
const dotBytes = z.custom<Uint8Array>(
  (bytes) => bytes instanceof Uint8Array && bytes.byteLength <= (htmlLimits.dots * htmlLimits.dots) / 8,
);

/** The largest list of a day's parcels is some dozen pages. */
const mostPages = 500;
const paperMm = z.number().positive().max(1_000);
/** A whole A4 page at 300 dpi is 1 MB before it is packed. */
const pagePng = z.custom<Uint8Array>(
  (bytes) => bytes instanceof Uint8Array && bytes.byteLength > 0 && bytes.byteLength <= 4_000_000,
);

/** Why a page was cut off: our own page sends none of this. */
const refusedBecause = ['malformed', 'too-large', 'flood', 'too-many-streams'] as const;
export type RefusedBecause = (typeof refusedBecause)[number];
/** `left`: the workspace was locked, or nobody sits at the window any more. */
export type ClosedBecause = RefusedBecause | 'left';

/** What a token is good for: chosen for that, dropped on the page, or written by the program and only to be shown. */
export const filePurposes = [...choosePurposes, 'dropped', 'written'] as const;
export type FilePurpose = (typeof filePurposes)[number];

/** Some more than a drop may hold. */
const maxFiles = 1_000;
const paths = z.array(z.string().min(1).max(32_768)).max(maxFiles);
const fileTokens = z.array(z.string().max(64)).max(maxFiles);

/**
 * Which program starts a core. Read before all else: a window that an upgrade went on under brings its next core up from the files of
 * another version, whose messages may be of another shape.
 */
export const startedBy = z.object({ kind: z.literal('start'), version: z.string() });

/** What the core needs before it can open the workspace. Always the first message. */
export const startMessage = z.object({
  ...startedBy.shape,
  /** null: the per-user default, which the core works out as the command line does. */
  dataFolder: z.string().nullable(),
  resourceFolder: z.string(),
  keyStore: z.object({ isAvailable: z.boolean(), backend: z.string() }),
  /** How the program is installed; null: it is not. */
  installed: z.object({ form: z.enum(updateForms), file: z.string().max(4_096) }).nullable(),
  heldKey,
  /** Somebody locked the workspace: no new core opens it automatically. */
  isLockedByHand: z.boolean(),
});

const upgradeProgress = z.object({
  part: z.enum(upgradeParts),
  done: countOf,
  total: countOf,
  bytes: countOf,
  growing: z.string().max(4_096).optional(),
});

const errorParams = z.record(z.string(), z.union([z.string(), z.number()]));

/** Main to core. `page-port` carries one MessagePort, the others none. */
export const messageToCore = z.discriminatedUnion('kind', [
  startMessage,
  z.object({ kind: z.literal('page-port') }),
  z.object({ kind: z.literal('key-reply'), id: requestId, bytes: keyBytes.nullable() }),
  /** `dots`: rows top down, 1 prints; null with a word for why there are none. */
  z.object({ kind: z.literal('html-reply'), id: requestId, dots: dotBytes.nullable(), fault: z.string() }),
  /** `refused`: no driver got anything; `unknown`: one may have. */
  z.object({
    kind: z.literal('print-reply'),
    id: requestId,
    answer: z.enum(['taken', 'refused', 'unknown']),
  }),
  /** Empty: the system has taken the other version, and this program is about to end. Otherwise a code of `shared/errors`. */
  z.object({ kind: z.literal('replace-reply'), id: requestId, code: z.string(), params: errorParams }),
  /** null: no such token, or not for this. In the order of the request. */
  z.object({ kind: z.literal('paths-reply'), id: requestId, paths: z.array(z.string().nullable()) }),
  z.object({ kind: z.literal('tokens-reply'), id: requestId, fileTokens }),
  /** The computer was locked or goes to sleep. */
  z.object({ kind: z.literal('away') }),
  /** The window is being closed: what would that interrupt? Answered with `work`. */
  z.object({ kind: z.literal('work-question') }),
  z.object({ kind: z.literal('stop') }),
]);

/** Core to main. */
export const messageFromCore = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  /** The core does not start for this window; the code is one of `shared/errors`. Main ends it. */
  z.object({
    kind: z.literal('refused'),
    code: z.string(),
    params: errorParams,
  }),
  /** A workspace was opened (its key, should this core die) or locked (null: forget it). */
  z.object({ kind: z.literal('hold-key'), heldKey }),
  z.object({
    kind: z.literal('key-request'),
    id: requestId,
    action: z.enum(['wrap', 'unwrap']),
    bytes: keyBytes,
  }),
  /** Alarms, for whoever looks at another window: no order, no person. */
  z.object({
    kind: z.literal('notice'),
    title: z.string().max(200),
    body: z.string().max(2_000),
    isLoud: z.boolean(),
  }),
  /** Stills of parcels are on, or they are not: the window may use a camera, or not. */
  z.object({ kind: z.literal('camera'), isAllowed: z.boolean() }),
  /** Bookings and labels in hand: who closes the window is asked. */
  z.object({
    kind: z.literal('work'),
    bookings: countOf,
    labels: countOf,
    isStarting: z.boolean(),
    isMoving: z.boolean(),
  }),
  /** How far the upgrade of the workspace is; null: there is none, or it has ended. */
  z.object({ kind: z.literal('upgrade'), progress: upgradeProgress.nullable() }),
  /** The page is no longer served: it was left and gets a new port, or it sent what our own page never does. */
  z.object({ kind: z.literal('port-closed'), because: z.enum([...refusedBecause, 'left']) }),
  /** Where files lie that the page named. */
  z.object({
    kind: z.literal('paths-request'),
    id: requestId,
    fileTokens,
    purposes: z.array(z.enum(filePurposes)),
  }),
  /** Tokens for files that the core found or wrote. */
  z.object({ kind: z.literal('tokens-request'), id: requestId, paths, purpose: z.enum(filePurposes) }),
  /** A carrier's label to be drawn: markup from outside, which no page of ours ever sees. */
  z.object({
    kind: z.literal('html-request'),
    id: requestId,
    html: z.string().max(htmlLimits.characters),
    widthDots: dotCount,
    heightDots: dotCount,
    dpi: z.union([z.literal(203), z.literal(300)]),
  }),
  /** Another version, checked, to take the place of this one. */
  z.object({ kind: z.literal('replace-request'), id: requestId, file: z.string().min(1).max(32_768) }),
  /** Pages for a printer of this system, through its own driver: our own pictures. */
  z.object({
    kind: z.literal('print-request'),
    id: requestId,
    queue: z.string().min(1).max(220),
    title: z.string().regex(/^[\w.-]{1,80}$/),
    pages: z
      .array(z.object({ widthMm: paperMm, heightMm: paperMm, png: pagePng }))
      .min(1)
      .max(mostPages),
  }),
]);

export type StartMessage = z.infer<typeof startMessage>;
export type MessageToCore = z.infer<typeof messageToCore>;
export type MessageFromCore = z.infer<typeof messageFromCore>;
