import { queryOptions } from '@tanstack/react-query';
import type { UnshippedRow } from '../../../shared/contracts/bookingHealth.ts';
import { core } from '../core.ts';
import type { WindowList } from '../windowRows.ts';

export type AccountHealthView = Awaited<ReturnType<typeof core.bookingHealth.accounts>>[number];
export type GoLiveView = Awaited<ReturnType<typeof core.goLive.list>>[number];

/** Lanes and paces move without an event as well. */
const healthEveryMs = 5_000;

export const healthQueries = {
  accounts: () =>
    queryOptions({
      queryKey: ['health', 'accounts'],
      queryFn: ({ signal }) => core.bookingHealth.accounts(undefined, { signal }),
      refetchInterval: healthEveryMs,
      meta: { topics: ['settings', 'shipments', 'status'] },
    }),
  clock: () =>
    queryOptions({
      queryKey: ['health', 'clock'],
      queryFn: ({ signal }) => core.bookingHealth.clock(undefined, { signal }),
      meta: { topics: ['status'] },
    }),
  summary: () =>
    queryOptions({
      queryKey: ['health', 'summary'],
      queryFn: ({ signal }) => core.bookingHealth.summary(undefined, { signal }),
      refetchInterval: healthEveryMs,
      meta: { topics: ['orders', 'shipments', 'settings', 'status'] },
    }),
  unshipped: (days: number): WindowList<UnshippedRow> => ({
    key: ['health', 'unshipped', days],
    topics: ['orders', 'shipments'],
    read: (window, signal) => core.bookingHealth.unshipped({ days, ...window }, { signal }),
  }),
  goLive: () =>
    queryOptions({
      queryKey: ['health', 'goLive'],
      queryFn: ({ signal }) => core.goLive.list(undefined, { signal }),
      meta: { topics: ['settings'] },
    }),
};

export type RuleSetView = Awaited<ReturnType<typeof core.rules.get>>;
export type RuleSet = RuleSetView['set'];
export type Rule = RuleSet['rules'][number];
export type RuleTrial = Awaited<ReturnType<typeof core.rules.try>>;
export type PriceTable = Awaited<ReturnType<typeof core.freight.table>>;
export type PriceTableRow = Awaited<ReturnType<typeof core.freight.tables>>[number];

const topics = ['rules', 'settings'] as const;

/** Which orders go with which account and carrier, and at what price. */
export const ruleQueries = {
  get: () =>
    queryOptions({
      queryKey: ['rules', 'get'],
      queryFn: ({ signal }) => core.rules.get(undefined, { signal }),
      meta: { topics },
    }),
  check: (set: RuleSet) =>
    queryOptions({
      queryKey: ['rules', 'check', set],
      queryFn: ({ signal }) => core.rules.check({ set }, { signal }),
      meta: { topics },
    }),
  versions: () =>
    queryOptions({
      queryKey: ['rules', 'versions'],
      queryFn: ({ signal }) => core.rules.versions(undefined, { signal }),
      meta: { topics },
    }),
  names: () =>
    queryOptions({
      queryKey: ['rules', 'names'],
      queryFn: ({ signal }) => core.rules.names(undefined, { signal }),
    }),
  /** What names of places mean to a price table. */
  placeNames: (names: string[]) =>
    queryOptions({
      queryKey: ['rules', 'placeNames', names],
      queryFn: ({ signal }) => core.freight.readPlaces({ names }, { signal }),
      meta: { topics },
    }),
  comparison: (experimentId: string) =>
    queryOptions({
      queryKey: ['rules', 'comparison', experimentId],
      queryFn: ({ signal }) => core.rules.comparison({ experimentId }, { signal }),
      meta: { topics: ['rules', 'shipments', 'tracking'] },
    }),
  priceTables: () =>
    queryOptions({
      queryKey: ['rules', 'priceTables'],
      queryFn: ({ signal }) => core.freight.tables(undefined, { signal }),
      meta: { topics },
    }),
  priceTable: (id: string) =>
    queryOptions({
      queryKey: ['rules', 'priceTable', id],
      queryFn: ({ signal }) => core.freight.table({ id }, { signal }),
      meta: { topics },
    }),
};

export type CallRow = Awaited<ReturnType<typeof core.calls.window>>['rows'][number];
type CallInput = Parameters<typeof core.calls.window>[0];
export type CallFilter = Omit<CallInput, 'offset' | 'limit'>;

export const callQueries = {
  list: (filter: CallFilter): WindowList<CallRow> => ({
    key: ['calls', 'window', filter],
    topics: ['shipments', 'tracking', 'settings'],
    read: (window, signal) => core.calls.window({ ...filter, ...window }, { signal }),
  }),
  detail: (callId: string) =>
    queryOptions({
      queryKey: ['calls', 'detail', callId],
      queryFn: ({ signal }) => core.calls.detail({ callId }, { signal }),
    }),
};
