import { z } from 'zod';
import { choosePurposes } from '../../shared/contracts/bridge.ts';
import { updateForms } from '../../shared/domain/updates/release.ts';
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

/** What a token may be used for: a file that was chosen, dropped on the page, or written by the program and only shown. */
const filePurposes = [...choosePurposes, 'dropped', 'written'] as const;
export type FilePurpose = (typeof filePurposes)[number];

/** Somewhat more than a drop can hold. */
const maxFiles = 1_000;
const paths = z.array(z.string().min(1).max(32_768)).max(maxFiles);
const fileTokens = z.array(z.string().max(64)).max(maxFiles);

/**
 * The program that starts the core. Checked first: after an upgrade, a window that is still open starts its next core from the files of
 * the new version, whose messages may have another shape.
 */
export const startedBy = z.object({ kind: z.literal('start'), version: z.string() });

/** What the core needs before it can open the workspace. Always the first message. */
const startMessage = z.object({
  ...startedBy.shape,
  /** null: the per-user default, found as the command line finds it. */
  dataFolder: z.string().nullable(),
  resourceFolder: z.string(),
  keyStore: z.object({ isAvailable: z.boolean(), backend: z.string() }),
  /** How the program is installed; null: it is not. */
  installed: z.object({ form: z.enum(updateForms), file: z.string().max(4_096) }).nullable(),
  heldKey,
  /** A person locked the workspace: no new core opens it automatically. */
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
  /** `dots`: rows top down, 1 prints; null with the reason when there are none. */
  z.object({ kind: z.literal('html-reply'), id: requestId, dots: dotBytes.nullable(), fault: z.string() }),
  /** `refused`: no driver received anything; `unknown`: one may have. */
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
  /** The window is being closed: which work would that interrupt? Answered with `work`. */
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
  /** A workspace was opened (its key, in case this core dies) or locked (null: forget the key). */
  z.object({ kind: z.literal('hold-key'), heldKey }),
  z.object({
    kind: z.literal('key-request'),
    id: requestId,
    action: z.enum(['wrap', 'unwrap']),
    bytes: keyBytes,
  }),
  /** Alarms for a person who is looking at another window: without orders or persons. */
  z.object({
    kind: z.literal('notice'),
    title: z.string().max(200),
    body: z.string().max(2_000),
    isLoud: z.boolean(),
  }),
  /** Photos of parcels are on or off: the window may use a camera, or not. */
  z.object({ kind: z.literal('camera'), isAllowed: z.boolean() }),
  /** Bookings and labels in progress: closing the window then asks first. */
  z.object({
    kind: z.literal('work'),
    bookings: countOf,
    labels: countOf,
    isStarting: z.boolean(),
    isMoving: z.boolean(),
  }),
  /** The progress of the workspace's upgrade; null: none is running. */
  z.object({ kind: z.literal('upgrade'), progress: upgradeProgress.nullable() }),
  /** The page is no longer served: it was left and gets a new port, or it sent something our page never sends. */
  z.object({ kind: z.literal('port-closed'), because: z.enum([...refusedBecause, 'left']) }),
  /** Paths of the files that the page named. */
  z.object({
    kind: z.literal('paths-request'),
    id: requestId,
    fileTokens,
    purposes: z.array(z.enum(filePurposes)),
  }),
  /** Requests tokens for files that the core found or wrote. */
  z.object({ kind: z.literal('tokens-request'), id: requestId, paths, purpose: z.enum(filePurposes) }),
  /** A carrier's label to be drawn: foreign markup that none of our pages ever shows. */
  z.object({
    kind: z.literal('html-request'),
    id: requestId,
    html: z.string().max(htmlLimits.characters),
    widthDots: dotCount,
    heightDots: dotCount,
    dpi: z.union([z.literal(203), z.literal(300)]),
  }),
  /** Another version, already verified, that replaces this one. */
  z.object({ kind: z.literal('replace-request'), id: requestId, file: z.string().min(1).max(32_768) }),
  /** Pages for a printer of this system, through its own driver: pictures we drew. */
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
