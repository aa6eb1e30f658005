/** In GB 18030 at these places but not in code page 936, which receipt printers and the composer know. */
const newerThanCodePage = /[ǹḿ€⿰-⿻〾︐-︙]/u;

/** The end of the last row, likewise newer: 80 characters such as 䶮. */
const isNewerPlace = (lead: number, trail: number): boolean => lead === 0xfe && trail >= 0x50;

let codePage: ReadonlySet<string> | null = null;

/** Characters of code page 936, read from the runtime's own tables; private-use rows differ on every device. */
function codePageCharacters(): ReadonlySet<string> {
  if (codePage !== null) return codePage;
  const known = new Set<string>();
  const decoder = new TextDecoder('gbk');
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (isNewerPlace(lead, trail)) continue;
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (text.length === 1 && !/[\p{Co}\uFFFD]/u.test(text) && !newerThanCodePage.test(text))
        known.add(text);
    }
  }
  codePage = known;
  return known;
}

/** Printable on a Chinese receipt printer: ASCII or GBK. */
export function isGbkCharacter(character: string): boolean {
  return /^[\x20-\x7e]$/.test(character) || codePageCharacters().has(character);
}

/** Columns on paper: a GBK character takes two, an ASCII one. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += character <= '\x7e' ? 1 : 2;
  return columns;
}

/** Where a line that is full ends: before its last words when those are short, else where it is full. */
function breakAt(line: string, columns: number): number {
  const blank = line.lastIndexOf(' ');
  const isShort = blank > 0 && columnsOf(line.slice(blank + 1)) <= columns / 2;
  return isShort && line.slice(0, blank).trim() !== '' ? blank : line.length;
}

/** Lines of at most `columns` columns; a short last word goes along to the next line. */
export function wrapColumns(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (columnsOf(line) + columnsOf(character) > columns) {
      const end = character === ' ' ? line.length : breakAt(line, columns);
      lines.push(line.slice(0, end));
      line = line.slice(end).trimStart();
      if (line === '' && character === ' ') continue;
    }
    line += character;
  }
  return line === '' ? lines : [...lines, line];
}
