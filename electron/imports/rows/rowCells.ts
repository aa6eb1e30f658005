import type { OrderComplaint } from '../../../shared/domain/order.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { cleanCellText, detachedText } from '../kit/cellText.ts';
import type { FileRecognition, GoodsByOrder } from '../kit/orderDraft.ts';
import type { TableRow } from '../kit/tableFormat.ts';
import { builtInSpellings, type CanonicalField } from '../profiles/headerSpellings.ts';
import type { FlagRule } from '../profiles/importProfile.ts';
import { importProfiles } from '../profiles/importProfiles.ts';
import { normaliseHeader } from '../profiles/normaliseHeader.ts';
import { emptyOwnDictionary, type OwnDictionary } from '../recognition/headerDictionary.ts';
import { type FileFacts, noFileFacts } from './readFileFacts.ts';

/** What rows are judged by besides themselves. */
export interface RowKnowledge {
  readonly own?: OwnDictionary;
  readonly facts?: FileFacts;
  /** UTC ms; absent: nothing is said about dates that have passed. */
  readonly now?: number;
  /** Goods that another sheet or report lists; they replace what the rows say. */
  readonly goods?: GoodsByOrder;
}

/** A column that holds no field and still says something about shipping. */
interface FlagColumn {
  readonly index: number;
  readonly header: string;
  readonly rule: FlagRule;
}

/** Where each field stands and what is known of the file, worked out once a file. */
export class FieldColumns {
  /** Profile of the file: words mean what they mean at that platform. */
  readonly profile: string;
  readonly statusAnswers: OwnDictionary['statusAnswers'];
  readonly facts: FileFacts;
  readonly now: number | null;
  readonly goods: GoodsByOrder | null;
  readonly flags: readonly FlagColumn[];
  /** Does any column say how an order travels, or from whom? */
  readonly hasWishes: boolean;
  /** Does any column say something of the sale that is kept? */
  readonly hasSale: boolean;
  /** Does any column name a day or an hour? */
  readonly hasTimes: boolean;
  private readonly columns = new Map<string, number[]>();
  private readonly headers: readonly string[];

  constructor(recognition: FileRecognition, { own, facts, now, goods }: RowKnowledge = {}) {
    this.profile = recognition.profile;
    this.statusAnswers = (own ?? emptyOwnDictionary).statusAnswers;
    this.facts = facts ?? noFileFacts;
    this.now = now ?? null;
    this.goods = goods ?? null;
    this.headers = recognition.mapping.map(({ header }) => header);
    this.flags = flagColumns(recognition);
    for (const { field, columnIndex } of recognition.mapping) {
      if (field === null) continue;
      const same = this.columns.get(field);
      if (same === undefined) this.columns.set(field, [columnIndex]);
      else same.push(columnIndex);
    }
    for (const [field, indexes] of this.columns) if (indexes.length > 1) this.sort(field, indexes);
    this.hasWishes = wishColumns.some((field) => this.columns.has(field));
    this.hasSale = saleColumns.some((field) => this.columns.has(field));
    this.hasTimes = timeColumns.some((field) => this.columns.has(field));
  }

  /** Columns that share a field are heard in the order of the dictionary, not in that of the file. */
  private sort(field: string, indexes: number[]): void {
    const spellings = builtInSpellings(field as CanonicalField).map(normaliseHeader);
    const rank = (index: number): number => {
      const place = spellings.indexOf(normaliseHeader(this.headerAt(index)));
      return place < 0 ? spellings.length : place;
    };
    indexes.sort(
      (left, right) =>
        rank(left) - rank(right) ||
        this.headerAt(left).localeCompare(this.headerAt(right), 'en') ||
        left - right,
    );
  }

  has(field: CanonicalField): boolean {
    return this.columns.has(field);
  }

  indexesOf(field: CanonicalField): readonly number[] {
    return this.columns.get(field) ?? noIndexes;
  }

  headerAt(index: number): string {
    return this.headers[index] ?? '';
  }

  headerOf(field: CanonicalField): string {
    return this.headerAt(this.indexesOf(field)[0] ?? -1);
  }
}

const noIndexes: readonly number[] = [];

