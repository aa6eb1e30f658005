import type { ChosenBy } from '../../shared/domain/bookingRule.ts';
import { done, failure, type Outcome } from '../../shared/errors/outcome.ts';
import { chooseByRules } from '../dispatch/rules/chooseByRules.ts';
import { openChoosing } from './choosing.ts';
import { factsOf } from './orderFacts.ts';
import { readRuleSet } from './ruleSets.ts';
import { type Destination, destinationOf } from './tryRules.ts';
import type { Workspace } from './workspace.ts';

export interface WhyChosen {
  /** null: booked before reasons were kept, or by hand outside. */
  readonly why: ChosenBy | null;
  readonly destination: Destination;
  readonly isBooked: boolean;
}

/** Why an order went where it went; of one that is not booked yet: where it would go now, and why. */
export async function whyChosen(workspace: Workspace, orderId: string): Promise<Outcome<WhyChosen>> {
  const { read } = workspace.store;
  const order = await read.orders.byId(orderId);
  if (order === undefined) return failure('ORDER_NOT_FOUND', { orderNo: orderId });
  const choosing = await openChoosing(workspace);
  const { set, versionNo } = await readRuleSet(read);
  const passed = new Set((await read.rules.passesOf([orderId])).map((row) => row.rule_id));
  const facts = factsOf(order);
  const choice = chooseByRules(choosing.contextFor(set, versionNo, passed), facts);
  const why = choice.kind === 'none' ? null : choice.why;
  return done({ why, destination: destinationOf(choosing, choice, facts), isBooked: false });
}
