import * as XLSX from '@e965/xlsx';
import { type ZipPart, zipBytes } from '../files/zipBytes.ts';
import { escapeXml, type TableWriter } from './tableWriter.ts';

type Rows = readonly (readonly string[])[];

interface Shape {
  /** Prefix of the spreadsheet's own elements, with its colon. */
  readonly prefix?: string;
  readonly isStrict?: boolean;
  readonly texts?: 'inline' | 'shared' | 'rich' | 'formula';
  readonly hasReferences?: boolean;
  readonly isReversed?: boolean;
  readonly target?: string;
  readonly mainPart?: string;
  readonly isStored?: boolean;
  readonly declaration?: string;
}

const transitional = {
  main: 'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
  relations: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
};
const strict = {
  main: 'http://purl.oclc.org/ooxml/spreadsheetml/main',
  relations: 'http://purl.oclc.org/ooxml/officeDocument/relationships',
};

function columnName(index: number): string {
  return index < 26
    ? String.fromCharCode(65 + index)
    : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}

/** Excel writes a text that looks like its own escape (`_x000A_`) with the underscore escaped. */
function content(text: string): string {
  return escapeXml(text).replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_');
}

class WorkbookText {
  private readonly shape: Shape;
  private readonly strings: string[] = [];
  private readonly at: string;

  constructor(shape: Shape) {
    this.shape = shape;
    this.at = shape.prefix ?? '';
  }

  sheet(rows: Rows): string {
    const lines = rows.map((row, index) => {
      const cells = row.map((text, column) => this.cell(text, `${columnName(column)}${index + 1}`));
      const number = this.shape.hasReferences === false ? '' : ` r="${index + 1}"`;
      return `<${this.at}row${number}>${(this.shape.isReversed ? cells.reverse() : cells).join('')}</${this.at}row>`;
    });
    return `<${this.at}sheetData>${lines.join('')}</${this.at}sheetData>`;
  }

  sharedStrings(): string {
    return this.strings.map((item) => `<${this.at}si>${item}</${this.at}si>`).join('');
  }

  private cell(text: string, reference: string): string {
    const place = this.shape.hasReferences === false ? '' : ` r="${reference}"`;
    const space = ' xml:space="preserve"';
    const t = `${this.at}t`;
    switch (this.shape.texts) {
      case 'shared':
        this.strings.push(`<${t}${space}>${content(text)}</${t}>`);
        return `<${this.at}c${place} s="0" t="s"><${this.at}v>${this.strings.length - 1}</${this.at}v></${this.at}c>`;
      case 'rich': {
        const middle = Math.floor([...text].length / 2);
        const halves = [[...text].slice(0, middle).join(''), [...text].slice(middle).join('')];
        const runs = halves.map(
          (half) =>
            `<${this.at}r><${this.at}rPr><${this.at}b/></${this.at}rPr><${t}${space}>${content(half)}</${t}></${this.at}r>`,
        );
        this.strings.push(`${runs.join('')}<${this.at}rPh sb="0" eb="1"><${t}>よみ</${t}></${this.at}rPh>`);
        return `<${this.at}c${place} t="s"><${this.at}v>${this.strings.length - 1}</${this.at}v></${this.at}c>`;
      }
      case 'formula':
        return `<${this.at}c${place} t="str"><${this.at}f>T(&quot;x&quot;)</${this.at}f><${this.at}v>${content(text)}</${this.at}v></${this.at}c>`;
      default:
        return `<${this.at}c${place} t="inlineStr"><${this.at}is><${t}${space}>${content(text)}</${t}></${this.at}is></${this.at}c>`;
    }
  }
}

