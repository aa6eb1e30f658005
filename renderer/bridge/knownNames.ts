import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostalAddress } from '../../shared/domain/party.ts';
import { ask, core } from './core.ts';
import { queryClient } from './queryClient.ts';

type Region = Pick<PostalAddress, 'province' | 'city' | 'district' | 'town'>;

/** Where a region field gets its choices: the core holds the division data, the page only what it shows. */
export const regionSource = {
  find: (typed: string): Promise<readonly Region[]> => core.correct.findRegion({ typed: typed.slice(0, 60) }),
  /** Names one level below; divisions are fixed data of the program, so each is asked once. */
  below: (path: readonly string[]): Promise<readonly string[]> =>
    queryClient.fetchQuery({
      queryKey: [['correct', 'divisions'], ...path],
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

interface Named {
  readonly nameZh: string;
  readonly nameEn: string;
}

/** What something is called in the language of the page. */
export function useNameOf(): (named: Named) => string {
  const language = useTranslation().i18n.language;
  return useCallback(({ nameZh, nameEn }) => (language === 'en' ? nameEn : nameZh), [language]);
}

/** The name of a platform for its id. */
export function usePlatformName(): (id: string) => string {
  const nameOf = useNameOf();
  const platforms = useQuery(ask.settings.platforms.queryOptions()).data;
  return (id) => {
    const platform = platforms?.find((known) => known.id === id);
    return platform === undefined ? id : nameOf(platform);
  };
}

/** Carriers as choices: every one, or only those named. */
export function useCarrierOptions(
  only?: readonly string[],
): readonly { readonly value: string; readonly label: string }[] {
  const nameOf = useNameOf();
  const carriers = useQuery(ask.settings.carriers.queryOptions()).data;
  return useMemo(
    () =>
      (carriers ?? [])
        .filter(({ code }) => only?.includes(code) ?? true)
        .map((carrier) => ({ value: carrier.code, label: nameOf(carrier) })),
    [carriers, nameOf, only],
  );
}

/** The name of a carrier for its code; a code nobody knows is shown as it is. */
export function useCarrierNames(): (code: string) => string {
  const nameOf = useNameOf();
  const carriers = useQuery(ask.settings.carriers.queryOptions()).data;
  return useCallback(
    (code) => {
      const carrier = carriers?.find((known) => known.code === code);
      return carrier === undefined ? code : nameOf(carrier);
    },
    [carriers, nameOf],
  );
}
