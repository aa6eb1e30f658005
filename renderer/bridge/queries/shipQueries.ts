import { queryOptions } from '@tanstack/react-query';
import { core } from '../core.ts';

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
