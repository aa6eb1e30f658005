import { useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsQueries } from './queries/settingsQueries.ts';

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
