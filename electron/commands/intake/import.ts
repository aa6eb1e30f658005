import { resolve } from 'node:path';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Import } from '../../store/schema.ts';
import { importFiles } from '../../usecases/intake/importFiles.ts';
import type { ImportReport } from '../../usecases/intake/importOrders.ts';
import { undoImport } from '../../usecases/intake/undoImport.ts';
import { readSettings } from '../../usecases/workspace/settings.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { knowledgeText } from '../correcting/knowledgeText.ts';
import type { Command, CommandContext } from '../main/command.ts';
import { commandText, localTime } from '../main/commandText.ts';
import { firstInputLine } from '../main/terminal.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { attentionLines, attentionView } from '../ship/attention.ts';

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

const defaultLimit = 50;

function importJson(row: Import) {
  return {
    id: row.id,
    file: row.fileName,
    at: new Date(row.at).toISOString(),
    profile: row.profile,
    rows: row.rows,
    imported: row.imported,
    duplicates: row.duplicates,
    changed: row.changed,
    needsReview: row.needsReview,
    rejected: row.rejected,
    undoneAt: row.undoneAt === null ? null : new Date(row.undoneAt).toISOString(),
  };
}

export const importsListCommand: Command = {
  name: 'imports list',
  usage: '[--limit N]',
  does: { 'zh-CN': '列出导入记录', en: 'list what was imported' },
  options: { limit: { type: 'string' } },
  run: (context) =>
    withWorkspace(context, async ({ store }) => {
      const limit = Number(context.text('limit') ?? defaultLimit);
      if (!Number.isInteger(limit) || limit < 0) return failure('USAGE', { detail: '--limit N' });
      const rows = await store.read.imports.window({ offset: 0, limit });
      const human = rows.map((row) => {
        const undone = row.undoneAt === null ? '' : commandText(context.language, 'undone');
        const counts = { rows: row.rows, imported: row.imported, duplicates: row.duplicates };
        const rest = { needsReview: row.needsReview, rejected: row.rejected };
        return `${row.id}  ${localTime(row.at)}  ${row.fileName}: ${commandText(context.language, 'rows', { ...counts, ...rest })} ${undone}`.trimEnd();
      });
      const total = await store.read.imports.count();
      return done({ exitCode: 0, json: { imports: rows.map(importJson), total }, human });
    }),
};

export const importsUndoCommand: Command = {
  name: 'imports undo',
  usage: 'ID',
  does: {
    'zh-CN': '撤销一次导入（其中还没有订单取号时）',
    en: 'undo an import, as long as nothing of it is booked',
  },
  options: {},
  run(context) {
    const [importId] = context.operands;
    if (importId === undefined) return Promise.resolve(failure('USAGE', { detail: 'imports undo ID' }));
    return withWorkspace(context, async (workspace) => {
      const undone = await undoImport(workspace, importId);
      if (!undone.ok) return undone;
      const human = [commandText(context.language, 'importUndone', { ...undone.value })];
      return done({ exitCode: 0, json: { id: importId, ...undone.value }, human });
    });
  },
};

interface FilePassword {
  readonly password: string | undefined;
  readonly askPassword: (file: string) => Promise<string | null>;
}

/** The password of protected order files: the first line of standard input, or asked when a file turns out to need one. */
export async function filePassword(context: CommandContext): Promise<FilePassword> {
  const { terminal, language } = context;
  const isGiven = context.flag('password-stdin');
  const password = isGiven ? await firstInputLine(terminal) : undefined;
  return {
    password,
    askPassword: async (file) => {
      if (isGiven) return null;
      terminal.endProgress();
      return terminal.askSecret(`${commandText(language, 'filePassword', { file })} `);
    },
  };
}

/** `--min-confidence 0..1`, or the one of Settings. */
export async function readConfidence(
  workspace: Workspace,
  text: string | undefined,
): Promise<Outcome<number>> {
  if (text === undefined) return done((await readSettings(workspace)).minConfidence);
  const value = Number(text);
  const isInRange = text.trim() !== '' && value >= 0 && value <= 1;
  return isInRange ? done(value) : failure('USAGE', { detail: '--min-confidence 0..1' });
}
