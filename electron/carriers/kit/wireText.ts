import { z } from 'zod';

/** Text that a platform may also send as a number, leave out or send as null; then it is empty. */
export const wireText = z
  .union([z.string(), z.number().int().min(Number.MIN_SAFE_INTEGER).max(Number.MAX_SAFE_INTEGER)])
  .nullish()
  .transform((value) => (value === null || value === undefined ? '' : String(value).trim()));

/** The same for a field nothing depends on: whatever cannot be read is empty, and does not spoil the reply. */
export const looseText = wireText.catch('');

/** True for `true` and for the word in any spelling; everything else is false. */
export const wireFlag = z
  .union([z.boolean(), z.string(), z.number()])
  .nullish()
  .transform((value) => value === true || String(value).trim().toLowerCase() === 'true');
