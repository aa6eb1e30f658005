import { done, failure } from '../../../shared/errors/outcome.ts';
import type { Import } from '../../store/schema.ts';
import { undoImport } from '../../usecases/intake/undoImport.ts';
import type { Command } from '../main/command.ts';
import { commandText } from '../main/commandText.ts';
import { localTime } from '../main/localTime.ts';
import { withWorkspace } from '../main/withWorkspace.ts';

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
