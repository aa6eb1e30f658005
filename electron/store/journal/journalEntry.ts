import { createHash } from 'node:crypto';
import { z } from 'zod';

/**
 * One step of a call that leaves the machine, or of a number that a person bound by hand: the parcel goes out with it.
 * References only, no names, no addresses: the file lies beside the database in clear. `begin` is on disk before the
 * first byte leaves; `end` says what is known afterwards.
 */
export const journalEntrySchema = z.object({
  seq: z.number().int().positive(),
  /** UTC ms. */
  at: z.number().int(),
  step: z.enum(['begin', 'end']),
  call: z.enum(['book', 'find', 'void', 'print', 'bind']),
  accountId: z.string(),
  orderCode: z.string(),
  /** Of a print: which copy of the label. */
  copyNo: z.number().int().positive().optional(),
  /** Of a print: which parcel of the booking; absent: the first. */
  parcelNo: z.number().int().positive().optional(),
  /** Of an end. */
  certainty: z.enum(['happened', 'did-not-happen', 'unknown']).optional(),
  /** Of an end, and of a number bound by hand. */
  waybillNo: z.string().optional(),
  /** Of a number bound by hand. */
  carrier: z.string().optional(),
  /** Of a booking or a bound number that carries other orders' goods (a merge, a split): their first codes. */
  goodsOf: z.array(z.string()).optional(),
});

export type JournalEntry = z.infer<typeof journalEntrySchema>;

const checksumDigits = 8;

/** One line: checksum, blank, JSON. */
export function writeEntry(entry: JournalEntry): string {
  const text = JSON.stringify(entry);
  return `${checksumOf(text)} ${text}\n`;
}

/** null: torn, altered or foreign. */
export function readEntry(line: string): JournalEntry | null {
  const text = line.slice(checksumDigits + 1);
  if (line[checksumDigits] !== ' ' || line.slice(0, checksumDigits) !== checksumOf(text)) return null;
  const parsed = journalEntrySchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

function checksumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, checksumDigits);
}
