import { recordOf } from '../../../shared/rules/typedRecord.ts';
import type { Import } from '../../store/schema.ts';
import { importFiles } from '../../usecases/intake/importFiles.ts';
import type { ImportProgress, ImportReport } from '../../usecases/intake/importOrders.ts';
import { undoImport } from '../../usecases/intake/undoImport.ts';
import { readEncodingName, textEncodings } from '../../usecases/intake/writtenWords.ts';
import { readSettings } from '../../usecases/workspace/settings.ts';
import { aligned } from '../main/columns.ts';
import { type Command, type CommandContext, command, report, unwrap } from '../main/command.ts';
import { isoTime, localTime, nothing, phrases, saidOf } from '../main/phrases.ts';
import { firstInputLine } from '../main/terminal.ts';
import { flag, many, path, text, usual, whole } from '../main/word.ts';
import { attentionLines, attentionView, refusedFileNotes } from '../ship/attention.ts';

export const say = phrases({
  password: ['{file} 有打开密码，请输入：', '{file} is protected; its password:'],
  importing: ['正在导入：已读 {rows} 行', 'Importing: {rows} {rows|row|rows} read'],
  rows: [
    '读取 {rows} 行，新增 {imported} 单，重复 {duplicates} 单，有变更 {changed} 单，待校正 {needsReview} 单，拒收 {rejected} 行',
    '{rows} {rows|row|rows} read: {imported} imported, {duplicates} {duplicates|duplicate|duplicates}, {changed} changed, {needsReview} to correct, {rejected} {rejected|row|rows} rejected',
  ],
  equation: [
    '    {rows} 行 = {orders} 单 + 同单其他行 {furtherRows} + 重复行 {repeatedRows} + 未导入 {rejected} 行',
    '    {rows} {rows|row|rows} = {orders} {orders|order|orders} + {furtherRows} further {furtherRows|row|rows} of an order + {repeatedRows} repeated + {rejected} refused',
  ],
  fromMemory: [
    '其中 {count} 单按以前确认过的更正填写，可用 address memory list 查看。',
    '{count} of them {count|was|were} filled as corrected before; see address memory list.',
  ],
  undone: ['（已撤销）', '(undone)'],
  importUndone: [
    '已撤销导入：删除 {removed} 单，恢复 {reverted} 条变更',
    'The import is undone: {removed} {removed|order|orders} removed, {reverted} {reverted|change|changes} taken back',
  ],
});

const confidence = {
  name: '0..1',
  read(argument: string): number | null {
    const value = Number(argument);
    return argument.trim() !== '' && value >= 0 && value <= 1 ? value : null;
  },
};

/** What every command that reads order files takes. */
export const readingOptions = {
  profile: text('NAME'),
  /** Also of a file that turns out to need none. */
  encoding: { name: textEncodings.join('|'), read: readEncodingName },
  'password-stdin': flag,
  'min-confidence': confidence,
};

interface Password {
  readonly password: string | undefined;
  readonly askPassword: (file: string) => Promise<string | null>;
}

/** The password of protected order files: the first line of standard input, or asked when a file turns out to need one. */
export async function filePassword(
  { terminal, language }: Pick<CommandContext, 'terminal' | 'language'>,
  isPiped: boolean,
): Promise<Password> {
  return {
    password: isPiped ? await firstInputLine(terminal) : undefined,
    askPassword: async (file) => {
      if (isPiped) return null;
      terminal.endProgress();
      return terminal.askSecret(`${say(language, 'password', { file })} `);
    },
  };
}

function fileView({ recognition, ...report }: ImportReport) {
  const { file, rows, imported, fromMemory, duplicates, changed, needsReview, rejected, skipped } = report;
  const { orders, furtherRows, repeatedRows } = report;
  const { encoding, profile, format, sheet } = recognition;
  const read = recognition.mapping.filter(({ field }) => field !== null);
  const isAlone = (header: string) =>
    header !== '' && recognition.mapping.filter((column) => column.header === header).length === 1;
  // Headers that are empty, or stand twice, are told apart by the numbers of their columns.
  const mapping = Object.fromEntries(
    read.map(({ header, columnIndex, field }) => [
      isAlone(header) ? header : `${header} [${columnIndex + 1}]`.trim(),
      field,
    ]),
  );
  const counts = {
    rows,
    orders,
    furtherRows,
    repeatedRows,
    imported,
    fromMemory,
    duplicates,
    changed,
    needsReview,
    rejected,
    skipped,
  };
  return { file, ...counts, encoding, profile, format, sheet, mapping };
}

