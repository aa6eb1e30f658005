import type { Order } from '../../../store/schema.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { openChoosing } from '../choosing/openChoosing.ts';
import { chooseBooking } from '../choosing/planByRules.ts';

export interface BatchRequest {
  readonly orderIds: readonly string[];
  /** null: the accounts the rules choose. */
  readonly accountId: string | null;
  readonly carrier: string;
  /** Orders that are still in their file, for a run that stores nothing. */
  readonly unstored?: readonly Order[];
}

export interface BatchLane {
  readonly carrier: string;
  readonly orders: readonly Order[];
  /** Orders of the file beyond those that are looked at one by one. */
  readonly more: number;
}

export interface BatchLanes {
  /** By account. */
  readonly lanes: ReadonlyMap<string, readonly BatchLane[]>;
  /** Orders that a rule gives to a person. */
  readonly held: number;
  /** Orders that no rule and no setting has an account for. */
  readonly homeless: readonly Order[];
}

/** Orders of a file looked at one by one: each takes some 0.3 ms, and a dry run is to be quick. */
const mostLookedAt = 20_000;

/** Which account and carrier each order of a batch would go with. */
export async function batchLanes(workspace: Workspace, request: BatchRequest): Promise<BatchLanes> {
  const { accountId, carrier, unstored = [] } = request;
  if (accountId !== null) {
    const lane = await laneOf(workspace, { carrier, orderIds: request.orderIds, unstored }, mostLookedAt);
    return { lanes: new Map([[accountId, [lane]]]), held: 0, homeless: [] };
  }
  const { groups, holds, homeless } = await chooseBooking(workspace, request);
  const lanes = new Map<string, BatchLane[]>();
  const usual = request.orderIds.length + unstored.length === 0 ? await usualLane(workspace) : null;
  if (usual !== null)
    lanes.set(usual.accountId, [{ carrier: carrier || usual.carrier, orders: [], more: 0 }]);
  let left = mostLookedAt;
  for (const { lane, orderIds, unstored: more } of groups) {
    const one = await laneOf(workspace, { carrier: lane.carrier, orderIds, unstored: more }, left);
    left = Math.max(0, left - more.length);
    lanes.set(lane.accountId, [...(lanes.get(lane.accountId) ?? []), one]);
  }
  return { lanes, held: holds.length, homeless };
}

/** Without an order yet the account that takes what no rule speaks of is looked at: its balance and platform matter before a batch. */
async function usualLane(workspace: Workspace) {
  const { defaultLane, diverted, defaultCarrier } = await openChoosing(workspace);
  return defaultLane === null ? null : { ...diverted(defaultLane), carrier: defaultCarrier };
}

async function laneOf(
  workspace: Workspace,
  { carrier, orderIds, unstored = [] }: Omit<BatchRequest, 'accountId'>,
  most: number,
): Promise<BatchLane> {
  const { orders } = workspace.store.read;
  const ready = await orders.byIds(await orders.idsIn('ready', orderIds));
  const sample = unstored.slice(0, most);
  return { carrier, orders: [...ready, ...sample], more: unstored.length - sample.length };
}
