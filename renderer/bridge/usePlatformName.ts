import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { settingsQueries } from './queries/settingsQueries.ts';

/** The name of a platform for its id. */
export function usePlatformName(): (id: string) => string {
  const language = useTranslation().i18n.language;
  const platforms = useQuery(settingsQueries.platforms()).data;
  return (id) => {
    const platform = platforms?.find((known) => known.id === id);
    return platform === undefined ? id : language === 'en' ? platform.nameEn : platform.nameZh;
  };
}