type Count =
  | 'rows'
  | 'orders'
  | 'furtherRows'
  | 'repeatedRows'
  | 'imported'
  | 'duplicates'
  | 'changed'
  | 'needsReview'
  | 'rejected'
  | 'skipped';

/** These counts, over all files. */
export function importCounts<Key extends Count>(
  reports: readonly Readonly<Record<Count, number>>[],
  ...keys: readonly Key[]
): Record<Key, number> {
  const total = (key: Key) => reports.reduce((sum, one) => sum + one[key], 0);
  return recordOf(keys, total);
}

const isUnfinished = (report: ImportReport): boolean =>
  report.isCancelled || report.needsReview + report.changed + report.rejected - report.skipped > 0;

function importJson(row: Import) {
  return {
    id: row.id,
    file: row.fileName,
    at: isoTime(row.at),
    profile: row.profile,
    rows: row.rows,
    imported: row.imported,
    duplicates: row.duplicates,
    changed: row.changed,
    needsReview: row.needsReview,
    rejected: row.rejected,
    undoneAt: isoTime(row.undoneAt),
  };
}

export const importCommands: readonly Command[] = [
  command({
    name: 'import',
    zh: '只读取和校正，不取号',
    en: 'reading and correcting only',
    access: 'importOrders',
    begins: true,
    operands: [many(path('FILE'))],
    options: { ...readingOptions, sheet: text('NAME'), 'dry-run': flag, practice: flag },
    async run({ workspace, operands: [paths], options, ...context }) {
      const { profile, sheet, encoding } = options;
      const { language, terminal, signal } = context;
      const { password, askPassword } = await filePassword(context, options['password-stdin']);
      const request = {
        paths,
        overrides: { profile, sheet, encoding, password },
        minConfidence: options['min-confidence'] ?? (await readSettings(workspace)).minConfidence,
        isDryRun: options['dry-run'],
        signal,
        askPassword,
        onNothingRead: refusedFileNotes(context),
        onProgress: ({ rows }: ImportProgress) => terminal.progress(say(language, 'importing', { rows })),
      };
      const { reports, refused } = unwrap(await importFiles(workspace, request));
      const rows = [...refused, ...reports.flatMap((one) => one.attention)];
      const attention = rows.map((row) => attentionView(row, language));
      const human = [
        ...reports.flatMap((one) => [
          saidOf(one.file, say(language, 'rows', { ...one }), language),
          say(language, 'equation', { ...one }),
        ]),
        ...reports
          .filter(({ fromMemory }) => fromMemory > 0)
          .map(({ fromMemory: count }) => say(language, 'fromMemory', { count })),
        ...attentionLines(attention, language),
      ];
      const isOpen = refused.length > 0 || reports.some(isUnfinished);
      return report({ files: reports.map(fileView), attention }, human, isOpen);
    },
  }),
  command({
    name: 'imports list',
    zh: '列出导入记录',
    en: 'list what was imported',
    access: 'importOrders',
    options: { limit: usual(whole(), 50) },
    async run({ workspace: { store }, language, options: { limit } }) {
      const rows = await store.read.imports.window({ offset: 0, limit });
      const imports = rows.map(importJson);
      const human = imports.map(({ undoneAt, ...one }) => {
        const undone = undoneAt === null ? '' : ` ${say(language, 'undone')}`;
        return `${one.id}  ${localTime(Date.parse(one.at))}  ${saidOf(one.file, say(language, 'rows', one), language)}${undone}`;
      });
      return report(
        { imports, total: await store.read.imports.count() },
        human.length === 0 ? [nothing(language)] : aligned(human),
      );
    },
  }),
  command({
    name: 'imports undo',
    zh: '撤销一次导入（其中还没有订单取号时）',
    en: 'undo an import, as long as nothing of it is booked',
    access: 'importOrders',
    operands: [text('ID')],
    async run({ workspace, language, operands: [id] }) {
      const undone = unwrap(await undoImport(workspace, id));
      return report({ id, ...undone }, [say(language, 'importUndone', { ...undone })]);
    },
  }),
];
