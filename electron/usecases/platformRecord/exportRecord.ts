import { extname, join } from 'node:path';
import { type RecordFormat, recordFormats } from '../../../shared/domain/platformRecord/platformRecord.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import { done } from '../../../shared/errors/outcome.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { guardedText } from '../../imports/writers/writeDelimited.ts';
import { writeTextWorkbook } from '../../imports/writers/writeTextWorkbook.ts';
import { replaceOwnerOnlyFile } from '../../platform/ownerOnlyFiles.ts';
import { redactText } from '../../privacy/redactText.ts';
import { recordAct } from '../operators/acts.ts';
import { resultsFolder, type Workspace } from '../workspace/workspace.ts';
import { printablePage } from './printablePage.ts';
import { type PlatformRecord, readPlatformRecord } from './record.ts';
import { recordHeader, recordRows } from './recordRows.ts';

export interface RecordExport {
  readonly accountId: string;
  readonly language: Language;
  readonly format: RecordFormat;
  /** Absent: among the workspace's results. */
  readonly path?: string | undefined;
}

/** The format that a file's name asks for; null: none of them. */
export const formatOf = (path: string): RecordFormat | null =>
  recordFormats.find((format) => extname(path).toLowerCase() === `.${format}`) ?? null;

/** The whole record as a table, a page to print, or data. What files hold stays here; persons in notes are masked. */
export async function exportRecord(
  workspace: Workspace,
  { accountId, language, format, path }: RecordExport,
): Promise<Outcome<{ readonly path: string }>> {
  const read = await readPlatformRecord(workspace, accountId);
  if (!read.ok) return read;
  const record = withoutPersons(read.value);
  const file = path ?? join(resultsFolder(workspace), `platform-${workspace.nextId()}.${format}`);
  const now = workspace.clock.now();
  if (format === 'json') replaceOwnerOnlyFile(file, `${JSON.stringify({ ...record, asOf: now }, null, 2)}\n`);
  else {
    const rows = recordRows(workspace, record, language, now);
    const title = `${wordFor(language, 'recordWord', 'title')} · ${record.account.name}`;
    if (format === 'html')
      replaceOwnerOnlyFile(file, printablePage(title, recordHeader(language), rows, language));
    else {
      const guarded = rows.map((row) => row.map(guardedText));
      const written = await writeTextWorkbook(
        file,
        wordFor(language, 'recordWord', 'title'),
        recordHeader(language),
        guarded,
      );
      if (!written.ok) return written;
    }
  }
  await workspace.store.write((write) =>
    recordAct(workspace, write, { kind: 'platform-record-exported', what: record.account.name }),
  );
  return done({ path: file });
}

const withoutPersons = (record: PlatformRecord): PlatformRecord => ({
  ...record,
  notes: record.notes.map((note) => ({ ...note, text: redactText(note.text) })),
  incidents: {
    ...record.incidents,
    rows: record.incidents.rows.map((row) => ({
      ...row,
      title: redactText(row.title),
      outcome: redactText(row.outcome),
    })),
  },
});
