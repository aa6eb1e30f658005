import { z } from 'zod';
import type { RefusedBecause } from './coreMessages.ts';

/** What a message of a page may measure, in characters of its text. */
export const messageLimits = {
  characters: 4_000_000,
  /** A spreadsheet's worth of pasted cells, each tab and line break written as two characters. */
  pastedCharacters: 44_000_000,
} as const;

const callId = z.string().regex(/^[\w-]{1,20}$/);
const procedure = z
  .string()
  .max(80)
  .regex(/^\/[A-Za-z]+\/[A-Za-z]+$/);

/** Where a value is that JSON has no word for: its kind, then the way to it. No way leads to what all objects share. */
const way = z.union([
  z.number(),
  z.string().refine((name) => !/^(__proto__|prototype|constructor)$/.test(name)),
]);
const odd = z.tuple([z.number().int().min(0).max(20)]).rest(way);

/** A call: procedure and input. Headers, files and streams of a page's own are in no contract. */
const call = z.strictObject({
  i: callId,
  p: z.strictObject({
    u: procedure,
    b: z.strictObject({ json: z.unknown().optional(), meta: z.array(odd).max(20_000).optional() }).optional(),
  }),
});

/** A call that the page no longer waits for. */
const ending = z.strictObject({ i: callId, t: z.literal(4) });

export type PageMessage = z.infer<typeof call> | z.infer<typeof ending>;

type Read =
  | { readonly ok: true; readonly message: PageMessage }
  | { readonly ok: false; readonly because: RefusedBecause };

/** Procedures that take pasted cells, known before a long text is read. */
const pasting = /^\{"i":"[\w-]{1,20}","p":\{"u":"\/imports\/(recognise|run|failedRows)",/;

function mayMeasure(text: string): number {
  return pasting.test(text.slice(0, 120)) ? messageLimits.pastedCharacters : messageLimits.characters;
}

/** Understands what came over a page's port before anything else looks at it. */
export function readPageMessage(data: unknown): Read {
  if (typeof data !== 'string') return { ok: false, because: 'malformed' };
  if (data.length > messageLimits.characters && data.length > mayMeasure(data))
    return { ok: false, because: 'too-large' };
  const read = z.union([call, ending]).safeParse(parsed(data));
  return read.success ? { ok: true, message: read.data } : { ok: false, because: 'malformed' };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What an answer to a page does to its call, by the beginning of its text: the rest may be megabytes. */
export function readAnswer(
  text: string,
): { readonly id: string; readonly kind: 'stream' | 'item' | 'last' } | null {
  const head = text.slice(0, 200);
  const id = /^\{"i":"([\w-]{1,20})",/.exec(head)?.[1];
  if (id === undefined) return null;
  if (/^\{"i":"[\w-]+","t":3,/.test(head))
    return { id, kind: /^\{"i":"[\w-]+","t":3,"p":\{"e":"message"/.test(head) ? 'item' : 'last' };
  return { id, kind: head.includes('"h":{"content-type":"text/event-stream"}') ? 'stream' : 'last' };
}
