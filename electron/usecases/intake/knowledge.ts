import { partyOf } from '../../../shared/domain/party.ts';
import type { HistoryLine, LearnedThing, Order } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { isAboutReading, liftedKind } from '../correcting/learn.ts';
import { textKeyOf } from '../correcting/memoryKeys.ts';
import { readNoShip } from '../correcting/noShip.ts';
import { hitsOf, reachComplaint } from '../correcting/reach.ts';
import { historyLine } from '../orders/history.ts';
import { complaintColumnsOf, complaintsOf, receiverColumnsOf, receiverOf } from '../orders/order.ts';
import { readSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What an import knows besides the file: texts that a person settled before, and places the merchant does not send to. */
export interface ImportKnowledge {
  /** The orders with this knowledge applied. */
  apply(orders: readonly Order[]): Promise<readonly Order[]>;
  /** Orders filled in because their text was settled before. */
  count(): number;
  /** Records what was applied since the last call, in the transaction that stores the orders. */
  record(write: Repositories): Promise<void>;
}

/** Loads, once per import, what every row is looked up in. */
export async function openImportKnowledge(workspace: Workspace): Promise<ImportKnowledge> {
  const { read } = workspace.store;
  const settled = await read.learned.liftableTextKeys();
  const noShip = await readNoShip(read);
  const { defaultCarrier } = await readSettings(workspace);
  const known = new Map<string, LearnedThing | null>();
  let count = 0;
  let lifted: { readonly before: Order; readonly learnedId: string }[] = [];

  /** The key under which a person settled this order's text; empty: none, or the question is another. */
  function settledKeyOf(order: Order): string {
    if (settled.size === 0 || order.state !== 'needs-review') return '';
    if (!complaintsOf(order).every(isAboutReading)) return '';
    const key = textKeyOf(order);
    return settled.has(key) ? key : '';
  }

  async function learn(keys: readonly string[]): Promise<void> {
    if (keys.length === 0) return;
    const things = (await read.learned.byTextKeys(keys)).filter(({ kind }) => kind === 'address');
    for (const key of keys) {
      const taken = things.filter(({ textKey }) => textKey === key);
      // Two persons understood the same text differently: the next order is asked about again.
      known.set(key, taken.length === 1 && taken[0]?.mayLift === 1 ? taken[0] : null);
    }
  }

  function lift(order: Order, learned: LearnedThing): Order {
    count += 1;
    lifted.push({ before: order, learnedId: learned.id });
    return {
      ...order,
      ...receiverColumnsOf(partyOf(learned)),
      state: 'ready',
      complaintsJson: '[]',
      errorCode: '',
    };
  }

  function withReach(order: Order): Order {
    const carrier = order.carrier === '' ? defaultCarrier : order.carrier;
    const complaint = reachComplaint(hitsOf(receiverOf(order), carrier, noShip));
    if (complaint === null) return order;
    const complaints = [...complaintsOf(order), complaint];
    return { ...order, state: 'needs-review', ...complaintColumnsOf(complaints) };
  }

  return {
    async apply(orders) {
      if (settled.size === 0 && noShip.length === 0) return orders;
      const keys = orders.map(settledKeyOf);
      await learn([...new Set(keys)].filter((key) => key !== '' && !known.has(key)));
      return orders.map((order, at) => {
        const learned = known.get(keys[at] ?? '') ?? null;
        const read = learned === null ? order : lift(order, learned);
        return noShip.length === 0 ? read : withReach(read);
      });
    },
    count: () => count,
    async record(write) {
      const at = workspace.clock.now();
      await write.learned.addLifted(
        lifted.map(({ before, learnedId }) => ({
          learnedId,
          orderId: before.id,
          role: 'lifted',
          at,
        })),
      );
      await write.history.addMany(lifted.map(({ before }) => liftedLine(workspace, before)));
      lifted = [];
    },
  };
}

/** What stood in the order before memory filled it: for the person who looks, and for taking it back. */
function liftedLine(workspace: Workspace, before: Order): HistoryLine {
  const { errorCode } = before;
  const data = { receiver: receiverOf(before), complaints: complaintsOf(before), errorCode };
  return historyLine(workspace, before.id, liftedKind, { data });
}
