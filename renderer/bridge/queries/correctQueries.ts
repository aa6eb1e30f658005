import { queryOptions } from '@tanstack/react-query';
import { core } from '../core.ts';
import type { WindowList } from '../windowList.ts';

export type CorrectionRow = Awaited<ReturnType<typeof core.correct.queue>>['rows'][number];
export type CorrectionItem = Awaited<ReturnType<typeof core.correct.item>>;
export type Reading = CorrectionItem['reading'];
type DivisionPath = Parameters<typeof core.correct.divisions>[0];

interface Division {
  readonly value: string;
  readonly label: string;
  readonly children?: Division[];
}

async function divisionsUnder(path: DivisionPath, signal: AbortSignal): Promise<Division[]> {
  const names = await core.correct.divisions(path, { signal });
  return Promise.all(
    names.map(async (name) => {
      const division = { value: name, label: name };
      if (path.city !== undefined) return division;
      const below =
        path.province === undefined ? { province: name } : { province: path.province, city: name };
      const children = await divisionsUnder(below, signal);
      return children.length === 0 ? division : { ...division, children };
    }),
  );
}

export const correctQueries = {
  queue: (): WindowList<CorrectionRow> => ({
    key: ['correct', 'queue'],
    topics: ['orders'],
    read: (window, signal) => core.correct.queue(window, { signal }),
  }),
  item: (orderId: string) =>
    queryOptions({
      queryKey: ['correct', 'item', orderId],
      queryFn: ({ signal }) => core.correct.item({ orderId }, { signal }),
      meta: { topics: ['orders'] },
    }),
  /**
   * The whole tree of provinces, cities and districts, so that a region can be typed. About 400 small asks once a
   * sitting; divisions are fixed data of the program.
   */
  divisionTree: () =>
    queryOptions({
      queryKey: ['correct', 'divisions'],
      queryFn: ({ signal }) => divisionsUnder({}, signal),
      gcTime: Number.POSITIVE_INFINITY,
    }),
};
