import type { ZipDirectory } from '../../containers/zipDirectory.ts';
import { type NumberStyle, numberStyle } from '../../kit/numberCell.ts';
import { corrupt, suspicious } from '../../kit/tableFormat.ts';
import { refuseDocumentType, xmlAttribute } from './xmlElements.ts';

export interface WorkbookSheet {
  readonly name: string;
  readonly part: string;
}

export interface Workbook {
  /** Visible sheets first, each group in the order of the tabs. */
  readonly sheets: readonly WorkbookSheet[];
  readonly is1904: boolean;
  /** By cell style index. */
  readonly numberStyles: readonly NumberStyle[];
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

async function readRelations(zip: ZipDirectory, part: string): Promise<Map<string, Relation>> {
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
    const sheet = { name: xmlAttribute(tag, 'name'), part: relation.target };
    (/hidden/i.test(xmlAttribute(tag, 'state')) ? hidden : visible).push(sheet);
  }
  return [...visible, ...hidden];
}

function readNumberStyles(xml: string): NumberStyle[] {
  const codes = new Map<number, string>();
  for (const tag of tagsOf(xml, 'numFmt')) {
    codes.set(Number(xmlAttribute(tag, 'numFmtId')), xmlAttribute(tag, 'formatCode'));
  }
  const start = xml.search(/<(?:[\w.-]+:)?cellXfs[\s>]/);
  const end = start < 0 ? -1 : xml.indexOf('cellXfs>', start + 'cellXfs'.length + 2);
  const cellFormats = start < 0 ? '' : xml.slice(start, end < 0 ? xml.length : end);
  return tagsOf(cellFormats, 'xf').map((tag) => {
    const formatId = Number(xmlAttribute(tag, 'numFmtId'));
    return numberStyle(formatId, codes.get(formatId));
  });
}

const USUAL_PART = 'xl/workbook.xml';

/** The part that the package names as its document, wherever a program put it; null when this is no workbook. */
export async function findWorkbookPart(zip: ZipDirectory): Promise<string | null> {
  if (zip.has(USUAL_PART)) return USUAL_PART;
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
  return {
    sheets,
    is1904: tagsOf(xml, 'workbookPr').some((tag) => /^(1|true)$/.test(xmlAttribute(tag, 'date1904'))),
    numberStyles: stylesPart === null ? [] : readNumberStyles(await readXmlPart(zip, stylesPart)),
    sharedStringsPart: partOf('sharedStrings'),
  };
}

/** Workbook, relations and styles of real files stay under 2 MB; styles copied for years reach 10. */
const MAX_PART_BYTES = 16 * 1024 * 1024;

/** A small part as text. Throws `TableFault` when it is too long, not UTF-8 or carries a document type. */
async function readXmlPart(zip: ZipDirectory, name: string): Promise<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let text = '';
  let bytes = 0;
  for await (const chunk of zip.stream(name)) {
    bytes += chunk.length;
    if (bytes > MAX_PART_BYTES) throw suspicious(`${name} > 16 MB`);
    try {
      text += decoder.decode(chunk, { stream: true });
    } catch {
      throw corrupt(name);
    }
  }
  refuseDocumentType(text);
  return text;
}
