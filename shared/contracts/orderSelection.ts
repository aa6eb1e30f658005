import { z } from 'zod';
import { open } from './fieldClass.ts';
import { idSchema } from './windowSchema.ts';

/** Which orders: those ticked, or everything that is ready. */
export const orderSelection = z.union([
  z.object({ orderIds: z.array(idSchema).min(1).max(10_000) }),
  z.object({ allReady: open(z.literal(true)) }),
]);
