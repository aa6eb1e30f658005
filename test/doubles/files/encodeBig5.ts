/** Character → its two bytes, found by asking the decoder about every pair. */
const pairs = new Map<string, readonly [number, number]>();

function fillPairs(): void {
  const decoder = new TextDecoder('big5', { fatal: true });
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      try {
        const character = decoder.decode(Uint8Array.of(lead, trail));
        if (!pairs.has(character)) pairs.set(character, [lead, trail]);
      } catch {
        // No character there.
      }
    }
  }
}

/** Text in Big5, for files from Hong Kong and Taiwan. Throws at a character that Big5 does not have. */
export function encodeBig5(text: string): Buffer {
  if (pairs.size === 0) fillPairs();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const pair = code < 0x80 ? [code] : pairs.get(character);
    if (pair === undefined) throw new Error(`Big5 has no ${character}`);
    bytes.push(...pair);
  }
  return Buffer.from(bytes);
}
