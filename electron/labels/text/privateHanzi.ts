/** Where Windows put the hanzi of GBK that Unicode had no place for: `FE 50` to `FE A0`, in their order, up to U+E864. */
const first = 0xe815;
const gbkTrail = 0x50;

/** Those that readers of GB 18030 still give a private place, for their own lies beyond the first plane. */
const beyond: ReadonlyMap<number, number> = new Map([
  [0xe816, 0x20087],
  [0xe817, 0x20089],
  [0xe818, 0x200cc],
  [0xe831, 0x215d7],
  [0xe83b, 0x2298f],
  [0xe855, 0x241fe],
]);

const privateGbk = /[\uE815-\uE864]/g;

/**
 * Text with the hanzi of old systems at their place in Unicode: an ERP of long ago writes the 䶮 of a name as U+E863, which
 * no font has to draw.
 */
export function standardHanzi(text: string): string {
  return text.replace(privateGbk, (sign) => {
    const codePoint = sign.charCodeAt(0);
    const known = beyond.get(codePoint);
    return known === undefined ? decodeGbk(codePoint) : String.fromCodePoint(known);
  });
}

function decodeGbk(codePoint: number): string {
  const trail = gbkTrail + codePoint - first;
  // 7F is no second byte.
  return new TextDecoder('gb18030').decode(Uint8Array.of(0xfe, trail >= 0x7f ? trail + 1 : trail));
}
