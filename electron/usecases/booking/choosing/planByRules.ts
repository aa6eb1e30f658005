import type { BookingLane, ChosenBy } from '../../../../shared/domain/bookingRule.ts';
import type { Party } from '../../../../shared/domain/party.ts';
import type { ErrorCode } from '../../../../shared/errors/catalogue.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { type Choice, chooseByRules } from '../../../dispatch/rules/chooseByRules.ts';
import type { Order } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { whyNoAccount } from '../../accounts/accounts.ts';
import { addHistory } from '../../orders/history.ts';
import { choosePrinterOrNone } from '../../printing/printers/choosePrinter.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { batchIdFor, type PlannedBookings, planBookings, type RefusedOrder } from '../plan.ts';
import { type Choosing, openChoosing } from './openChoosing.ts';
import { factsOf } from './orderFacts.ts';
import { readRuleSet, type SavedRuleSet } from './ruleSets.ts';

export interface PlanByRules {
  readonly orderIds: readonly string[];
  /** A person's choice, which wins over every rule; null: the rules choose. */
  readonly accountId: string | null;
  /** A person's choice, empty: the rules choose. */
  readonly carrier: string;
  readonly printerUri: string | null;
  readonly sender?: Party | null;
  /** Account and carrier come from the settings because there are no rules: no choice was made. */
  readonly isUsual?: boolean | undefined;
  /** The account takes what another one certainly did not book. */
  readonly isBackup?: boolean;
  /** Asks to plan no more of them. */
  readonly stopping?: AbortSignal | undefined;
}

const byHand: ChosenBy = {
  by: 'manual',
  rulesVersion: 0,
  ruleId: '',
  ruleNo: 0,
  matched: [],
  share: null,
  compared: null,
  freightFen: null,
};
export const byBackup: ChosenBy = { ...byHand, by: 'backup' };
const bySettings: ChosenBy = { ...byHand, by: 'settings' };

export interface PlannedByRules extends PlannedBookings {
  /** Orders that a rule gave to a person. */
  readonly held: number;
}

interface ChosenGroup {
  readonly lane: BookingLane;
  readonly orderIds: string[];
  /** Of the same lane, and still in their file. */
  readonly unstored: Order[];
  readonly why: Map<string, ChosenBy>;
}

export interface ChosenBooking {
  readonly groups: readonly ChosenGroup[];
  readonly holds: readonly {
    readonly order: Order;
    readonly choice: Extract<Choice, { kind: 'hold' }>;
  }[];
  /** Ready, but there is no account. */
  readonly homeless: readonly Order[];
  readonly notReady: readonly Order[];
}

/** Orders read at once. */
const chunkSize = 500;

/**
 * Puts orders into the booking queue, each with the account and carrier its rule names. An account a person named takes
 * all of them; a carrier a person named goes with the accounts of the rules.
 */
export async function planByRules(
  workspace: Workspace,
  request: PlanByRules,
): Promise<Outcome<PlannedByRules>> {
  const { sender = null, stopping } = request;
  const chosen = await choosePrinterOrNone(workspace, request.printerUri);
  if (!chosen.ok) return chosen;
  const printerUri = chosen.value;
  if (request.accountId !== null) {
    const { orderIds, accountId, carrier } = request;
    const why = request.isBackup === true ? byBackup : request.isUsual === true ? bySettings : byHand;
    const chosenBy = new Map(orderIds.map((id) => [id, why]));
    const path = request.isBackup === true ? 'backup' : 'first';
    const plan = { orderIds, accountId, carrier, printerUri, sender, chosenBy, path, stopping } as const;
    const planned = await planBookings(workspace, plan);
    return planned.ok ? done({ ...planned.value, held: 0 }) : planned;
  }
  const { groups, holds, homeless, notReady } = await chooseBooking(workspace, request);
  const withoutAccount = await whyNoAccount(workspace);
  if (groups.length === 0 && holds.length === 0 && homeless.length > 0) return failure(withoutAccount);
  const refused: RefusedOrder[] = [
    ...homeless.map((order) => refusal(order, withoutAccount)),
    ...notReady.map((order) => refusal(order, 'ORDER_STATE_REFUSES')),
  ];
  let planned = 0;
  const batchId = batchIdFor(workspace, request.orderIds);
  for (const { lane, orderIds, why: chosenBy } of groups) {
    const asked = { ...lane, orderIds, printerUri, sender, chosenBy, batchId, stopping };
    const outcome = await planBookings(workspace, asked);
    if (!outcome.ok) return outcome;
    planned += outcome.value.planned;
    refused.push(...outcome.value.refused);
  }
  const held = await holdAll(workspace, holds);
  return done({ planned, refused, held });
}