const wishColumns: readonly CanonicalField[] = [
  'senderName',
  'senderPhone',
  'senderAddress',
  'senderCompany',
  'senderProvince',
  'senderCity',
  'senderDistrict',
  'serviceType',
  'payMode',
  'monthlyCard',
  'volume',
  'length',
  'width',
  'height',
  'returnSlip',
  'services',
];

const saleColumns: readonly CanonicalField[] = [
  'buyer',
  'origOrderNo',
  'amount',
  'paidAmount',
  'payChannel',
  'orderTime',
  'oaid',
  'warehouse',
  'flag',
];

const timeColumns: readonly CanonicalField[] = ['promiseShipTime', 'payTime', 'promiseArriveTime'];

function flagColumns({ profile, mapping }: FileRecognition): FlagColumn[] {
  const flags = importProfiles.find(({ id }) => id === profile)?.flags ?? {};
  return Object.entries(flags).flatMap(([header, rule]) =>
    mapping
      .filter((column) => normaliseHeader(column.header) === normaliseHeader(header))
      .map((column) => ({ index: column.columnIndex, header: column.header, rule })),
  );
}

/** One row, asked by field. Texts are clean; a field without a column is empty. */
export class RowCells {
  readonly row: TableRow;
  readonly columns: FieldColumns;
  readonly #texts: string[] = [];
  readonly #isAnyDamaged: boolean;

  constructor(row: TableRow, columns: FieldColumns) {
    this.row = row;
    this.columns = columns;
    this.#isAnyDamaged = row.cells.some(
      ({ text, isDamaged }) => isDamaged === true || text.includes(EXPONENT_MARK),
    );
  }

  /** Cleaned once, however many ask for it. */
  at(index: number): string {
    let text = this.#texts[index];
    if (text === undefined) {
      text = detachedText(cleanCellText(this.row.cells[index]?.text ?? ''));
      this.#texts[index] = text;
    }
    return text;
  }

  text(field: CanonicalField): string {
    const index = this.columns.indexesOf(field)[0];
    return index === undefined ? '' : this.at(index);
  }

  /** Filled values of all columns that share the field. */
  texts(field: CanonicalField): readonly string[] {
    const indexes = this.columns.indexesOf(field);
    const [first] = indexes;
    if (first === undefined) return noTexts;
    if (indexes.length > 1) return indexes.map((index) => this.at(index)).filter((text) => text !== '');
    const text = this.at(first);
    return text === '' ? noTexts : [text];
  }

  /** The same with the header that each stands under. */
  entries(field: CanonicalField): readonly CellEntry[] {
    const indexes = this.columns.indexesOf(field);
    return indexes.length === 0
      ? noEntries
      : indexes
          .map((index) => ({ text: this.at(index), header: this.columns.headerAt(index) }))
          .filter(({ text }) => text !== '');
  }

  isDamaged(field: CanonicalField): boolean {
    if (!this.#isAnyDamaged) return false;
    return this.columns.indexesOf(field).some((index) => {
      const cell = this.row.cells[index];
      return (
        cell?.isDamaged === true || (cell?.text.includes(EXPONENT_MARK) === true && exponent.test(cell.text))
      );
    });
  }
}

export interface CellEntry {
  readonly text: string;
  readonly header: string;
}

const noTexts: readonly string[] = [];
const noEntries: readonly CellEntry[] = [];
const EXPONENT_MARK = 'E+';
/** `1.23E+17`, also where another program stored it as text: the digits are gone. */
const exponent = /^\s*['’]?\d(?:\.\d+)?E\+\d{1,3}\s*$/;

type Verdict = 'ship' | 'ask' | 'skip';

/** Gathers complaints and notes of one row; the strictest verdict stays. */
export class Judgement {
  readonly complaints: OrderComplaint[] = [];
  readonly notes: OrderComplaint[] = [];
  verdict: Verdict = 'ship';

  /** Nothing to ask about what does not ship anyway. */
  ask(code: ErrorCode, field: string, params?: OrderComplaint['params']): void {
    if (this.verdict === 'skip') return;
    this.complaints.push(params === undefined ? { code, field } : { code, field, params });
    this.verdict = 'ask';
  }

  skip(code: ErrorCode, field: string): void {
    this.complaints.push({ code, field });
    this.verdict = 'skip';
  }

  note(code: ErrorCode, field: string, params?: OrderComplaint['params']): void {
    this.notes.push(params === undefined ? { code, field } : { code, field, params });
  }
}
