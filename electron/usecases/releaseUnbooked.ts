import type { Workspace } from './workspace.ts';

/**
 * Gives orders back that an account certainly did not book, so that the backup account may take them: those it
 * refused, and those that still wait because nothing got through. Unsure ones stay where they are.
 */
export async function releaseUnbooked(
  workspace: Workspace,
  orderIds: readonly string[],
  accountId: string,
): Promise<number> {
  let released = 0;
  await workspace.store.write(async (write) => {
    for (const orderId of orderIds) {
      const shipment = (await write.shipments.ofOrder(orderId)).find(
        (candidate) => candidate.account_id === accountId,
      );
      const order = await write.orders.byId(orderId);
      if (shipment === undefined || order === undefined) continue;
      if (shipment.state === 'planned') {
        const job = await write.jobs.ofSubject(shipment.id);
        if (
          job === undefined ||
          job.state === 'claimed' ||
          !(await write.shipments.move(shipment, 'refused'))
        )
          continue;
        await write.jobs.settle(job.id);
      } else if (shipment.state !== 'refused' || order.state === 'ready') continue;
      if (await write.orders.move(order, 'ready', { complaints_json: '[]', error_code: '' })) released++;
    }
  });
  return released;
}
