import { basename, extname, join } from 'node:path';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import { type Language, sentencesOf } from '../../../shared/text/describeError.ts';
import { eachOf } from '../../imports/kit/tableFormat.ts';
import { readOrderFile } from '../../imports/readOrderFile.ts';
import type { RecognitionOptions } from '../../imports/recognition/recogniseTable.ts';
import { type FailedRow, writeFailedRows } from '../../imports/writers/resultFiles.ts';
import type { WrittenFile } from '../../imports/writers/writeTextWorkbook.ts';
import { maskParams } from '../../privacy/maskReply.ts';
import { recordFile } from '../operators/outsideActs.ts';
import { resultsFolder, type Workspace } from '../workspace/workspace.ts';

export interface FailedFileRequest {
  readonly path: string;
  readonly options: RecognitionOptions;
  readonly language: Language;
  /** Absent: among the workspace's results. */
  readonly outPath?: string;
}

/**
 * Writes the rows of a file that could not become orders, each with its reason. The person's own file is read again and never changed; the
 * result is written into the workspace.
 */
export async function writeFailedFile(
  workspace: Workspace,
  { path, options, language, outPath }: FailedFileRequest,
): Promise<Outcome<WrittenFile>> {
  const file = await readOrderFile(path, options);
  if (!file.ok) return file;
  try {
    const reasons = new Map<number, string>();
    for await (const row of eachOf(file.value.rows())) {
      if (row.kind !== 'rejected') continue;
      const { rowNumber, complaint } = row.rejected;
      const params = maskParams({ row: rowNumber, ...complaint.params });
      reasons.set(rowNumber, sentencesOf(complaint.code, params, language));
    }
    const rows = file.value.rawRows();
    async function* failed(): AsyncGenerator<FailedRow, void, void> {
      for await (const { rowNumber, cells } of rows) {
        const reason = reasons.get(rowNumber);
        if (reason !== undefined) yield { cells: cells.map(({ text }) => text), rowNumber, reason };
      }
    }
    const name = `${basename(path, extname(path))}-failed-${workspace.nextId()}.xlsx`;
    const { header } = file.value;
    return await recordFile(workspace, { kind: 'file-written', what: 'failed-rows' }, () =>
      writeFailedRows({
        path: outPath ?? join(resultsFolder(workspace), name),
        header,
        rows: failed(),
        language,
      }),
    );
  } finally {
    await file.value.close();
  }
}
