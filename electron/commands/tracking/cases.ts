import type { Answered } from '../../../shared/contracts/contract.ts';
import { carrierName, readCarrierCode } from '../../../shared/domain/carriers/carrierTable.ts';
import {
  caseKinds,
  caseLevels,
  caseOutcomes,
  caseStates,
  longestSnoozeDays,
} from '../../../shared/domain/cases/trackingCase.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { hourMs, inShopTime } from '../../../shared/rules/shopTime.ts';
import { describeError, inOneLine, type Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import { countCases, listCases, readCase } from '../../usecases/tracking/cases.ts';
import { assignCases, closeCases, noteCases, snoozeCases } from '../../usecases/tracking/changeCases.ts';
import { workCases } from '../../usecases/tracking/workCases.ts';
import { inColumns } from '../main/columns.ts';
import {
  type Command,
  type CommandContext,
  type CommandResult,
  command,
  report,
  unwrap,
} from '../main/command.ts';
import { isoTime, localTime, phrases, saidOf } from '../main/phrases.ts';
import { filledText, flag, found, many, oneOf, required, text, usual, whole } from '../main/word.ts';
import { caseRuleCommands } from './caseRules.ts';

const say = phrases({
  total: [
    '共 {total} 条；待处理 {open}，等回复 {waiting}，已暂缓 {snoozed}，超过处理时限 {overdue}',
    '{total} shown; {open} open, {waiting} waiting, {snoozed} snoozed, {overdue} overdue',
  ],
  behind: [
    '还有 {behind} 个包裹没轮到检查。',
    '{behind} {behind|parcel has not had its|parcels have not had their} turn yet.',
  ],
  changed: ['已更改 {changed} 条', '{changed} changed'],
  since: ['自 {since}', 'since {since}'],
  due: ['{due} 前处理', 'to be handled by {due}'],
});

type Shown = Answered<'cases', 'window'>['rows'][number];

function caseJson(row: Shown) {
  const { sinceAt, limitAt, openedAt, dueAt, snoozeUntil, closedAt, lastAt, checkedAt, basis } = row;
  return {
    ...row,
    sinceAt: isoTime(sinceAt),
    limitAt: isoTime(limitAt),
    openedAt: isoTime(openedAt),
    dueAt: isoTime(dueAt),
    snoozeUntil: isoTime(snoozeUntil),
    closedAt: isoTime(closedAt),
    lastAt: isoTime(lastAt),
    checkedAt: isoTime(checkedAt),
    basis: { ...basis, promisedAt: isoTime(basis.promisedAt) },
  };
}

function caseCells(row: Shown, language: Language): readonly string[] {
  return [
    row.id,
    wordFor(language, 'caseKind', row.kind),
    `[${wordFor(language, 'caseState', row.state)}]`,
    row.waybillNo,
    carrierName(row.carrier, language),
    row.orderNo,
    say(language, 'since', { since: localTime(row.sinceAt) }),
    row.dueAt === null ? '' : say(language, 'due', { due: localTime(row.dueAt) }),
    row.ownerName,
  ];
}

const caseId = found('CASE', async ({ store }, argument): Promise<Outcome<string>> => {
  const row = await store.read.cases.byId(argument.trim());
  return row === undefined ? failure('CASE_NOT_FOUND') : done(row.id);
});

const operatorId = found('OPERATOR', async ({ store }, argument): Promise<Outcome<string>> => {
  const named = (await store.read.operators.active()).find(({ name }) => name === argument.trim());
  return named === undefined ? failure('CASE_OWNER_UNKNOWN') : done(named.id);
});

type Changed = Awaited<ReturnType<typeof noteCases>>;

function changedResult({ language }: CommandContext, outcome: Changed): Outcome<CommandResult> {
  const { changed, refused } = unwrap(outcome);
  const lines = refused.map(({ caseId: id, code }) => {
    const told = describeError(code as Parameters<typeof describeError>[0], {}, language, 'commandLine');
    return `  ${saidOf(id, inOneLine(told, language), language)} [${code}]`;
  });
  return report({ changed, refused }, [say(language, 'changed', { changed }), ...lines], refused.length > 0);
}

/** Parcels are followed of carriers, too, that only a platform knows: each is known by its cases. */
const carrierOfCases = found('CODE', async (workspace, argument) => {
  const code = readCarrierCode(argument);
  if (code !== null) return done(code);
  await workCases(workspace);
  const one = { carrier: argument, offset: 0, limit: 1 };
  const lists = [await listCases(workspace, one), await listCases(workspace, { ...one, state: 'solved' })];
  return lists.some(({ total }) => total > 0)
    ? done(argument)
    : failure('CARRIER_UNKNOWN', { carrier: argument.slice(0, 20) });
});

export const caseCommands: readonly Command[] = [
  command({
    name: 'cases list',
    zh: '列出物流异常，最严重的在前（不含已处理，除非 --state solved）',
    en: 'list the exceptions, the worst first (not the solved ones, unless --state solved)',
    access: 'seeWork',
    options: {
      state: oneOf(caseStates),
      kind: oneOf(caseKinds, 'KIND'),
      level: oneOf(caseLevels),
      carrier: carrierOfCases,
      overdue: flag,
      search: text('TEXT'),
      limit: usual(whole(1, 500), 100),
    },
    async run({ workspace, language, options: { carrier, overdue, limit, ...filter } }) {
      await workCases(workspace);
      const { total, rows } = await listCases(workspace, {
        ...filter,
        carrier,
        isOverdue: overdue ? true : undefined,
        offset: 0,
        limit,
      });
      const counts = await countCases(workspace);
      const human = inColumns(rows.map((row) => caseCells(row, language)));
      human.push(say(language, 'total', { total, ...counts }));
      if (counts.behind > 0) human.push(say(language, 'behind', { behind: counts.behind }));
      return report({ cases: rows.map(caseJson), total, counts }, human, counts.open > 0);
    },
  }),
  command({
    name: 'cases show',
    zh: '显示一条物流异常和它的经过',
    en: 'show an exception and what happened to it',
    access: 'seeWork',
    operands: [caseId],
    async run({ workspace, language, operands: [id] }) {
      const { steps, ...row } = unwrap(await readCase(workspace, { caseId: id }));
      const told = steps.map(({ at, kind, operator, note }) => {
        const words = [localTime(at), wordFor(language, 'caseStep', kind), inShopTime(note), operator];
        return `    ${words.filter((word) => word !== '').join('  ')}`;
      });
      const shown = steps.map((step) => ({ ...step, at: isoTime(step.at) }));
      const next = row.state === 'solved' ? [] : [`    → ${wordFor(language, 'caseNext', row.kind)}`];
      return report({ ...caseJson(row), steps: shown }, [
        ...inColumns([caseCells(row, language)]),
        ...next,
        ...told,
      ]);
    },
  }),
  command({
    name: 'cases own',
    zh: '指定负责人；--nobody 取消',
    en: 'give exceptions to somebody, or to --nobody',
    access: 'changeOrders',
    operands: [many(caseId)],
    options: { operator: operatorId, nobody: flag },
    either: [['--operator'], ['--nobody']],
    run: async ({ workspace, operands: [caseIds], options: { operator = '' }, ...context }) =>
      changedResult(context, await assignCases(workspace, { choice: { caseIds }, ownerId: operator })),
  }),
  command({
    name: 'cases note',
    zh: '给一条物流异常写备注',
    en: 'write a note to an exception',
    access: 'packParcels',
    operands: [caseId, filledText('TEXT', 500)],
    run: async ({ workspace, operands: [id, note], ...context }) =>
      changedResult(context, await noteCases(workspace, { choice: { caseIds: [id] }, text: note })),
  }),
  command({
    name: 'cases snooze',
    zh: '暂缓物流异常，到时再提醒（最多 14 天）',
    en: 'put exceptions out of sight for some hours (14 days at most)',
    access: 'changeOrders',
    operands: [many(caseId)],
    options: { hours: required(whole(1, longestSnoozeDays * 24)) },
    run: async ({ workspace, operands: [caseIds], options: { hours }, ...context }) => {
      const until = workspace.clock.now() + hours * hourMs;
      return changedResult(context, await snoozeCases(workspace, { choice: { caseIds }, until }));
    },
  }),
  command({
    name: 'cases close',
    zh: '处理完成，写明结果',
    en: 'close exceptions with what came of them',
    access: 'changeOrders',
    operands: [many(caseId)],
    options: { outcome: required(oneOf(caseOutcomes, 'OUTCOME')), note: usual(text('TEXT'), '') },
    run: async ({ workspace, operands: [caseIds], options: { outcome, note }, ...context }) => {
      const chosen = { choice: { caseIds }, outcome, note: note.slice(0, 500) };
      return changedResult(context, await closeCases(workspace, chosen));
    },
  }),
  ...caseRuleCommands,
];
