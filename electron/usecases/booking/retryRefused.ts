import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { planBookings } from './plan.ts';

/**
 * Tries orders again that were certainly not booked, each with the account, carrier and printer it had. A person
 * asked for it: what made the platform refuse is taken as mended.
 */
export async function retryRefused(
  workspace: Workspace,
  orderIds: readonly string[],
): Promise<Outcome<number>> {
  const groups = new Map<string, { accountId: string; carrier: string; printerUri: string; ids: string[] }>();
  await workspace.store.write(async (write) => {
    for (const order of await write.orders.byIds(orderIds)) {
      const last = (await write.shipments.ofOrder(order.id)).at(-1);
      if (last?.state !== 'refused') continue;
      if (
        order.state === 'needs-review' &&
        !(await write.orders.move(order, 'ready', { complaintsJson: '[]', errorCode: '' }))
      )
        continue;
      const key = [last.accountId, last.carrier, last.printerUri].join('\n');
      const group = groups.get(key) ?? {
        accountId: last.accountId,
        carrier: last.carrier,
        printerUri: last.printerUri,
        ids: [],
      };
      group.ids.push(order.id);
      groups.set(key, group);
    }
  });
  let planned = 0;
  for (const { accountId, carrier, printerUri, ids } of groups.values()) {
    const outcome = await planBookings(workspace, {
      orderIds: ids,
      accountId,
      carrier,
      printerUri: printerUri === '' ? null : printerUri,
    });
    if (!outcome.ok) return outcome;
    planned += outcome.value.planned;
  }
  return done(planned);
}