export interface ChooseBooking extends Pick<PlanByRules, 'orderIds' | 'carrier'> {
  /** Orders that are still in their file, for a run that stores nothing. */
  readonly unstored?: readonly Order[];
}

/** Where the orders go by the rules in force, in groups of one account and carrier. Stores nothing. */
export async function chooseBooking(workspace: Workspace, request: ChooseBooking): Promise<ChosenBooking> {
  const choosing = await openChoosing(workspace);
  const saved = await readRuleSet(workspace.store.read);
  const groups = new Map<string, ChosenGroup>();
  const holds: ChosenBooking['holds'][number][] = [];
  const homeless: Order[] = [];
  const notReady: Order[] = [];
  const take = ({ order, choice }: Chosen, isStored: boolean): void => {
    if (choice === null) notReady.push(order);
    else if (choice.kind === 'none') homeless.push(order);
    else if (choice.kind === 'hold') holds.push({ order, choice });
    else {
      const chosen = request.carrier === '' ? choice.lane : { ...choice.lane, carrier: request.carrier };
      const lane = choosing.diverted(chosen);
      const why: ChosenBy = request.carrier === '' ? choice.why : { ...choice.why, by: 'manual' };
      const key = JSON.stringify([lane.accountId, lane.carrier, lane.product, lane.template]);
      const group: ChosenGroup = groups.get(key) ?? { lane, orderIds: [], unstored: [], why: new Map() };
      if (isStored) group.orderIds.push(order.id);
      else group.unstored.push(order);
      group.why.set(order.id, lane === chosen ? why : { ...why, by: 'backup' });
      groups.set(key, group);
    }
  };
  for (let start = 0; start < request.orderIds.length; start += chunkSize) {
    const ids = request.orderIds.slice(start, start + chunkSize);
    for (const chosen of await chooseChunk(workspace.store.read, choosing, saved, ids)) take(chosen, true);
  }
  for (const order of request.unstored ?? []) take(chooseOne(choosing, saved, order, new Set()), false);
  return { groups: [...groups.values()], holds, homeless, notReady };
}

interface Chosen {
  readonly order: Order;
  /** null: the order is not ready to be booked. */
  readonly choice: Choice | null;
}

async function chooseChunk(
  read: Repositories,
  choosing: Choosing,
  saved: SavedRuleSet,
  ids: readonly string[],
): Promise<Chosen[]> {
  const passes = await read.rules.passesOf(ids);
  return (await read.orders.byIds(ids)).map((order) => {
    const passed = passes.filter((row) => row.orderId === order.id).map((row) => row.ruleId);
    return chooseOne(choosing, saved, order, new Set(passed));
  });
}

function chooseOne(
  choosing: Choosing,
  { set, versionNo }: SavedRuleSet,
  order: Order,
  passed: ReadonlySet<string>,
): Chosen {
  if (order.state !== 'ready') return { order, choice: null };
  return { order, choice: chooseByRules(choosing.contextFor(set, versionNo, passed), factsOf(order)) };
}

/** A held order is noted as seen: once a person releases it, the rule lets it pass. */
async function holdAll(workspace: Workspace, holds: ChosenBooking['holds']): Promise<number> {
  let held = 0;
  const now = workspace.clock.now();
  for (let start = 0; start < holds.length; start += chunkSize) {
    held += await workspace.store.write(async (write) => {
      let count = 0;
      for (const { order, choice } of holds.slice(start, start + chunkSize)) {
        const isHeld = await write.orders.move(order, 'held', {
          holdReason: 'other',
          holdNote: choice.reason,
          heldAt: now,
          updatedAt: now,
        });
        if (!isHeld) continue;
        await write.rules.addPass(order.id, choice.ruleId, now);
        await addHistory(workspace, write, order.id, 'held', { note: `other: ${choice.reason}` });
        count++;
      }
      return count;
    });
  }
  if (held > 0) workspace.changed('orders', 'status');
  return held;
}

function refusal(order: Order, code: ErrorCode): RefusedOrder {
  const { id: orderId, orderNo, state } = order;
  const params = code === 'ORDER_STATE_REFUSES' ? { orderNo, orderState: state } : {};
  return { orderId, orderNo, failure: failure(code, params) };
}
