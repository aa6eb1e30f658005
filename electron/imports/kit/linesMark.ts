const lineFeed = 0x0a;

/**
 * A number below 2^53 that stands for texts as the lines of one, which is never put together. An eighth of the time of a cryptographic
 * hash: two multiplying lanes, mixed at the end. Among a million texts two share one once in some 18,000 files; nobody may rest money on it.
 */
export function linesMark(lines: readonly { readonly text: string }[]): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let line = 0; line < lines.length; line++) {
    const text = lines[line]?.text ?? '';
    for (let at = line === 0 ? 0 : -1; at < text.length; at++) {
      const unit = at < 0 ? lineFeed : text.charCodeAt(at);
      high = Math.imul(high ^ unit, 2_654_435_761);
      low = Math.imul(low ^ unit, 1_597_334_677);
    }
  }
  high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
  low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
  return 4_294_967_296 * (2_097_151 & low) + (high >>> 0);
}
