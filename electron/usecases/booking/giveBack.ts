import type { Workspace } from '../workspace/workspace.ts';

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
      const order = await write.orders.byId(orderId);
      // Only what this account has in hand now: an older refusal says nothing of a booking another account is making.
      const shipment = order?.shipmentId == null ? undefined : await write.shipments.byId(order.shipmentId);
      if (order === undefined || shipment === undefined || shipment.accountId !== accountId) continue;
      if (order.state !== 'booking' && order.state !== 'needs-review') continue;
      if (shipment.state === 'planned') {
        const job = await write.jobs.ofSubject(shipment.id);
        if (job?.state === 'claimed' || !(await write.shipments.move(shipment, 'refused'))) continue;
        if (job !== undefined) await write.jobs.settle(job.id);
      } else if (shipment.state !== 'refused') continue;
      if (await write.orders.move(order, 'ready', { complaintsJson: '[]', errorCode: '' })) released++;
    }
  });
  return released;
}
