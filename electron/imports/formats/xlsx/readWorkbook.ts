import type { ZipDirectory } from '../../containers/zipDirectory.ts';
import { type NumberStyle, numberStyle } from '../../kit/numberCell.ts';
import { corrupt, suspicious } from '../../kit/tableFormat.ts';
import { refuseDocumentType, saysStruck, xmlAttribute } from './xmlElements.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly part: string;
  readonly isHidden: boolean;
}

export interface Workbook {
  /** Visible sheets first, each group in the order of the tabs. */
  readonly sheets: readonly WorkbookSheet[];
  readonly is1904: boolean;
  /** By cell style index. */
  readonly numberStyles: readonly NumberStyle[];
  /** Cell styles whose font is crossed out, as cells name them. */
  readonly struckStyles: ReadonlySet<string>;
  /** Name of the shared string part, null when the workbook has none. */
  readonly sharedStringsPart: string | null;
}

/** Start tags of one local name, any namespace prefix. */
function tagsOf(xml: string, localName: string): string[] {
  return xml.match(new RegExp(`<(?:[\\w.-]+:)?${localName}(?:\\s[^<>]*)?>`, 'g')) ?? [];
}

/** A relation's target is relative to the folder of the part that has it, or absolute from the root. */
function resolvePart(folder: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const path = folder.split('/').filter((step) => step !== '');
  for (const step of target.split('/')) {
    if (step === '..') path.pop();
    else if (step !== '.' && step !== '') path.push(step);
  }
  return path.join('/');
}

interface Relation {
  readonly target: string;
  readonly type: string;
}

export async function readRelations(zip: ZipDirectory, part: string): Promise<Map<string, Relation>> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const name = `${folder}_rels/${part.slice(folder.length)}.rels`;
  const relations = new Map<string, Relation>();
  if (!zip.has(name)) return relations;
  for (const tag of tagsOf(await readXmlPart(zip, name), 'Relationship')) {
    const target = resolvePart(folder, xmlAttribute(tag, 'Target'));
    relations.set(xmlAttribute(tag, 'Id'), { target, type: xmlAttribute(tag, 'Type') });
  }
  return relations;
}

function readSheets(xml: string, relations: ReadonlyMap<string, Relation>): WorkbookSheet[] {
  const visible: WorkbookSheet[] = [];
  const hidden: WorkbookSheet[] = [];
  for (const tag of tagsOf(xml, 'sheet')) {
    const relationId = /\s[\w.-]+:id\s*=\s*["']([^"']*)["']/.exec(tag)?.[1] ?? '';
    const relation = relations.get(relationId);
    // Chart and dialog sheets stand in the same list and hold no rows.
    if (relation === undefined || !relation.type.endsWith('/worksheet')) continue;
    const isHidden = /hidden/i.test(xmlAttribute(tag, 'state'));
    (isHidden ? hidden : visible).push({ name: xmlAttribute(tag, 'name'), part: relation.target, isHidden });
  }
  return [...visible, ...hidden];
}

/** What stands between the tags of an element that is there once. */
function contentOf(xml: string, localName: string): string {
  const start = xml.search(new RegExp(`<(?:[\\w.-]+:)?${localName}[\\s>]`));
  if (start < 0) return '';
  const end = xml.indexOf(`${localName}>`, start + localName.length + 2);
  return xml.slice(start, end < 0 ? xml.length : end);
}

function readStruckStyles(xml: string): ReadonlySet<string> {
  const fonts = contentOf(xml, 'fonts').split(/<(?:[\w.-]+:)?font[\s/>]/);
  // What stands before the first font is the start of their list.
  const struck = fonts.slice(1).map(saysStruck);
  if (!struck.includes(true)) return new Set();
  const formats = tagsOf(contentOf(xml, 'cellXfs'), 'xf');
  return new Set(
    formats.flatMap((tag, index) => (struck[Number(xmlAttribute(tag, 'fontId'))] ? [String(index)] : [])),
  );
}

function readNumberStyles(xml: string): NumberStyle[] {
  const codes = new Map<number, string>();
  for (const tag of tagsOf(xml, 'numFmt')) {
    codes.set(Number(xmlAttribute(tag, 'numFmtId')), xmlAttribute(tag, 'formatCode'));
  }
  return tagsOf(contentOf(xml, 'cellXfs'), 'xf').map((tag) => {
    const formatId = Number(xmlAttribute(tag, 'numFmtId'));
    return numberStyle(formatId, codes.get(formatId));
  });
}

const usualPart = 'xl/workbook.xml';

/** The part that the package names as its document, wherever a program put it; null when this is no workbook. */
export async function findWorkbookPart(zip: ZipDirectory): Promise<string | null> {
  if (zip.has(usualPart)) return usualPart;
  const main = [...(await readRelations(zip, '')).values()].find((one) =>
    one.type.endsWith('/officeDocument'),
  );
  if (main === undefined || !zip.has(main.target) || !main.target.endsWith('.xml')) return null;
  const xml = await readXmlPart(zip, main.target);
  return tagsOf(xml, 'sheets').length > 0 ? main.target : null;
}

/** Reads the table of contents of a workbook. Throws `TableFault` when it names no readable sheet. */
export async function readWorkbook(zip: ZipDirectory, workbookPart: string): Promise<Workbook> {
  const xml = await readXmlPart(zip, workbookPart);
  const relations = await readRelations(zip, workbookPart);
  const sheets = readSheets(xml, relations).filter((sheet) => zip.has(sheet.part));
  if (sheets.length === 0) throw corrupt('no sheet');
  const partOf = (kind: string): string | null => {
    const relation = [...relations.values()].find((one) => one.type.endsWith(`/${kind}`));
    return relation !== undefined && zip.has(relation.target) ? relation.target : null;
  };
  const stylesPart = partOf('styles');
  const styles = stylesPart === null ? '' : await readXmlPart(zip, stylesPart);
  return {
    sheets,
    is1904: tagsOf(xml, 'workbookPr').some((tag) => /^(1|true)$/.test(xmlAttribute(tag, 'date1904'))),
    numberStyles: readNumberStyles(styles),
    struckStyles: readStruckStyles(styles),
    sharedStringsPart: partOf('sharedStrings'),
  };
}

/** Workbook, relations and styles of real files stay under 2 MB; styles copied for years reach 10. */
const mostPartBytes = 16 * 1024 * 1024;

/** A small part as text. Throws `TableFault` when it is too long, not UTF-8 or carries a document type. */
export async function readXmlPart(zip: ZipDirectory, name: string): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let bytes = 0;
  for await (const chunk of zip.stream(name)) {
    bytes += chunk.length;
    if (bytes > mostPartBytes) throw suspicious(`${name} > 16 MB`);
    try {
      text += decoder.decode(chunk, { stream: true });
    } catch {
      throw corrupt(name);
    }
  }
  refuseDocumentType(text);
  return text;
}
