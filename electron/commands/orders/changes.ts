import type { FieldChange } from '../../../shared/domain/order.ts';
import type { Outcome } from '../../../shared/errors/outcome.ts';
import { maskDetail, maskName, maskPhone } from '../../../shared/rules/mask.ts';
import { describeError, inOneLine } from '../../../shared/text/describeError.ts';
import { hiddenParts, redactText } from '../../privacy/redactText.ts';
import type { Order } from '../../store/schema.ts';
import { type ListedChange, listChanges } from '../../usecases/orders/changes/list.ts';
import { acceptChanges, rejectChanges, type SettledChanges } from '../../usecases/orders/changes/settle.ts';
import { receiverOf } from '../../usecases/orders/order.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import {
  type Command,
  type CommandContext,
  type CommandResult,
  command,
  report,
  unwrap,
} from '../main/command.ts';
import { isoTime, localTime, phrases, saidOf } from '../main/phrases.ts';
import { flag, many, oneOf, optional, text } from '../main/word.ts';
import { recordShown } from './order.ts';

const say = phrases({
  total: ['共 {count} 条变更', '{count} {count|change|changes}'],
  settled: ['处理 {settled} 条，未处理 {refused} 条', '{settled} settled, {refused} not settled'],
});

const shownLimit = 500;

const masks: Readonly<Record<string, (text: string) => string>> = {
  name: maskName,
  phone: maskPhone,
  extension: (text) => '*'.repeat(text.length),
  detail: maskDetail,
};

function shownField({ field, before, after }: FieldChange, order: Order): FieldChange {
  const context = { hidden: hiddenParts(receiverOf(order)), kept: [order.orderNo] };
  const mask = masks[field] ?? ((text: string) => redactText(text, context));
  return { field, before: mask(before), after: mask(after) };
}

function changeJson({ change, order, fields, isAlarm, code }: ListedChange, context: CommandContext) {
  return {
    id: change.id,
    orderNo: order.orderNo,
    orderState: order.state,
    kind: change.kind,
    state: change.state,
    isAlarm,
    code,
    message: describeError(code, { orderNo: order.orderNo }, context.language).says,
    fields: context.isRevealed ? fields : fields.map((field) => shownField(field, order)),
    file: change.fileName,
    row: change.rowNumber,
    importId: change.importId,
    at: isoTime(change.at),
    informationAt: isoTime(change.informationAt),
  };
}

async function show(workspace: Workspace, context: CommandContext, isAll: boolean) {
  const filter = isAll ? {} : ({ state: 'pending' } as const);
  const { total, rows } = await listChanges(workspace, filter, { offset: 0, limit: shownLimit });
  await recordShown(workspace, context, { what: 'orders', count: rows.length });
  const changes = rows.map((row) => changeJson(row, context));
  const human = changes.flatMap(({ id, message, fields, file, row, informationAt }) => [
    `${id}  ${message}`,
    ...fields.map(
      ({ field, before, after }) => `    ${saidOf(field, `${before} → ${after}`, context.language)}`,
    ),
    `    ${file} #${row}  ${localTime(Date.parse(informationAt))}`,
  ]);
  return report({ changes, total }, [...human, say(context.language, 'total', { count: total })]);
}

function settledResult({ language }: CommandContext, changes: SettledChanges): Outcome<CommandResult> {
  const { settled } = changes;
  const refused = changes.refused.map(({ changeId, orderNo, failure: { code, params } }) => ({
    id: changeId,
    orderNo,
    code,
    ...describeError(code, params, language, 'commandLine'),
  }));
  const head = say(language, 'settled', { settled, refused: refused.length });
  const human = refused.map(({ code, ...told }) => `  ${inOneLine(told, language)} [${code}]`);
  return report({ settled, refused }, [head, ...human], refused.length > 0);
}

const acts = { accept: acceptChanges, reject: rejectChanges };

export const changeCommands: readonly Command[] = [
  command({
    name: 'orders changes',
    zh: '查看新文件带来的变更，接受或拒绝',
    en: 'see what newer files say about known orders, accept or reject it',
    access: 'changeOrders',
    reveals: 'seePersonalData',
    operands: [optional(oneOf(['accept', 'reject'])), optional(many(text('ID')))],
    options: { import: text('ID'), all: flag },
    async run({ workspace, operands: [verb, changeIds], options: { import: importId, all }, ...context }) {
      if (verb === undefined) return show(workspace, context, all);
      if (changeIds.length === 0 && importId === undefined) return context.wrongUsage();
      const choice = importId === undefined ? { changeIds } : { importId };
      return settledResult(context, unwrap(await acts[verb](workspace, choice)));
    },
  }),
];
