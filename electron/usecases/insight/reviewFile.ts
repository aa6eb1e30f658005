import { join } from 'node:path';
import type { ReviewFileType } from '../../../shared/contracts/insight/reviews.ts';
import type { Review } from '../../../shared/domain/insight/review.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import { shopDate } from '../../../shared/rules/shopTime.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { escapeHtml } from '../../../shared/text/escapeHtml.ts';
import { reviewTables, reviewTitle } from '../../../shared/text/reviewTables.ts';
import { platformById } from '../../carriers/kit/carrierPlatform.ts';
import { guardedText } from '../../imports/writers/writeDelimited.ts';
import { type WrittenFile, writeAside, writeTextWorkbook } from '../../imports/writers/writeTextWorkbook.ts';
import { resultsFolder, type Workspace } from '../workspace/workspace.ts';

interface ReviewExport {
  readonly review: Review;
  readonly type: ReviewFileType;
  readonly language: Language;
  /** Absent: among the workspace's results. */
  readonly path?: string | undefined;
}

/** A review in the words of whoever reads it. */
export function wordedReview(
  { platforms }: Pick<Workspace, 'platforms'>,
  review: Review,
  language: Language,
) {
  const platformName = (id: string) => platformById(platforms, id)?.manifest.name[language] ?? id;
  return { title: reviewTitle(review, language), tables: reviewTables(review, language, platformName) };
}

/** To calculate with (xlsx), or to be printed from any browser (html, one file that loads nothing). */
export async function writeReview(
  workspace: Workspace,
  { review, type, language, path }: ReviewExport,
): Promise<Outcome<WrittenFile>> {
  const name = `review-${review.kind}-${shopDate(review.from)}-${workspace.nextId()}.${type}`;
  const target = path ?? join(resultsFolder(workspace), name);
  const worded = wordedReview(workspace, review, language);
  if (type === 'xlsx') return writeSheet(target, worded);
  const written = await writeAside(target, (handle) =>
    handle.writeFile(printablePage(worded, language), 'utf8'),
  );
  const rowCount = worded.tables.reduce((sum, { rows }) => sum + rows.length, 0);
  return written.ok ? { ok: true, value: { path: target, rowCount } } : written;
}

type Worded = ReturnType<typeof wordedReview>;

/** One sheet, each part under its title with a blank row between. */
function writeSheet(path: string, { title, tables }: Worded): Promise<Outcome<WrittenFile>> {
  const width = Math.max(...tables.map(({ head }) => head.length));
  const rows = tables.flatMap((table) => [
    [],
    [table.title],
    ...(table.note === '' ? [] : [[table.note]]),
    [...table.head],
    ...table.rows.map((cells) => cells.map(guardedText)),
  ]);
  const header = [title, ...Array.from({ length: width - 1 }, () => '')];
  return writeTextWorkbook(path, title.slice(0, 31).replaceAll(/[\\/?*[\]:]/g, ' '), header, rows);
}

const styleSheet =
  `@page{size:A4;margin:14mm}body{font:10pt/1.45 "Noto Sans SC","Microsoft YaHei",sans-serif;color:#111;
max-width:180mm;margin:0 auto}h1{font-size:15pt;margin:0 0 2mm}h2{font-size:11pt;margin:6mm 0 1mm}
p{color:#555;margin:0 0 1mm;font-size:9pt}table{border-collapse:collapse;width:100%;font-variant-numeric:tabular-nums}
th,td{border-bottom:1px solid #bbb;padding:1mm 2mm 1mm 0;text-align:right;vertical-align:top}
th.name,td.name{text-align:left}section{break-inside:avoid}`.replaceAll('\n', '');

function printablePage({ title, tables }: Worded, language: Language): string {
  const cells = (tag: 'th' | 'td', texts: readonly string[], names: number) =>
    texts
      .map((text, index) => `<${tag}${index < names ? ' class="name"' : ''}>${escapeHtml(text)}</${tag}>`)
      .join('');
  const sections = tables.map(
    (table) =>
      `<section><h2>${escapeHtml(table.title)}</h2>${table.note === '' ? '' : `<p>${escapeHtml(table.note)}</p>`}` +
      `<table><thead><tr>${cells('th', table.head, table.names)}</tr></thead><tbody>` +
      `${table.rows.map((row) => `<tr>${cells('td', row, table.names)}</tr>`).join('')}</tbody></table></section>`,
  );
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title>
<style>${styleSheet}</style></head><body><h1>${escapeHtml(title)}</h1>
${sections.join('\n')}
</body></html>
`;
}
