import { cleanCellText } from '../kit/cleanCellText.ts';
import { detachedText } from '../kit/detachedText.ts';
import type { FileRecognition } from '../kit/orderDraft.ts';
import { emptyOwnDictionary, type OwnDictionary } from '../kit/ownDictionary.ts';
import type { TableRow } from '../kit/tableFormat.ts';
import type { CanonicalField } from '../profiles/headerSpellings.ts';

/** Where each field stands, worked out once a file. */
export class FieldColumns {
  private readonly columns = new Map<string, number[]>();
  private readonly headers = new Map<string, string>();

  /** Profile of the file: words mean what they mean at that platform. */
  readonly profile: string;
  readonly statusAnswers: OwnDictionary['statusAnswers'];

  constructor(recognition: FileRecognition, own: OwnDictionary = emptyOwnDictionary) {
    this.profile = recognition.profile;
    this.statusAnswers = own.statusAnswers;
    for (const { field, columnIndex, header } of recognition.mapping) {
      if (field === null) continue;
      const same = this.columns.get(field);
      if (same === undefined) this.columns.set(field, [columnIndex]);
      else same.push(columnIndex);
      if (!this.headers.has(field)) this.headers.set(field, header);
    }
  }

  has(field: CanonicalField): boolean {
    return this.columns.has(field);
  }

  indexesOf(field: CanonicalField): readonly number[] {
    return this.columns.get(field) ?? [];
  }

  headerOf(field: CanonicalField): string {
    return this.headers.get(field) ?? '';
  }
}

/** One row, asked by field. Texts are clean; a field without a column is empty. */
export class RowCells {
  readonly row: TableRow;
  readonly columns: FieldColumns;

  constructor(row: TableRow, columns: FieldColumns) {
    this.row = row;
    this.columns = columns;
  }

  text(field: CanonicalField): string {
    const index = this.columns.indexesOf(field)[0];
    return index === undefined ? '' : detachedText(cleanCellText(this.row.cells[index]?.text ?? ''));
  }

  /** Filled values of all columns that share the field. */
  texts(field: CanonicalField): string[] {
    return this.columns
      .indexesOf(field)
      .map((index) => detachedText(cleanCellText(this.row.cells[index]?.text ?? '')))
      .filter((text) => text !== '');
  }

  isDamaged(field: CanonicalField): boolean {
    return this.columns.indexesOf(field).some((index) => this.row.cells[index]?.isDamaged === true);
  }
}
