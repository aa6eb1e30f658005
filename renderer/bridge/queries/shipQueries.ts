import { queryOptions } from '@tanstack/react-query';
import type { OrderRow } from '../../../shared/contracts/orders.ts';
import type { TrackRow } from '../../../shared/contracts/tracking.ts';
import type { MergeLevel } from '../../../shared/domain/order.ts';
import { core } from '../core.ts';
import type { WindowList } from '../windowRows.ts';

export type OrderFilter = NonNullable<Parameters<typeof core.orders.window>[0]>['filter'];
export type OrderSort = NonNullable<Parameters<typeof core.orders.window>[0]['sort']>;

export const orderQueries = {
  list: (filter: OrderFilter, sort: OrderSort | null = null): WindowList<OrderRow> => ({
    key: ['orders', 'window', filter, sort],
    topics: ['orders', 'shipments', 'printJobs'],
    read: (window, signal) =>
      core.orders.window({ filter, ...window, ...(sort === null ? {} : { sort }) }, { signal }),
  }),
  counts: (search: string) =>
    queryOptions({
      queryKey: ['orders', 'counts', search],
      queryFn: ({ signal }) => core.orders.counts(search === '' ? {} : { search }, { signal }),
      meta: { topics: ['orders', 'shipments', 'printJobs'] },
    }),
  holdCounts: () =>
    queryOptions({
      queryKey: ['orders', 'holdCounts'],
      queryFn: ({ signal }) => core.orders.holdCounts(undefined, { signal }),
      meta: { topics: ['orders'] },
    }),
  detail: (orderId: string) =>
    queryOptions({
      queryKey: ['orders', 'detail', orderId],
      queryFn: ({ signal }) => core.orders.detail({ orderId }, { signal }),
      meta: { topics: ['orders', 'shipments', 'printJobs'] },
    }),
};

export type ShipSelection = Parameters<typeof core.ship.preview>[0]['selection'];

type PreflightInput = Parameters<typeof core.preflight.check>[0];

/** A run is told of at every change, and besides at this pace: its rate moves without one. */
const runEveryMs = 2_000;

export const shipQueries = {
  /** Asks platform and printer, so it is asked once and again only when somebody wants it. */
  preflight: ({ selection, accountId, carrier, printerUri }: Omit<PreflightInput, 'mayAsk'>) =>
    queryOptions({
      queryKey: ['ship', 'preflight', selection, accountId, carrier, printerUri],
      queryFn: ({ signal }) =>
        core.preflight.check({ selection, accountId, carrier, printerUri, mayAsk: true }, { signal }),
      gcTime: 0,
    }),
  run: (since: number | null) =>
    queryOptions({
      queryKey: ['ship', 'run', since],
      queryFn: ({ signal }) => core.run.progress({ since }, { signal }),
      refetchInterval: runEveryMs,
      meta: { topics: ['shipments'] },
    }),
  why: (orderId: string) =>
    queryOptions({
      queryKey: ['ship', 'why', orderId],
      queryFn: ({ signal }) => core.rules.why({ orderId }, { signal }),
      meta: { topics: ['orders', 'shipments', 'rules', 'settings'] },
    }),
  freight: (orderId: string) =>
    queryOptions({
      queryKey: ['ship', 'freight', orderId],
      queryFn: ({ signal }) => core.freight.ofOrder({ orderId }, { signal }),
      meta: { topics: ['orders', 'rules', 'settings'] },
    }),
  pickups: (orderId: string) =>
    queryOptions({
      queryKey: ['ship', 'pickups', orderId],
      queryFn: ({ signal }) => core.pickup.ofOrder({ orderId }, { signal }),
      meta: { topics: ['orders', 'shipments', 'settings'] },
    }),
  story: (orderId: string) =>
    queryOptions({
      queryKey: ['ship', 'story', orderId],
      queryFn: ({ signal }) => core.story.ofOrder({ orderId }, { signal }),
      meta: { topics: ['orders', 'shipments'] },
    }),
  preview: (selection: ShipSelection, accountId: string | null, carrier: string) =>
    queryOptions({
      queryKey: ['ship', 'preview', selection, accountId, carrier],
      queryFn: ({ signal }) => core.ship.preview({ selection, accountId, carrier }, { signal }),
      meta: { topics: ['orders', 'settings'] },
    }),
};

export type MergeGroup = Awaited<ReturnType<typeof core.merging.hints>>['groups'][number];

const topics = ['orders', 'imports', 'shipments'] as const;
/** Groups read at once; the total tells the rest. */
const groupsRead = 100;

export const mergeQueries = {
  hints: (level: MergeLevel) =>
    queryOptions({
      queryKey: ['merging', 'hints', level],
      queryFn: ({ signal }) => core.merging.hints({ level, offset: 0, limit: groupsRead }, { signal }),
      meta: { topics },
    }),
  family: (orderId: string) =>
    queryOptions({
      queryKey: ['merging', 'family', orderId],
      queryFn: ({ signal }) => core.merging.family({ orderId }, { signal }),
      meta: { topics },
    }),
};

export type TrackFilter = Omit<Parameters<typeof core.track.window>[0], 'offset' | 'limit'>;

export const trackQueries = {
  list: (filter: TrackFilter): WindowList<TrackRow> => ({
    key: ['track', 'window', filter],
    topics: ['tracking'],
    read: (window, signal) => core.track.window({ ...filter, ...window }, { signal }),
  }),
  counts: () =>
    queryOptions({
      queryKey: ['track', 'counts'],
      queryFn: ({ signal }) => core.track.counts(undefined, { signal }),
      meta: { topics: ['tracking'] },
    }),
  detail: (waybillNo: string) =>
    queryOptions({
      queryKey: ['track', 'detail', waybillNo],
      queryFn: ({ signal }) => core.track.detail({ waybillNo }, { signal }),
      meta: { topics: ['tracking'] },
    }),
};

export type WriteBackChoice = Parameters<typeof core.out.preview>[0];

export const writeBackQueries = {
  preview: (choice: WriteBackChoice) =>
    queryOptions({
      queryKey: ['writeBack', 'preview', choice],
      queryFn: ({ signal }) => core.out.preview(choice, { signal }),
      gcTime: 0,
      meta: { topics: ['orders', 'shipments'] },
    }),
};
