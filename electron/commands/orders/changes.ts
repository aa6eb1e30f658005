import type { FieldChange } from '../../../shared/domain/order.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { maskDetail, maskName, maskPhone } from '../../../shared/rules/mask.ts';
import { describeError } from '../../../shared/text/describeError.ts';
import { type ListedChange, listChanges } from '../../usecases/orders/changes/list.ts';
import { acceptChanges, type ChangeChoice, rejectChanges } from '../../usecases/orders/changes/settle.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { Command, CommandContext, CommandResult } from '../main/command.ts';
import { commandText, localTime } from '../main/commandText.ts';
import { withWorkspace } from '../main/withWorkspace.ts';
import { recordShown } from './orderResult.ts';

const shownLimit = 500;

const masks: Readonly<Record<string, (text: string) => string>> = {
  name: maskName,
  phone: maskPhone,
  extension: (text) => '*'.repeat(text.length),
  detail: maskDetail,
};

function shownField({ field, before, after }: FieldChange, isRevealed: boolean): FieldChange {
  const mask = isRevealed ? undefined : masks[field];
  return mask === undefined ? { field, before, after } : { field, before: mask(before), after: mask(after) };
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
    fields: fields.map((field) => shownField(field, context.flag('reveal'))),
    file: change.fileName,
    row: change.rowNumber,
    importId: change.importId,
    at: new Date(change.at).toISOString(),
    informationAt: new Date(change.informationAt).toISOString(),
  };
}

async function show(workspace: Workspace, context: CommandContext): Promise<Outcome<CommandResult>> {
  const filter = context.flag('all') ? {} : ({ state: 'pending' } as const);
  const { total, rows } = await listChanges(workspace, filter, { offset: 0, limit: shownLimit });
  await recordShown(workspace, context, { what: 'orders', count: rows.length });
  const changes = rows.map((row) => changeJson(row, context));
  const human = changes.map(({ id, message, fields, file, row, informationAt }) =>
    [
      `${id}  ${message}`,
      ...fields.map(({ field, before, after }) => `    ${field}: ${before} → ${after}`),
      `    ${file} #${row}  ${localTime(Date.parse(informationAt))}`,
    ].join('\n'),
  );
  const head = commandText(context.language, 'changesTotal', { count: total });
  return done({ exitCode: 0, json: { changes, total }, human: [...human, head] });
}

async function settle(
  workspace: Workspace,
  context: CommandContext,
  act: typeof acceptChanges,
  ids: readonly string[],
): Promise<Outcome<CommandResult>> {
  const importId = context.text('import');
  const choice: ChangeChoice = importId === undefined ? { changeIds: ids } : { importId };
  const outcome = await act(workspace, choice);
  if (!outcome.ok) return outcome;
  const { settled } = outcome.value;
  const refused = outcome.value.refused.map(({ changeId, orderNo, failure: { code, params } }) => ({
    id: changeId,
    orderNo,
    code,
    ...describeError(code, params, context.language),
  }));
  const human = refused.map(({ says, next, code }) => `  ${says} ${next} [${code}]`);
  const head = commandText(context.language, 'changesSettled', { settled, refused: refused.length });
  return done({ exitCode: refused.length > 0 ? 3 : 0, json: { settled, refused }, human: [head, ...human] });
}

export const ordersChangesCommand: Command = {
  name: 'orders changes',
  usage: '[accept|reject ID…|--import ID] [--all] [--reveal]',
  does: {
    'zh-CN': '查看新文件带来的变更，接受或拒绝',
    en: 'what newer files say of known orders: see, accept, reject',
  },
  options: { import: { type: 'string' }, all: { type: 'boolean' }, reveal: { type: 'boolean' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const [verb, ...ids] = context.operands;
      if (verb === undefined) return show(workspace, context);
      const isNamed = ids.length > 0 || context.text('import') !== undefined;
      if (verb === 'accept' && isNamed) return settle(workspace, context, acceptChanges, ids);
      if (verb === 'reject' && isNamed) return settle(workspace, context, rejectChanges, ids);
      return failure('USAGE', { detail: `orders changes ${ordersChangesCommand.usage}` });
    }),
};
