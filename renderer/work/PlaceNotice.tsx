import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../bridge/core.ts';
import { Notice } from '../parts/feedback/Notice.tsx';

/** The folder of the workspace is where a database is not safe. */
export function PlaceNotice() {
  const { t } = useTranslation();
  const place = useQuery(ask.session.state.queryOptions()).data?.place;
  if (place === undefined) return null;
  return <Notice tone="note" title={t(`settings.place.${place}`)} next={t(`settings.placeNext.${place}`)} />;
}
