import type { OrderComplaint } from '../../../shared/domain/order.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';
import { cleanCellText, detachedText } from '../kit/cellText.ts';
import type { TableRow } from '../kit/tableFormat.ts';
import type { CanonicalField } from '../profiles/headerSpellings.ts';
import type { FieldColumns } from './fieldColumns.ts';

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
      ({ text, isDamaged }) => isDamaged === true || text.includes(exponentMark),
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

  /** As the cell is written, line breaks and all. */
  written(field: CanonicalField): string {
    return this.row.cells[this.columns.indexesOf(field)[0] ?? -1]?.text ?? '';
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
        cell?.isDamaged === true || (cell?.text.includes(exponentMark) === true && exponent.test(cell.text))
      );
    });
  }

  /** Something that the order is read from is crossed out: the order, a part of its goods, or what was there before. */
  isStruck(): boolean {
    return this.row.cells.some(({ isStruck }, index) => isStruck === true && this.columns.isRead(index));
  }

  /** Its formula has no result in the file: the person saw a value that cannot be read here. */
  isUncalculated(field: CanonicalField): boolean {
    if (!this.#isAnyDamaged) return false;
    return this.columns.indexesOf(field).some((index) => {
      const cell = this.row.cells[index];
      return cell?.isDamaged === true && cell.text === '';
    });
  }
}

export interface CellEntry {
  readonly text: string;
  readonly header: string;
}

const noTexts: readonly string[] = [];
const noEntries: readonly CellEntry[] = [];
const exponentMark = 'E+';
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
