import { z } from 'zod';

/** A work of others that the program carries, with what its licence asks to be handed on. */
const bundledPart = z.object({
  name: z.string().min(1),
  /** Empty where the part has none. */
  version: z.string(),
  /** SPDX expression. */
  licence: z.string().min(1),
  text: z.string().min(1),
});
export type BundledPart = z.infer<typeof bundledPart>;

export const bundledParts = z.array(bundledPart);
