const FIRST_SUPPLEMENTARY = 0x10000;

/** Four-byte codes count upwards in mixed base 10·126·10. */
function fourBytes(linear: number): number[] {
  return [
    0x81 + Math.floor(linear / 12_600),
    0x30 + (Math.floor(linear / 1260) % 10),
    0x81 + (Math.floor(linear / 10) % 126),
    0x30 + (linear % 10),
  ];
}

/** Character → bytes for the basic plane, turned around from the decoder, which is all the platform offers. */
function buildTable(): Map<string, readonly number[]> {
  const decoder = new TextDecoder('gb18030', { fatal: true });
  const table = new Map<string, readonly number[]>();
  const add = (bytes: readonly number[]): void => {
    try {
      const text = decoder.decode(Uint8Array.from(bytes));
      if (text.length === 1 && !table.has(text)) table.set(text, bytes);
    } catch {
      // Not every code is assigned.
    }
  };
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) add([lead, trail]);
  }
  for (let linear = 0; linear < 39_420; linear += 1) add(fourBytes(linear));
  return table;
}

let table: Map<string, readonly number[]> | null = null;

/** Text to GB18030. Throws at a character the encoding has no code for: a lone half of a pair. */
export function encodeGb18030(text: string): Uint8Array {
  table ??= buildTable();
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const known = table.get(character);
    if (code < 0x80) bytes.push(code);
    else if (known !== undefined) bytes.push(...known);
    else if (code >= FIRST_SUPPLEMENTARY) bytes.push(...fourBytes(189_000 + code - FIRST_SUPPLEMENTARY));
    else throw new Error(`GB18030 has no code for U+${code.toString(16)}`);
  }
  return Uint8Array.from(bytes);
}
