import { z } from 'zod';
import { internal, open } from './fieldClass.ts';
import { procedure } from './procedure.ts';
import { countSchema, timeSchema } from './windowSchema.ts';

const uriSchema = internal(z.string().min(1).max(500));
/** A roll of the smallest labels, a core as wide as they come: nobody sells more. */
const maxRollLabels = 20_000;

const paperRoll = z.object({
  printerUri: uriSchema,
  /** On the roll when it was put in. */
  labels: countSchema,
  loadedAt: timeSchema,
  /** Sent to this printer since, spoiled ones included; test sheets are not counted, so what is left is about right. */
  usedLabels: countSchema,
});

export type PaperRoll = z.infer<typeof paperRoll>;

/** Paper in the printers, as far as a person told of it. */
export const paperContract = {
  rolls: procedure.output(z.array(paperRoll)),
  load: procedure
    .input(z.object({ printerUri: uriSchema, labels: open(z.number().int().min(1).max(maxRollLabels)) }))
    .output(z.array(paperRoll)),
};
