const basicPlane = 0x10000;
/** Four-byte codes of the basic plane; those of the others begin at 189,000. */
const basicFourByteCodes = 39_420;

/** Four-byte codes count upwards in mixed base 10·126·10. */
function putFourBytes(bytes: Uint8Array, at: number, linear: number): void {
  bytes[at] = 0x81 + Math.floor(linear / 12_600);
  bytes[at + 1] = 0x30 + (Math.floor(linear / 1260) % 10);
  bytes[at + 2] = 0x81 + (Math.floor(linear / 10) % 126);
  bytes[at + 3] = 0x30 + (linear % 10);
}

/**
 * For each character of the basic plane its two bytes, or below zero the number of its four-byte code; 0: it has none. Turned
 * around from the decoder, which is all the platform offers.
 */
function buildTable(): Int32Array {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const table = new Int32Array(basicPlane);
  const add = (bytes: Uint8Array, code: number): void => {
    try {
      const text = decoder.decode(bytes);
      if (text.length === 1) table[text.charCodeAt(0)] ||= code;
    } catch {
      // Not every code is assigned.
    }
  };
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) add(Uint8Array.of(lead, trail), (lead << 8) | trail);
  }
  const bytes = new Uint8Array(4);
  for (let linear = 0; linear < basicFourByteCodes; linear += 1) {
    putFourBytes(bytes, 0, linear);
    add(bytes, -1 - linear);
  }
  return table;
}

let table: Int32Array | null = null;

/** Text to GB18030, byte for byte as the decoder reads it. Throws at a character without a code: a lone half of a pair. */
export function encodeGb18030(text: string): Uint8Array {
  table ??= buildTable();
  const bytes = new Uint8Array(text.length * 4);
  let at = 0;
  for (let index = 0; index < text.length; index += 1) {
    const point = text.codePointAt(index) ?? 0;
    const code = point < basicPlane ? (table[point] ?? 0) : basicPlane - 189_001 - point;
    if (point < 0x80) bytes[at++] = point;
    else if (code > 0) {
      bytes[at++] = code >> 8;
      bytes[at++] = code & 0xff;
    } else if (code < 0) {
      putFourBytes(bytes, at, -1 - code);
      at += 4;
    } else throw new Error(`GB18030 has no code for U+${point.toString(16)}`);
    if (point >= basicPlane) index += 1;
  }
  return bytes.slice(0, at);
}
