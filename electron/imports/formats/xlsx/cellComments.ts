import type { ZipDirectory } from '../../containers/zipDirectory.ts';
import { tableLimits } from '../../kit/tableFormat.ts';
import { readRelations, readXmlPart } from './readWorkbook.ts';
import { joinTextRuns } from './sheetCells.ts';
import { xmlAttribute } from './xmlElements.ts';

/** What people wrote on the cells of a sheet (批注), by row number; of one row all together. */
export async function readComments(zip: ZipDirectory, part: string): Promise<ReadonlyMap<number, string>> {
  const byRow = new Map<number, string>();
  for (const { type, target } of (await readRelations(zip, part)).values()) {
    if (!type.endsWith('/comments') || !zip.has(target)) continue;
    const xml = await readXmlPart(zip, target);
    for (const [, tag = '', prefix = '', content = ''] of xml.matchAll(
      /(<((?:[\w.-]+:)?)comment\s[^<>]*>)([\s\S]*?)<\/(?:[\w.-]+:)?comment>/g,
    )) {
      const row = Number(/\d+$/.exec(xmlAttribute(tag, 'ref'))?.[0]);
      const text = `${byRow.get(row) ?? ''} ${joinTextRuns(content, prefix)}`.trim();
      if (Number.isInteger(row)) byRow.set(row, text.slice(0, tableLimits.cellCharacters));
    }
  }
  return byRow;
}
