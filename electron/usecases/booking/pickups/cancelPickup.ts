import type { Asked } from '../../../../shared/contracts/contract.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { faultPoint } from '../../../platform/faultPoint.ts';
import type { StoredPickup } from '../../../store/booking/bookingRows.ts';
import { errorColumnsOf } from '../../../store/database/storedJson.ts';
import { openAccount } from '../../accounts/openAccount.ts';
import { recordAct } from '../../operators/acts.ts';
import { change, type Workspace } from '../../workspace/workspace.ts';
import { type AnsweredCall, calledOffAgain, noteJournal, recordCall } from '../callOutside.ts';
import { askPickupLater, pickupCall, tell } from './settlePickup.ts';

/** Calls the open pickup of an order off. An unknown outcome leaves it *cancelling*: asking again is safe. */
export async function cancelPickup(
  workspace: Workspace,
  { orderId, reason }: Asked<'pickup', 'cancel'>,
): Promise<Outcome<StoredPickup>> {
  const unnoted = workspace.journal.refusal();
  if (unnoted !== null) return unnoted;
  const open = (await workspace.store.read.pickups.ofOrder(orderId)).at(-1);
  // Nothing is marked that nobody could be asked for.
  const reached = open === undefined ? undefined : await openAccount(workspace, open.accountId);
  if (reached?.ok === false) return reached;
  let isAskedAgain = false;
  const taken = await workspace.store.write(async (write): Promise<Outcome<StoredPickup>> => {
    const order = await write.orders.byId(orderId);
    const refused = failure('PICKUP_NOT_OPEN', { orderNo: order?.orderNo ?? orderId });
    const pickup = (await write.pickups.ofOrder(orderId)).at(-1);
    if (pickup === undefined) return refused;
    if (pickup.state === 'unsure' || pickup.state === 'sending')
      return failure('PICKUP_UNSURE', { orderNo: pickup.orderNo });
    isAskedAgain = pickup.state === 'cancelling';
    if (isAskedAgain) return done(pickup);
    await noteJournal(workspace, write);
    await recordAct(workspace, write, { kind: 'pickup-called-off', orderId, what: '', reason });
    const patch = { errorCode: 'PICKUP_CANCEL_UNSURE', updatedAt: workspace.clock.now() };
    const cancelling = await write.pickups.move(pickup, 'cancelling', patch);
    return cancelling === undefined ? refused : done(cancelling);
  });
  if (!taken.ok) return taken;
  faultPoint('pickup.after-cancel-mark');
  const opened = await openAccount(workspace, taken.value.accountId);
  if (!opened.ok) return opened;
  const { platform, account, row } = opened.value;
  const ask = platform.cancelPickup?.bind(platform);
  if (ask === undefined) return failure('PICKUP_ACCOUNT_CANNOT', { name: row.name });
  const { kind: pickupKind, orderCode, carrier, waybillNo } = taken.value;
  const request = { pickupKind, orderCode, carrier, waybillNo, reason };
  const answer = await pickupCall(workspace, opened.value, taken.value, 'cancelPickup', () =>
    ask(request, account, workspace.ports),
  );
  const reply = isAskedAgain ? calledOffAgain(answer.outcome) : answer.outcome;
  return settle(workspace, taken.value, { reply, made: answer.made });
}

async function settle(
  workspace: Workspace,
  pickup: StoredPickup,
  { reply, made }: Pick<AnsweredCall<null>, 'made'> & { readonly reply: AnsweredCall<null>['outcome'] },
): Promise<Outcome<StoredPickup>> {
  const updatedAt = workspace.clock.now();
  await change(workspace, ['shipments', 'orders'], async (write) => {
    await recordCall(workspace, made, write);
    if (reply.ok) {
      if (await write.pickups.move(pickup, 'cancelled', { errorCode: '', updatedAt }))
        await tell(workspace, write, { ...pickup, errorCode: '' }, 'cancelled');
    } else if (reply.certainty === 'did-not-happen')
      await write.pickups.move(pickup, 'placed', { ...errorColumnsOf(reply), updatedAt });
    else await askPickupLater(workspace, write, pickup);
    faultPoint('pickup.in-cancel-settle');
  });
  if (!reply.ok)
    return reply.certainty === 'unknown'
      ? failure('PICKUP_CANCEL_UNSURE', { orderNo: pickup.orderNo })
      : failure(reply.code, reply.params);
  return done((await workspace.store.read.pickups.byId(pickup.id)) ?? pickup);
}
