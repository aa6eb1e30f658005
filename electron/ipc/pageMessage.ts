import { z } from 'zod';
import type { RefusedBecause } from './coreMessages.ts';

/** The longest message of a page, in characters. */
export const messageLimits = {
  characters: 4_000_000,
  /** A spreadsheet of pasted cells, each tab and line break written as two characters. */
  pastedCharacters: 44_000_000,
} as const;

const callId = z.string().regex(/^[\w-]{1,20}$/);
const procedure = z
  .string()
  .max(80)
  .regex(/^\/[A-Za-z]+\/[A-Za-z]+$/);

/** A value that JSON cannot express: its type, then the path to it. A path cannot lead to a prototype. */
const way = z.union([
  z.number(),
  z.string().refine((name) => !/^(__proto__|prototype|constructor)$/.test(name)),
]);
const odd = z.tuple([z.number().int().min(0).max(20)]).rest(way);

/** A call: procedure and input. No contract has headers, files or streams sent by a page. */
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

/** Procedures that take pasted cells, checked before a long text is parsed. */
const pasting = /^\{"i":"[\w-]{1,20}","p":\{"u":"\/imports\/(recognise|run|failedRows)",/;

function mayMeasure(text: string): number {
  return pasting.test(text.slice(0, 120)) ? messageLimits.pastedCharacters : messageLimits.characters;
}

/** Parses what came over a page's port before anything else uses it. */
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

/** What an answer means for its call, from the beginning of its text: the rest may be megabytes. */
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
