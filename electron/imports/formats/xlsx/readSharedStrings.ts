import { failure } from '../../../../shared/errors/outcome.ts';
import type { ZipDirectory } from '../../containers/zipDirectory.ts';
import { TableFault } from '../../kit/tableFault.ts';
import { tableLimits } from '../../kit/tableLimits.ts';
import { withoutSpans } from '../../kit/withoutSpans.ts';
import { xmlElements } from './xmlElements.ts';
import { xmlText } from './xmlText.ts';

/** All runs of a string item joined; phonetic runs (`rPh`) are reading aids and not part of the text. */
export function joinTextRuns(content: string, prefix: string): string {
  const open = `<${prefix}t`;
  const close = `</${prefix}t>`;
  const plain = content.includes('rPh') ? withoutSpans(content, `<${prefix}rPh`, `</${prefix}rPh>`) : content;
  let joined = '';
  let from = 0;
  for (;;) {
    const start = plain.indexOf(open, from);
    if (start < 0) return xmlText(joined);
    const tagEnd = plain.indexOf('>', start);
    if (tagEnd < 0) return xmlText(joined);
    const next = plain.charCodeAt(start + open.length);
    const isTextTag = next === 0x3e || next === 0x20 || next === 0x0a || next === 0x09 || next === 0x0d;
    from = tagEnd + 1;
    if (!isTextTag || plain.charCodeAt(tagEnd - 1) === 0x2f) continue;
    const end = plain.indexOf(close, from);
    if (end < 0) return xmlText(joined);
    joined += plain.slice(from, end);
    from = end + close.length;
  }
}

/** 1,000,000 rows with four texts each of their own. Held in memory, so bounded: about 300 MB at the very worst. */
const MAX_STRINGS = 4_000_000;
const MAX_CHARACTERS = 128 * 1024 * 1024;

function checkSize(text: string, count: number, characters: number): void {
  if (text.length > tableLimits.cellCharacters) {
    const params = { row: count + 1, limit: tableLimits.cellCharacters };
    throw new TableFault(failure('IMPORT_CELL_TOO_LONG', params));
  }
  if (count >= MAX_STRINGS || characters > MAX_CHARACTERS) {
    throw new TableFault(failure('IMPORT_ARCHIVE_SUSPICIOUS', { reason: `strings > ${MAX_STRINGS}` }));
  }
}

/** The string table of a workbook, in memory: sheets name strings by number, in any order. */
export async function readSharedStrings(zip: ZipDirectory, part: string): Promise<string[]> {
  const strings: string[] = [];
  let characters = 0;
  for await (const { prefix, elements } of xmlElements(zip.stream(part), 'si')) {
    for (const element of elements) {
      const text = joinTextRuns(element.text.slice(element.contentStart, element.contentEnd), prefix);
      characters += text.length;
      checkSize(text, strings.length, characters);
      strings.push(text);
    }
  }
  return strings;
}
