import { queryOptions } from '@tanstack/react-query';
import type { LabelSize } from '../../../shared/domain/labelDocument.ts';
import { core } from '../core.ts';

export const carrierLabelQueries = {
  accounts: () =>
    queryOptions({
      queryKey: ['carrierLabels', 'accounts'],
      queryFn: ({ signal }) => core.carrierLabels.accounts(undefined, { signal }),
      meta: { topics: ['settings', 'orders'] },
    }),
  preview: (accountId: string, size: LabelSize, dpi: 203 | 300) =>
    queryOptions({
      queryKey: ['carrierLabels', 'preview', accountId, size, dpi],
      queryFn: ({ signal }) => core.carrierLabels.preview({ accountId, size, dpi }, { signal }),
      gcTime: 20_000,
    }),
  untold: () =>
    queryOptions({
      queryKey: ['carrierLabels', 'untold'],
      queryFn: ({ signal }) => core.carrierLabels.untold(undefined, { signal }),
      meta: { topics: ['printJobs'] },
    }),
};
