import { groupBy } from '../../../shared/rules/groupBy.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { escapeHtml } from '../../../shared/text/escapeHtml.ts';

/** A4, black on white, nothing fetched, no script: opened by any browser, also years from now. */
const style = `
@page { size: A4; margin: 16mm 14mm; }
body { font: 10.5pt/1.5 "Microsoft YaHei", "Noto Sans SC", system-ui, sans-serif; color: #000; margin: 0 auto; max-width: 182mm; }
h1 { font-size: 16pt; margin: 0 0 6mm; padding-bottom: 2mm; border-bottom: 2px solid #000; }
h2 { font-size: 11.5pt; margin: 6mm 0 1.5mm; break-after: avoid; }
table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; }
td { border-top: 1px solid #999; padding: 1.2mm 2mm 1.2mm 0; vertical-align: top; overflow-wrap: anywhere; }
td:first-child { width: 32%; font-weight: 600; }
tr { break-inside: avoid; }
`;

/** Rows of part, item and detail as a page to print: each part has its heading. */
export function printablePage(
  title: string,
  [, item = '', detail = '']: readonly string[],
  rows: readonly (readonly string[])[],
  language: Language,
): string {
  const line = ([, name = '', answer = '']: readonly string[]): string =>
    `<tr><td>${escapeHtml(name)}</td><td>${escapeHtml(answer)}</td></tr>`;
  const tables = [...groupBy(rows, ([part = '']) => part)].map(
    ([part, ofPart]) =>
      `<h2>${escapeHtml(part)}</h2>\n<table aria-label="${escapeHtml(`${part}: ${item}, ${detail}`)}">${ofPart.map(line).join('\n')}</table>`,
  );
  return [
    '<!doctype html>',
    `<html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>`,
    `<style>${style}</style></head><body><h1>${escapeHtml(title)}</h1>`,
    ...tables,
    '</body></html>',
    '',
  ].join('\n');
}
