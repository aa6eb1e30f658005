import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostalAddress } from '../../shared/domain/party.ts';
import { core } from './core.ts';
import { settingsQueries } from './queries/settingsQueries.ts';
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

/** The name of a carrier for its code; a code nobody knows is shown as it is. */
export function useCarrierNames(): (code: string) => string {
  const language = useTranslation().i18n.language;
  const carriers = useQuery(settingsQueries.carriers()).data;
  return useCallback(
    (code) => {
      const carrier = carriers?.find((known) => known.code === code);
      return carrier === undefined ? code : language === 'en' ? carrier.nameEn : carrier.nameZh;
    },
    [carriers, language],
  );
}
