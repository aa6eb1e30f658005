import { queryOptions } from '@tanstack/react-query';
import { core } from '../core.ts';

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
