import type { OperatorActRow } from '../../../shared/contracts/operators.ts';
import { actGroups, actKind, kindsOfGroup, operatorActKinds } from '../../../shared/domain/operatorAct.ts';
import { dayMs, minuteMs, readMoment, readShopDate } from '../../../shared/rules/shopTime.ts';
import { actKindWord, actStepWord, actText } from '../../../shared/text/actText.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { type ActQuery, actFileTypes, exportActs, readActs } from '../../usecases/operators/actList.ts';
import { checkRecord, confirmSealTroubles, findHead } from '../../usecases/operators/seal.ts';
import { inColumns } from '../main/columns.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { isoTime, localTime, nothing, phrases } from '../main/phrases.ts';
import { troubleWords } from '../main/signIn.ts';
import { dayOrMoment, many, oneOf, path, required, text, usual, whole, writtenFile } from '../main/word.ts';

const say = phrases({
  whole: [
    '操作记录共 {total} 条，前后相接，末尾 {head}。',
    'The record has {total} {total|entry|entries}, unbroken; its head is {head}.',
  ],
  broken: [
    '操作记录从第 {no} 条起不可信：有人绕过程序改动或删除了记录。请保留这个工作区，用备份核对第 {no} 条前后。',
    'The record cannot be trusted from entry {no} on: somebody changed or removed entries behind the program. Keep this workspace and compare the entries around {no} with a backup.',
  ],
  trouble: [
    '封存文件与数据库不符（{what}），店长确认前会一直提示：audit confirm。',
    'Sealed file and database contradict each other ({what}); shown until a manager confirms it: audit confirm.',
  ],
  headFound: ['{head} 在记录里：第 {no} 条，{at}。', '{head} is in the record: entry {no}, {at}.'],
  headMissing: [
    '{head} 不在记录里：这张单子之后记录被截断或换掉过，或抄错了。',
    '{head} is not in the record: it was cut or replaced since that paper, or the signs were copied wrong.',
  ],
  confirmed: ['已确认，并记入操作记录。', 'Confirmed; it is in the record.'],
  program: ['程序', 'the program'],
  owner: ['店主', 'owner'],
  written: ['已写入 {count} 条：{file}', '{count} {count|entry|entries} written to {file}'],
});

/** The last day or minute that is shown, as its end. */
const lastShown = {
  name: 'DATE',
  read(argument: string): number | null {
    const at = readMoment(argument);
    if (at === null) return null;
    if (readShopDate(argument.trim()) !== null) return at + dayMs;
    return at % minuteMs === 0 ? at + minuteMs : at + 1;
  },
};

const filters = {
  kind: many(oneOf(operatorActKinds, 'KIND')),
  group: oneOf(actGroups),
  by: text('NAME'),
  from: dayOrMoment('DATE'),
  to: lastShown,
  order: text('NO'),
};

interface Filters {
  readonly kind: readonly (typeof operatorActKinds)[number][];
  readonly group?: (typeof actGroups)[number] | undefined;
  readonly by?: string | undefined;
  readonly from?: number | undefined;
  readonly to?: number | undefined;
  readonly order?: string | undefined;
}

function queryOf({ kind, group, by, from, to, order }: Filters): ActQuery {
  const kinds = [...kind, ...(group === undefined ? [] : kindsOfGroup(group))];
  return {
    ...(kinds.length === 0 ? {} : { kinds }),
    operator: by,
    from,
    to,
    orderNo: order,
  };
}

function actCells(row: OperatorActRow, language: Language): readonly string[] {
  const { no, at, kind, what, orderNo, reason, approver } = row;
  const who = actKind(kind).isOfProgram ? say(language, 'program') : row.operator || say(language, 'owner');
  const done = [actKindWord(language, kind), actStepWord(language, row)].filter((word) => word !== '');
  const parts = [actText(language, kind, what), orderNo, reason, approver === '' ? '' : `(${approver})`];
  const about = parts.filter((part) => part !== '').join('  ');
  return [String(no), localTime(at), who, done.join(' · '), about];
}

export const auditCommands: readonly Command[] = [
  command({
    name: 'audit verify',
    zh: '检查操作记录是否被改动或截断；--head：单子上的六个字符在不在记录里',
    en: 'check that the record of acts was neither changed nor cut; --head: are these six signs of a paper in it',
    access: 'anybody',
    options: { head: text('ABC123') },
    async run({ workspace, language, options }) {
      const check = await checkRecord(workspace);
      const { total, brokenNo, head, troubles } = check;
      const lines =
        brokenNo === null
          ? [say(language, 'whole', { total: String(total), head })]
          : [say(language, 'broken', { no: String(brokenNo) })];
      if (troubles.length > 0)
        lines.push(say(language, 'trouble', { what: troubleWords(language, troubles) }));
      const isSound = brokenNo === null && troubles.length === 0;
      if (options.head === undefined) return report(check, lines, !isSound);
      const sought = options.head.trim().toUpperCase();
      const found = await findHead(workspace, sought);
      lines.push(
        ...(found.length === 0 ? [say(language, 'headMissing', { head: sought })] : []),
        ...found.map(({ no, at }) =>
          say(language, 'headFound', { head: sought, no: String(no), at: localTime(at) }),
        ),
      );
      return report(
        { ...check, found: found.map(({ no, at }) => ({ no, at: isoTime(at) })) },
        lines,
        !isSound || found.length === 0,
      );
    },
  }),
  command({
    name: 'audit list',
    zh: '列出操作记录，最新的在前',
    en: 'list the record of acts, newest first',
    access: 'manageOperators',
    options: { ...filters, limit: usual(whole(1, 10_000), 100) },
    async run({ workspace, language, options: { limit, ...asked } }) {
      const { total, rows } = await readActs(workspace, { ...queryOf(asked), offset: 0, limit });
      return report(
        { total, acts: rows.map((row) => ({ ...row, at: isoTime(row.at) })) },
        rows.length === 0 ? [nothing(language)] : inColumns(rows.map((row) => actCells(row, language))),
      );
    },
  }),
  command({
    name: 'audit export',
    zh: '把操作记录写成文件，最早的在前；这次导出也会记下',
    en: 'write the record of acts to a file, oldest first; the export itself is recorded',
    access: 'manageOperators',
    options: { ...filters, out: required(writtenFile(path('FILE'))), as: oneOf(actFileTypes) },
    async run({ workspace, language, wrongUsage, options: { out, as: asType, ...asked } }) {
      const named = actFileTypes.find((type) => out.toLowerCase().endsWith(`.${type}`));
      // A workbook under the name of a text table opens as garbage.
      if (asType !== undefined && named !== undefined && asType !== named) return wrongUsage();
      const type = asType ?? named ?? 'xlsx';
      const written = unwrap(await exportActs(workspace, queryOf(asked), { path: out, type, language }));
      const { path: file, rowCount } = written;
      return report({ file, acts: rowCount }, [say(language, 'written', { count: String(rowCount), file })]);
    },
  }),
  command({
    name: 'audit confirm',
    zh: '确认已查看封存文件与数据库不符的提示',
    en: 'confirm having seen that sealed file and database contradict each other',
    access: 'manageOperators',
    async run({ workspace, language }) {
      unwrap(await confirmSealTroubles(workspace));
      return report({ confirmed: true }, [say(language, 'confirmed')]);
    },
  }),
];
