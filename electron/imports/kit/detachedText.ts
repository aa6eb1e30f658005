/** Shorter texts are copied by the engine anyway. */
const SLICED_FROM = 13;

/**
 * The same text in memory of its own. A text cut out of a larger one keeps the whole of it alive: one order number kept from
 * each chunk of a sheet would hold the sheet. Joining and cutting anew makes the engine copy.
 */
export function detachedText(text: string): string {
  return text.length < SLICED_FROM ? text : ` ${text}`.slice(1);
}
