import { z } from 'zod';
import type { PaperCopy } from '../../store/journal/foldJournal.ts';

/** A bare number is a copy of the only label there was. */
const copiesSchema = z.array(
  z.union([
    z
      .number()
      .int()
      .transform((copyNo): PaperCopy => ({ parcelNo: 1, copyNo })),
    z.object({ parcelNo: z.number().int(), copyNo: z.number().int() }),
  ]),
);

/** The papers that the journal told of, as they are kept with an outside reference. */
export function readPaperCopies(json: string): readonly PaperCopy[] {
  return copiesSchema.parse(JSON.parse(json));
}

export function isSameCopy(one: PaperCopy, other: PaperCopy): boolean {
  return one.parcelNo === other.parcelNo && one.copyNo === other.copyNo;
}
