import type { Asked } from '../../../shared/contracts/contract.ts';
import type { RepeatAnswer } from '../../../shared/domain/order.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import type { FileRecognition } from '../../imports/kit/orderDraft.ts';
import { headerKey } from '../../imports/recognition/findHeaderRow.ts';
import type { Order } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { addHistory } from '../orders/history.ts';
import { complaintColumnsOf, complaintsOf, itemColumnsOf, itemsOf } from '../orders/order.ts';
import { change, type Workspace } from '../workspace/workspace.ts';
import { removeEntry, waitingOrders } from './dictionary.ts';
import { readQuestion, repeatCode } from './repeatedRows.ts';

/** Identifies the layout of a file: its set of headers, in any order. */
export const layoutOf = ({ mapping }: FileRecognition): string =>
  headerKey(mapping.map(({ header }) => header));

export async function repeatAnswerOf({ store }: Workspace, layout: string): Promise<RepeatAnswer | null> {
  const answers = await store.read.dictionary.repeatAnswers();
  return answers.find((row) => row.layout === layout)?.answer ?? null;
}

/** The answers about identical rows, and the layouts that orders still wait for. */
export async function readRepeats({ store }: Workspace) {
  const questions = new Map<string, { layout: string; orders: number; orderNo: string; rows: string }>();
  for (const order of await waitingOrders(store.read, repeatCode)) {
    const question = complaintsOf(order).find(({ code }) => code === repeatCode);
    if (question === undefined) continue;
    const { layout, rows } = readQuestion(question);
    const known = questions.get(layout) ?? { layout, orders: 0, orderNo: order.orderNo, rows };
    questions.set(layout, { ...known, orders: known.orders + 1 });
  }
  return { questions: [...questions.values()], answers: await store.read.dictionary.repeatAnswers() };
}

/** Remembers what identical rows of this layout mean, and settles the orders that wait for the answer. */
export async function answerRepeats(
  workspace: Workspace,
  { layout, answer }: Asked<'dictionary', 'answerRepeats'>,
): Promise<Outcome<{ readonly settledOrders: number }>> {
  const settledOrders = await change(workspace, ['dictionary', 'orders', 'status'], async (write) => {
    await write.dictionary.putRepeatAnswer({ layout, answer, createdAt: workspace.clock.now() });
    let count = 0;
    for (const order of await waitingOrders(write, repeatCode))
      if (await settle(workspace, write, order, layout, answer)) count += 1;
    return count;
  });
  return done({ settledOrders });
}

export function forgetRepeats(
  workspace: Workspace,
  { layout }: Asked<'dictionary', 'forgetRepeats'>,
): Promise<Outcome<null>> {
  return removeEntry(workspace, ({ dictionary }) => dictionary.removeRepeatAnswer(layout));
}

async function settle(
  workspace: Workspace,
  write: Repositories,
  order: Order,
  layout: string,
  answer: RepeatAnswer,
): Promise<boolean> {
  const complaints = complaintsOf(order);
  const question = complaints.find(({ code }) => code === repeatCode);
  if (question === undefined || readQuestion(question).layout !== layout) return false;
  const remaining = complaints.filter((one) => one !== question);
  const { places, onceGrams } = readQuestion(question);
  const once = {
    ...itemColumnsOf(itemsOf(order).filter((_item, place) => !places.includes(place))),
    weightGrams: order.weightGrams === null ? null : Math.max(0, order.weightGrams - onceGrams) || null,
  };
  const moved = await write.orders.move(order, remaining.length === 0 ? 'ready' : 'needs-review', {
    ...(answer === 'once' ? once : {}),
    ...complaintColumnsOf(remaining),
    updatedAt: workspace.clock.now(),
  });
  if (moved === undefined) return false;
  await addHistory(workspace, write, order.id, `rows-${answer}`, { note: readQuestion(question).rows });
  return true;
}
