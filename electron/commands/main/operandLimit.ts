/**
 * How many words a command takes besides its options, read off its usage: `NO WAYBILL --carrier CODE` takes two. More than
 * that is a misunderstanding, as in `backup FILE` for `backup --out FILE`, and must not be passed over in silence.
 */
export function operandLimit(usage: string): number {
  if (usage.includes('…')) return Number.POSITIVE_INFINITY;
  const words = usage
    .replace(/\[--[^[\]]*\]|\(--[^()]*\)/g, ' ')
    .replace(/\|?\s*--[\w-]+(?:[ =](?!--)[^\s[\]()]+)?/g, ' ')
    .replace(/[[\]()]/g, ' ')
    .split(/\s+/);
  return words.filter((word) => /\w/.test(word)).length;
}
