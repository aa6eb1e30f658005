import { resolve } from 'node:path';
import { done, failure } from '../../../shared/errors/outcome.ts';
import { importFiles } from '../../usecases/intake/importFiles.ts';
import type { ImportReport } from '../../usecases/intake/importOrders.ts';
import { knowledgeText } from '../correcting/knowledgeText.ts';
import type { Command } from '../main/command.ts';
import { commandText } from '../main/commandText.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { attentionLines, attentionView } from '../ship/complaintText.ts';
import { filePassword } from './filePassword.ts';
import { readConfidence } from './readConfidence.ts';

function fileView(report: ImportReport) {
  const { file, rows, imported, fromMemory, duplicates, changed, needsReview, rejected, skipped } = report;
  const { recognition } = report;
  const mapping = Object.fromEntries(
    recognition.mapping.filter(({ field }) => field !== null).map(({ header, field }) => [header, field]),
  );
  const { encoding, profile, format, sheet } = recognition;
  return {
    file,
    rows,
    imported,
    fromMemory,
    duplicates,
    changed,
    needsReview,
    rejected,
    skipped,
    encoding,
    profile,
    format,
    sheet,
    mapping,
  };
}

export const importCommand: Command = {
  name: 'import',
  usage:
    'FILE… [--profile NAME] [--sheet NAME] [--encoding utf-8|gb18030|big5|utf-16le|utf-16be] [--password-stdin] [--min-confidence 0..1] [--dry-run] [--practice]',
  does: { 'zh-CN': '只读取和校正，不取号', en: 'reading and correcting only' },
  options: {
    profile: { type: 'string' },
    sheet: { type: 'string' },
    encoding: { type: 'string' },
    'password-stdin': { type: 'boolean' },
    'min-confidence': { type: 'string' },
    'dry-run': { type: 'boolean' },
    practice: { type: 'boolean' },
  },
  run(context) {
    if (context.operands.length === 0)
      return Promise.resolve(failure('USAGE', { detail: `import ${importCommand.usage}` }));
    return withWorkspace(
      context,
      async (workspace) => {
        const minConfidence = await readConfidence(workspace, context.text('min-confidence'));
        if (!minConfidence.ok) return minConfidence;
        const { password, askPassword } = await filePassword(context);
        const read = await importFiles(workspace, {
          paths: context.operands.map((path) => resolve(path)),
          overrides: {
            profile: context.text('profile'),
            sheet: context.text('sheet'),
            encoding: context.text('encoding'),
            password,
          },
          minConfidence: minConfidence.value,
          isDryRun: context.flag('dry-run'),
          signal: context.signal,
          askPassword,
          onProgress: ({ rows }) =>
            context.terminal.progress(commandText(context.language, 'importing', { rows })),
        });
        if (!read.ok) return read;
        const { reports, refused } = read.value;
        const attention = [...refused, ...reports.flatMap((report) => report.attention)].map((row) =>
          attentionView(row, context.language),
        );
        const isOpen =
          refused.length > 0 ||
          reports.some(
            (report) =>
              report.isCancelled ||
              report.needsReview + report.changed + report.rejected - report.skipped > 0,
          );
        const human = [
          ...reports.map(
            (report) => `${report.file}: ${commandText(context.language, 'rows', { ...fileCounts(report) })}`,
          ),
          ...reports
            .filter(({ fromMemory }) => fromMemory > 0)
            .map(({ fromMemory: count }) => knowledgeText(context.language, 'fromMemory', { count })),
          ...attentionLines(attention, context.language),
        ];
        return done({ exitCode: isOpen ? 3 : 0, json: { files: reports.map(fileView), attention }, human });
      },
      { isPracticeWanted: context.flag('practice') },
    );
  },
};

function fileCounts({ rows, imported, duplicates, needsReview, rejected }: ImportReport) {
  return { rows, imported, duplicates, needsReview, rejected };
}
