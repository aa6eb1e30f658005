import type { PostalAddress } from '../../shared/domain/party.ts';
import { core } from './core.ts';
import { queryClient } from './queryClient.ts';

type Region = Pick<PostalAddress, 'province' | 'city' | 'district' | 'town'>;

/** Where a region field gets its choices: the core holds the division data, the page only what it shows. */
export const regionSource = {
  find: (typed: string): Promise<readonly Region[]> => core.correct.findRegion({ typed: typed.slice(0, 60) }),
  /** Names one level below; divisions are fixed data of the program, so each is asked once. */
  below: (path: readonly string[]): Promise<readonly string[]> =>
    queryClient.fetchQuery({
      queryKey: ['correct', 'divisions', ...path],
      queryFn: () => {
        const [province, city, district] = path;
        return core.correct.divisions({
          ...(province === undefined ? {} : { province }),
          ...(city === undefined ? {} : { city }),
          ...(district === undefined ? {} : { district }),
        });
      },
    }),
};
