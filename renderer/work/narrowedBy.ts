import { useTranslation } from 'react-i18next';

/** What hides the rows of a list, in words: the filters that are on, and what is searched for. */
export function useNarrowedBy(): (filters: readonly string[], searched: string) => string {
  const { t } = useTranslation();
  return (filters, searched) =>
    t('table.narrowed', {
      words: [...filters, searched === '' ? '' : t('table.searched', { search: searched })]
        .filter(Boolean)
        .join(' · '),
    });
}
