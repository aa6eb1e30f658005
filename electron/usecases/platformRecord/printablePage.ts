import type { Language } from '../../../shared/text/describeError.ts';

const escapes: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => escapes[sign] ?? sign);

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
  const parts = new Map<string, string[]>();
  for (const [part = '', name = '', said = ''] of rows)
    parts.set(part, [
      ...(parts.get(part) ?? []),
      `<tr><td>${escaped(name)}</td><td>${escaped(said)}</td></tr>`,
    ]);
  const tables = [...parts].map(
    ([part, lines]) =>
      `<h2>${escaped(part)}</h2>\n<table aria-label="${escaped(`${part}: ${item}, ${detail}`)}">${lines.join('\n')}</table>`,
  );
  return [
    '<!doctype html>',
    `<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(title)}</title>`,
    `<style>${style}</style></head><body><h1>${escaped(title)}</h1>`,
    ...tables,
    '</body></html>',
    '',
  ].join('\n');
}
