import type { OrderRow } from '../../../shared/contracts/orders.ts';
import type { TrackRow } from '../../../shared/contracts/tracking.ts';
import type { MergeLevel } from '../../../shared/domain/order.ts';
import { ask, core } from '../core.ts';
import { type WindowList, windowList } from '../windowRows.ts';

export type OrderFilter = NonNullable<Parameters<typeof core.orders.window>[0]>['filter'];
export type OrderSort = NonNullable<Parameters<typeof core.orders.window>[0]['sort']>;

export const orderQueries = {
  list: (filter: OrderFilter, sort: OrderSort | null = null): WindowList<OrderRow> =>
    windowList('orders.window', core.orders.window, { filter, ...(sort === null ? {} : { sort }) }),
  counts: (search: string) => ask.orders.counts.queryOptions({ input: search === '' ? {} : { search } }),
  holdCounts: () => ask.orders.holdCounts.queryOptions(),
  detail: (orderId: string) => ask.orders.detail.queryOptions({ input: { orderId } }),
};

export type ShipSelection = Parameters<typeof core.ship.preview>[0]['selection'];

type PreflightInput = Parameters<typeof core.preflight.check>[0];

/** A run is told of at every change, and besides at this pace: its rate moves without one. */
const runEveryMs = 2_000;

export const shipQueries = {
  /** Asks platform and printer, so it is asked once and again only when somebody wants it. */
  preflight: ({ selection, accountId, carrier, printerUri }: Omit<PreflightInput, 'mayAsk'>) =>
    ask.preflight.check.queryOptions({
      input: { selection, accountId, carrier, printerUri, mayAsk: true },
      gcTime: 0,
    }),
  run: (since: number | null) =>
    ask.run.progress.queryOptions({ input: { since }, refetchInterval: runEveryMs }),
  why: (orderId: string) => ask.rules.why.queryOptions({ input: { orderId } }),
  freight: (orderId: string) => ask.freight.ofOrder.queryOptions({ input: { orderId } }),
  pickups: (orderId: string) => ask.pickup.ofOrder.queryOptions({ input: { orderId } }),
  story: (orderId: string) => ask.story.ofOrder.queryOptions({ input: { orderId } }),
  preview: (selection: ShipSelection, accountId: string | null, carrier: string) =>
    ask.ship.preview.queryOptions({ input: { selection, accountId, carrier } }),
};

export type MergeGroup = Awaited<ReturnType<typeof core.merging.hints>>['groups'][number];

/** Groups read at once; the total tells the rest. */
const groupsRead = 100;

export const mergeQueries = {
  hints: (level: MergeLevel) =>
    ask.merging.hints.queryOptions({ input: { level, offset: 0, limit: groupsRead } }),
  family: (orderId: string) => ask.merging.family.queryOptions({ input: { orderId } }),
};

export type TrackFilter = Omit<Parameters<typeof core.track.window>[0], 'offset' | 'limit'>;

export const trackQueries = {
  list: (filter: TrackFilter): WindowList<TrackRow> => windowList('track.window', core.track.window, filter),
  counts: () => ask.track.counts.queryOptions(),
  detail: (waybillNo: string) => ask.track.detail.queryOptions({ input: { waybillNo } }),
};

export type WriteBackChoice = Parameters<typeof core.out.preview>[0];

export const writeBackQueries = {
  preview: (choice: WriteBackChoice) => ask.out.preview.queryOptions({ input: choice, gcTime: 0 }),
};
