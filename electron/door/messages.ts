import { z } from 'zod';

/** Raised with every change that an earlier program would misunderstand. */
export const lineProtocol = 1;

const nonce = z.string().regex(/^[0-9a-f]{32}$/);
const proof = z.string().regex(/^[0-9a-f]{64}$/);
const piece = z.string().max(200_000);

/** Sent by the program that has the workspace. */
export const fromHolder = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello'), protocol: z.int(), nonce }),
  z.object({ kind: z.literal('proven'), proof }),
  /** The command is understood and a place is free; it has not begun. */
  z.object({ kind: z.literal('ready') }),
  /** The workspace was locked meanwhile; the command has not begun. */
  z.object({ kind: z.literal('closed') }),
  z.object({ kind: z.literal('text'), to: z.enum(['out', 'note', 'progress']), piece, isLast: z.boolean() }),
  z.object({ kind: z.literal('end-progress') }),
  z.object({ kind: z.literal('ask'), question: z.string().max(10_000) }),
  z.object({ kind: z.literal('want-line') }),
  z.object({ kind: z.literal('want-input') }),
  z.object({ kind: z.literal('exit'), code: z.int().min(0).max(255) }),
]);
export type FromHolder = z.infer<typeof fromHolder>;

/** The parts of the caller's environment that a command uses. */
export const besideEnvironment = [
  'LANG',
  'LC_ALL',
  'SHIPDESK_LANG',
  'SHIPDESK_PASSPHRASE',
  'SHIPDESK_RECOVERY_CODE',
] as const;

const word = z.string().max(100_000);

/** Sent by the calling command line. */
export const fromAsker = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('prove'), nonce, proof }),
  z.object({
    kind: z.literal('command'),
    words: z.array(word).min(1).max(20_000),
    folder: z.string().min(1).max(10_000),
    environment: z.partialRecord(z.enum(besideEnvironment), z.string().max(10_000)),
    isInteractive: z.boolean(),
  }),
  z.object({ kind: z.literal('go') }),
  /** The requested input; null: there is no more, or no one can be asked. */
  z.object({ kind: z.literal('given'), piece: piece.nullable(), isLast: z.boolean() }),
  z.object({ kind: z.literal('stop') }),
]);
export type FromAsker = z.infer<typeof fromAsker>;
export type AskedCommand = Extract<FromAsker, { kind: 'command' }>;
