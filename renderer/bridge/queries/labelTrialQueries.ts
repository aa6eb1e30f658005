import { queryOptions } from '@tanstack/react-query';
import { core } from '../core.ts';

export const labelTrialQueries = {
  list: () =>
    queryOptions({
      queryKey: ['labelTrials', 'list'],
      queryFn: ({ signal }) => core.labelTrials.list(undefined, { signal }),
      meta: { topics: ['labelTemplates'] },
    }),
  comparison: (trialId: string) =>
    queryOptions({
      queryKey: ['labelTrials', 'comparison', trialId],
      queryFn: ({ signal }) => core.labelTrials.comparison({ trialId }, { signal }),
      meta: { topics: ['printJobs', 'labelTemplates'] },
    }),
};
