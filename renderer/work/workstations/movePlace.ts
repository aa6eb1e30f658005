import { useTranslation } from 'react-i18next';

/** Where a book goes, in words. `place`: `host/database`; empty: this PC. */
export function useMovePlace(): (place: string) => string {
  const { t } = useTranslation();
  return (place) =>
    place === '' ? t('workstations.places.file') : t('workstations.moveAddress', { address: place });
}
