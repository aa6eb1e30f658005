import type { UnshippedRow } from '../../../shared/contracts/bookingHealth.ts';
import { ask, core } from '../core.ts';
import { type WindowList, windowList } from '../windowRows.ts';

export type AccountHealthView = Awaited<ReturnType<typeof core.bookingHealth.accounts>>[number];
export type GoLiveView = Awaited<ReturnType<typeof core.goLive.list>>[number];

/** Lanes and paces move without an event as well. */
const healthEveryMs = 5_000;

export const healthQueries = {
  accounts: () => ask.bookingHealth.accounts.queryOptions({ refetchInterval: healthEveryMs }),
  clock: () => ask.bookingHealth.clock.queryOptions(),
  summary: () => ask.bookingHealth.summary.queryOptions({ refetchInterval: healthEveryMs }),
  unshipped: (days: number): WindowList<UnshippedRow> =>
    windowList('bookingHealth.unshipped', core.bookingHealth.unshipped, { days }),
  goLive: () => ask.goLive.list.queryOptions(),
};

export type RuleSetView = Awaited<ReturnType<typeof core.rules.get>>;
export type RuleSet = RuleSetView['set'];
export type Rule = RuleSet['rules'][number];
export type RuleTrial = Awaited<ReturnType<typeof core.rules.try>>;
export type PriceTable = Awaited<ReturnType<typeof core.freight.table>>;
export type PriceTableRow = Awaited<ReturnType<typeof core.freight.tables>>[number];

/** Which orders go with which account and carrier, and at what price. */
export const ruleQueries = {
  get: () => ask.rules.get.queryOptions(),
  check: (set: RuleSet) => ask.rules.check.queryOptions({ input: { set } }),
  versions: () => ask.rules.versions.queryOptions(),
  names: () => ask.rules.names.queryOptions(),
  /** What names of places mean to a price table. */
  placeNames: (names: string[]) => ask.freight.readPlaces.queryOptions({ input: { names } }),
  comparison: (experimentId: string) => ask.rules.comparison.queryOptions({ input: { experimentId } }),
  priceTables: () => ask.freight.tables.queryOptions(),
  priceTable: (id: string) => ask.freight.table.queryOptions({ input: { id } }),
};

export type CallRow = Awaited<ReturnType<typeof core.calls.window>>['rows'][number];
type CallInput = Parameters<typeof core.calls.window>[0];
export type CallFilter = Omit<CallInput, 'offset' | 'limit'>;

export const callQueries = {
  list: (filter: CallFilter): WindowList<CallRow> => windowList('calls.window', core.calls.window, filter),
  detail: (callId: string) => ask.calls.detail.queryOptions({ input: { callId } }),
};
