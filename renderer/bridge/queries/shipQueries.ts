import { queryOptions } from '@tanstack/react-query';
import { core } from '../core.ts';

export type ShipSelection = Parameters<typeof core.ship.preview>[0]['selection'];

export const shipQueries = {
  story: (orderId: string) =>
    queryOptions({
      queryKey: ['ship', 'story', orderId],
      queryFn: ({ signal }) => core.story.ofOrder({ orderId }, { signal }),
      meta: { topics: ['orders', 'shipments'] },
    }),
  preview: (selection: ShipSelection, accountId: string, carrier: string) =>
    queryOptions({
      queryKey: ['ship', 'preview', selection, accountId, carrier],
      queryFn: ({ signal }) => core.ship.preview({ selection, accountId, carrier }, { signal }),
      meta: { topics: ['orders', 'settings'] },
    }),
};
