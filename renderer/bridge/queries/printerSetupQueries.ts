import { queryOptions } from '@tanstack/react-query';
import { core } from '../core.ts';

export type ProbedAddress = Awaited<ReturnType<typeof core.printerSetup.probe>>;

export const printerSetupQueries = {
  /** What hangs on this computer; looked for anew each time somebody asks. */
  found: () =>
    queryOptions({
      queryKey: ['printerSetup', 'found'],
      queryFn: ({ signal }) => core.printerSetup.find(undefined, { signal }),
      staleTime: 0,
      gcTime: 0,
    }),
  setup: (uri: string) =>
    queryOptions({
      queryKey: ['printerSetup', 'setup', uri],
      queryFn: ({ signal }) => core.printerSetup.get({ uri }, { signal }),
      meta: { topics: ['settings', 'printJobs'] },
    }),
};
