import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, core } from '../bridge/core.ts';
import { useMissingRight } from '../bridge/operators.ts';
import { queryClient } from '../bridge/queryClient.ts';
import { say } from '../parts/feedback/Toasts.tsx';
import { usePlace } from '../parts/place.ts';

/** A version that came in, did not, or can be had is announced once; its state and the way back stay in Settings. */
export function useUpdateNews(): void {
  const { t, i18n } = useTranslation();
  const maySee = useMissingRight(['seeWork']) === null;
  const view = useQuery(ask.updates.get.queryOptions({ enabled: maySee })).data;
  const language = useQuery(ask.settings.get.queryOptions({ enabled: maySee })).data?.language;
  // Said in the language of the workspace, which the page learns a moment after it is there.
  const isSpoken = language === i18n.language;
  useEffect(() => {
    if (!isSpoken || view?.isUnshown !== true) return;
    const { news, offer } = view;
    const says =
      news !== null
        ? t(news.isDone ? 'updates.came' : 'updates.cameNot', { from: news.from, to: news.to })
        : t('updates.found', { version: offer?.version ?? '' });
    const run = (): void => usePlace.getState().go('settings', { section: 'updates' });
    say({
      tone: news?.isDone === false ? 'unsure' : 'done',
      says,
      action: { label: t('updates.show'), run },
    });
    void core.updates
      .markShown()
      .then((view) => queryClient.setQueryData(ask.updates.get.queryKey(), view))
      .catch(() => undefined);
  }, [isSpoken, view, t]);
}