function parts(rows: Rows, shape: Shape): ZipPart[] {
  const { main, relations } = shape.isStrict ? strict : transitional;
  const at = shape.prefix ?? '';
  const space = at === '' ? `xmlns="${main}"` : `xmlns:${at.slice(0, -1)}="${main}"`;
  const head = shape.declaration ?? '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
  const mainPart = shape.mainPart ?? 'xl/workbook.xml';
  const folder = mainPart.slice(0, mainPart.lastIndexOf('/') + 1);
  const text = new WorkbookText(shape);
  const sheet = text.sheet(rows);
  const strings = text.sharedStrings();
  const relation = (id: string, kind: string, target: string): string =>
    `<Relationship Id="${id}" Type="${relations}/${kind}" Target="${target}"/>`;
  const relationList = (items: readonly string[]): string =>
    `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
  return [
    {
      name: '[Content_Types].xml',
      data: `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    },
    { name: '_rels/.rels', data: relationList([relation('rId1', 'officeDocument', mainPart)]) },
    {
      name: mainPart,
      data: `${head}<${at}workbook ${space} xmlns:r="${relations}"><${at}sheets><${at}sheet name="订单" sheetId="1" r:id="rId1"/></${at}sheets></${at}workbook>`,
    },
    {
      name: `${folder}_rels/${mainPart.slice(folder.length)}.rels`,
      data: relationList([
        relation('rId1', 'worksheet', shape.target ?? 'worksheets/sheet1.xml'),
        ...(strings === '' ? [] : [relation('rId2', 'sharedStrings', `/${folder}sharedStrings.xml`)]),
      ]),
    },
    {
      name: `${folder}worksheets/sheet1.xml`,
      data: `${head}<${at}worksheet ${space}>${sheet}</${at}worksheet>`,
    },
    ...(strings === ''
      ? []
      : [{ name: `${folder}sharedStrings.xml`, data: `${head}<${at}sst ${space}>${strings}</${at}sst>` }]),
  ].map((part) => ({ ...part, isStored: shape.isStored === true }));
}

function written(name: string, shape: Shape): TableWriter {
  return { name, write: (rows) => zipBytes(parts(rows, shape)) };
}

function sheetJs(name: string, bookSST: boolean): TableWriter {
  return {
    name,
    write: (rows) => {
      const book = XLSX.utils.book_new();
      XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(rows.map((row) => [...row])), '订单');
      return Buffer.from(XLSX.write(book, { bookType: 'xlsx', type: 'buffer', bookSST }));
    },
  };
}

/** The parts of a workbook, for changing one of them before it is packed. */
export function plainWorkbookParts(rows: Rows): ZipPart[] {
  return parts(rows, { texts: 'shared' });
}

/** Workbooks as the programs in use write them: each shape stands for one of them. */
export const xlsxWriters: readonly TableWriter[] = [
  written('shared strings (Excel, WPS)', { texts: 'shared' }),
  written('inline strings (Java exports)', { texts: 'inline' }),
  written('rich text with readings', { texts: 'rich' }),
  written('results of formulas', { texts: 'formula' }),
  written('no references (streaming writers)', { texts: 'inline', hasReferences: false }),
  written('cells in reverse order', { texts: 'shared', isReversed: true }),
  written('prefixed elements (.NET exports)', { texts: 'shared', prefix: 'x:' }),
  written('an odd prefix', { texts: 'inline', prefix: 'ns-0.a:' }),
  written('strict namespaces', { texts: 'shared', isStrict: true }),
  written('absolute part paths', { texts: 'shared', target: '/xl/worksheets/sheet1.xml' }),
  written('roundabout part paths', { texts: 'shared', target: '../xl/./worksheets/sheet1.xml' }),
  written('parts elsewhere', { texts: 'shared', mainPart: 'book/main.xml' }),
  written('parts at the root', { texts: 'shared', mainPart: 'workbook.xml' }),
  written('nothing packed', { texts: 'shared', isStored: true }),
  written('a byte order mark in each part', {
    texts: 'shared',
    declaration: '\uFEFF<?xml version="1.0"?>\n<!-- made by hand -->\n',
  }),
  written('no declaration', { texts: 'inline', declaration: '' }),
  sheetJs('SheetJS with shared strings', true),
  sheetJs('SheetJS with inline strings', false),
];
