import { resolve } from 'node:path';
import { done, failure } from '../../shared/errors/outcome.ts';
import { type ImportReport, importOrders } from '../usecases/importOrders.ts';
import type { Command } from './kit/command.ts';
import { commandText } from './kit/commandText.ts';
import { attentionLines, attentionView } from './kit/complaintText.ts';
import { readConfidence } from './kit/readConfidence.ts';
import { withWorkspace } from './kit/withWorkspace.ts';

function fileView(report: ImportReport) {
  const { file, rows, imported, duplicates, changed, needsReview, rejected, skipped, recognition } = report;
  const mapping = Object.fromEntries(
    recognition.mapping.filter(({ field }) => field !== null).map(({ header, field }) => [header, field]),
  );
  const { encoding, profile, format, sheet } = recognition;
  return {
    file,
    rows,
    imported,
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
    'FILE… [--profile NAME] [--sheet NAME] [--encoding NAME] [--min-confidence 0..1] [--dry-run] [--practice]',
  does: { 'zh-CN': '只读取和校正，不取号', en: 'reading and correcting only' },
  options: {
    profile: { type: 'string' },
    sheet: { type: 'string' },
    encoding: { type: 'string' },
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
        const reports: ImportReport[] = [];
        for (const path of context.operands) {
          const report = await importOrders(workspace, {
            path: resolve(path),
            overrides: {
              profile: context.text('profile'),
              sheet: context.text('sheet'),
              encoding: context.text('encoding'),
            },
            minConfidence: minConfidence.value,
            isDryRun: context.flag('dry-run'),
            signal: context.signal,
            onProgress: ({ rows }) =>
              context.terminal.progress(commandText(context.language, 'importing', { rows })),
          });
          if (!report.ok) return report;
          reports.push(report.value);
        }
        const attention = reports
          .flatMap((report) => report.attention)
          .map((row) => attentionView(row, context.language));
        const isOpen = reports.some(
          (report) =>
            report.isCancelled || report.needsReview + report.changed + report.rejected - report.skipped > 0,
        );
        const human = [
          ...reports.map(
            (report) => `${report.file}: ${commandText(context.language, 'rows', { ...fileCounts(report) })}`,
          ),
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
