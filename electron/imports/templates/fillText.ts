import { quoted } from '../kit/cellText.ts';
import type { TemplateEdits, TemplateRow } from './locateColumns.ts';

interface Field {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A delimited text cut into records, each field with where it stands. */
export interface TextTemplate {
  readonly text: string;
  readonly delimiter: string;
  readonly lineBreak: string;
  readonly records: readonly (readonly Field[])[];
  /** Where each record ends, its line break not counted. */
  readonly ends: readonly number[];
}

const delimiters = [',', '\t', ';', '|'] as const;

export function readTextTemplate(text: string): TextTemplate {
  const head = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  const count = (mark: string) => head.split(mark).length;
  const delimiter = [...delimiters].sort((left, right) => count(right) - count(left))[0] ?? ',';
  const records: Field[][] = [];
  const ends: number[] = [];
  let at = 0;
  while (at < text.length) {
    const { fields, end } = readRecord(text, at, delimiter);
    records.push(fields);
    ends.push(end);
    at = text.startsWith('\r\n', end) ? end + 2 : end + 1;
  }
  const lineBreak = /\r\n|\n|\r/.exec(text)?.[0] ?? '\r\n';
  return { text, delimiter, lineBreak, records, ends };
}

function readRecord(text: string, start: number, delimiter: string): { fields: Field[]; end: number } {
  const fields: Field[] = [];
  let from = start;
  for (;;) {
    let end = from;
    let isQuoted = false;
    if (text[from] === '"') {
      isQuoted = true;
      end = from + 1;
      while (end < text.length && (text[end] !== '"' || text[end + 1] === '"'))
        end += text[end] === '"' ? 2 : 1;
      end = Math.min(end + 1, text.length);
    }
    while (end < text.length && text[end] !== delimiter && text[end] !== '\n' && text[end] !== '\r') end++;
    const raw = text.slice(from, end);
    fields.push({
      start: from,
      end,
      text: isQuoted ? raw.replace(/^"|"$/g, '').replaceAll('""', '"') : raw,
    });
    if (text[end] !== delimiter) return { fields, end };
    from = end + 1;
  }
}

export function rowsOfText(template: TextTemplate): TemplateRow[] {
  return template.records.map((fields, index) => ({
    rowNumber: index + 1,
    texts: fields.map(({ text }) => text),
  }));
}

/** The text with the edits and nothing else changed: quotes, blanks and line ends of other cells stay. */
export function fillText(template: TextTemplate, edits: TemplateEdits): string {
  const { text, records, ends, delimiter, lineBreak } = template;
  let filled = '';
  let copied = 0;
  for (const [index, fields] of records.entries()) {
    const cells = edits.get(index + 1);
    if (cells === undefined) continue;
    for (const [column, field] of fields.entries()) {
      const value = cells.get(column);
      if (value === undefined) continue;
      filled += text.slice(copied, field.start) + quoted(value, delimiter);
      copied = field.end;
    }
    const missing = [...cells.keys()].filter((column) => column >= fields.length);
    if (missing.length === 0) continue;
    filled += text.slice(copied, ends[index]);
    copied = ends[index] ?? copied;
    for (let column = fields.length; column <= Math.max(...missing); column++)
      filled += delimiter + quoted(cells.get(column) ?? '', delimiter);
  }
  filled += text.slice(copied);
  const added = [...edits].filter(([row]) => row > records.length).sort(([left], [right]) => left - right);
  for (const [, cells] of added) {
    if (filled !== '' && !/[\r\n]$/.test(filled)) filled += lineBreak;
    const width = Math.max(records[0]?.length ?? 0, ...[...cells.keys()].map((column) => column + 1));
    const row = Array.from({ length: width }, (_unused, column) =>
      quoted(cells.get(column) ?? '', delimiter),
    );
    filled += row.join(delimiter) + lineBreak;
  }
  return filled;
}
