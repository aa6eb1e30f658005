import { done, failure } from '../../../shared/errors/outcome.ts';
import { undoStep } from '../../usecases/correcting/undo.ts';
import { type EditedOrders, editOrders } from '../../usecases/orders/editOrders.ts';
import { type Command, command, report, unwrap } from '../main/command.ts';
import { phrases } from '../main/phrases.ts';
import { readPairs } from '../main/standardInput.ts';
import { flag, found, many, pair } from '../main/word.ts';
import { attentionLines, attentionView } from '../ship/attention.ts';
import { order, ordersShown, seenNow } from './order.ts';

const say = phrases({
  queuedAgain: [
    '{count} 单已退出队列、改好并重新排队。',
    '{count} taken out of the queue, changed and queued again.',
  ],
  step: ['撤销：orders undo-edit {step}', 'Take it back: orders undo-edit {step}'],
  undone: [
    '已撤销 {undone} 单，{kept} 单之后已变动或已发出，保持不变。',
    '{undone} taken back; {kept} changed or sent since, left as they are.',
  ],
});

/** A step of edits or corrections that can still be taken back. */
const step = found('STEP', async ({ store }, stepId) => {
  const [row] = await store.read.history.ofStep(stepId, '', 1);
  return row === undefined ? failure('EDIT_STEP_UNKNOWN') : done(stepId);
});

/** What was left as it was, and what left the queue for good, with why. */
function leftOf({ refused, notQueued }: EditedOrders) {
  return [...refused, ...notQueued].map(({ orderNo, failure: { code, params = {} } }) => ({
    orderNo,
    rowNumber: 0,
    code,
    field: String(params.field ?? ''),
    params,
  }));
}

export const editCommands: readonly Command[] = [
  command({
    name: 'orders edit',
    zh: '修改还没发出的订单；收件信息改了即确认，排队中的先退出、改好再排队',
    en: 'change orders that have not left; a changed receiver is confirmed, a queued order is taken back and queued again',
    access: 'correctAddresses',
    reveals: 'seePersonalData',
    operands: [many(order)],
    options: { set: many(pair('field=value')), 'set-stdin': flag },
    either: [['--set'], ['--set-stdin']],
    reads: '--set-stdin: field=value lines',
    async run({ workspace, operands: [orders], options, ...context }) {
      const { language } = context;
      const set = options['set-stdin'] ? unwrap(await readPairs(context)) : options.set;
      const seen = [...new Map(orders.map((one) => [one.id, one])).values()];
      const changes = Object.fromEntries(set);
      const edited = unwrap(await editOrders(workspace, seen.map(seenNow), changes));
      const changed = await workspace.store.read.orders.byIds(edited.editedIds);
      const { rows, human } = await ordersShown(workspace, context, changed);
      const attention = leftOf(edited).map((left) => attentionView(left, language));
      const { stepId, queuedAgain } = edited;
      const lines = [
        ...human,
        ...(queuedAgain > 0 ? [say(language, 'queuedAgain', { count: queuedAgain })] : []),
        ...attentionLines(attention, language),
        say(language, 'step', { step: stepId }),
      ];
      const json = { orders: rows, total: rows.length, queuedAgain, attention, step: stepId };
      return report(json, lines, attention.length > 0);
    },
  }),
  command({
    name: 'orders undo-edit',
    zh: '撤销一次修改，之后没有变动的订单改回原样',
    en: 'take an edit back where nothing changed since',
    access: 'correctAddresses',
    operands: [step],
    async run({ workspace, language, operands: [stepId] }) {
      const { undone, kept } = await undoStep(workspace, stepId);
      return report({ undone, kept }, [say(language, 'undone', { undone, kept })], kept > 0);
    },
  }),
];
