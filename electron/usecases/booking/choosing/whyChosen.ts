import type { Answered } from '../../../../shared/contracts/contract.ts';
import type { ChosenBy } from '../../../../shared/domain/bookingRule.ts';
import { done, type Outcome } from '../../../../shared/errors/outcome.ts';
import { chooseByRules } from '../../../dispatch/rules/chooseByRules.ts';
import { chosenByJson as chosenBy } from '../../../store/booking/bookingJson.ts';
import type { Shipment } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { seenOrder } from '../../orders/select.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { openChoosing } from './openChoosing.ts';
import { factsOf } from './orderFacts.ts';
import { readRuleSet } from './ruleSets.ts';
import { destinationOf } from './tryRules.ts';

/** Why an order went where it went; of one that is not booked yet: where it would go now, and why. */
export async function whyChosen(
  workspace: Workspace,
  orderId: string,
): Promise<Outcome<Answered<'rules', 'why'>>> {
  const { read } = workspace.store;
  const seen = await seenOrder(read, { orderId, version: null });
  if (!seen.ok) return seen;
  const order = seen.value;
  const choosing = await openChoosing(workspace);
  const shipment = order.shipmentId === null ? undefined : await read.shipments.byId(order.shipmentId);
  if (shipment !== undefined && shipment.state !== 'refused' && shipment.state !== 'voided')
    return done({ ...asBooked(shipment, await read.accounts.names()), isBooked: true });
  const { set, versionNo } = await readRuleSet(read);
  const passed = new Set((await read.rules.passesOf([orderId])).map((row) => row.ruleId));
  const facts = factsOf(order);
  const choice = chooseByRules(choosing.contextFor(set, versionNo, passed), facts);
  const why = choice.kind === 'none' ? null : choice.why;
  return done({ why, destination: destinationOf(choosing, choice, facts), isBooked: false });
}

function asBooked(shipment: Shipment, names: ReadonlyMap<string, string>) {
  const { accountId, carrier, chosenByJson } = shipment;
  const stored = chosenByJson === '' ? null : chosenBy.readOr(chosenByJson, null);
  return {
    why: stored,
    destination: {
      kind: 'book' as const,
      accountId,
      accountName: names.get(accountId) ?? '',
      carrier,
      reason: '',
      ruleNo: stored?.ruleNo ?? 0,
    },
  };
}

/** Counts a booking towards the trial share it was made under; one that was booked again may have left it. */
export async function noteChoice(
  { rules }: Repositories,
  { id: shipmentId, orderId }: Pick<Shipment, 'id' | 'orderId'>,
  chosen: ChosenBy | undefined,
): Promise<void> {
  const share = chosen?.share ?? null;
  if (share === null) return rules.dropShare(shipmentId);
  const { experimentId, arm } = share;
  await rules.noteShare({ shipmentId, orderId, experimentId, arm });
}
