import { z } from 'zod';

/**
 * One step of a call that leaves the machine, or of a number that a person entered: its parcel is sent. References only, no names, no
 * addresses. `begin` is on disk before the first byte leaves; `end` says what is known afterwards.
 */
export const journalEntrySchema = z.object({
  seq: z.number().int().positive(),
  /** UTC ms. */
  at: z.number().int(),
  step: z.enum(['begin', 'end']),
  call: z.enum(['book', 'find', 'void', 'print', 'bind']),
  accountId: z.string(),
  orderCode: z.string(),
  /** In a print: which copy of the label. */
  copyNo: z.number().int().positive().optional(),
  /** In a print: which parcel of the booking; absent: the first. */
  parcelNo: z.number().int().positive().optional(),
  /** In an end only. */
  certainty: z.enum(['happened', 'did-not-happen', 'unknown']).optional(),
  /** In an end, and in a number entered by hand. */
  waybillNo: z.string().optional(),
  /** Only in a number entered by hand. */
  carrier: z.string().optional(),
  /** In a booking or a bound number that carries other orders' goods (a merge, a split): their first codes. */
  goodsOf: z.array(z.string()).optional(),
  /** Taken over from a journal in clear text, which anyone could have written: it may only make the program more careful. */
  isUnproven: z.literal(true).optional(),
});

export type JournalEntry = z.infer<typeof journalEntrySchema>;
