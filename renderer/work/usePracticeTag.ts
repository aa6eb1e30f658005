import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../bridge/core.ts';

/**
 * What is on the button that books, as on a label of practice, where nothing real comes of it: in a practice workspace, and
 * with an account of the platform inside the program. undefined: it is real, or not known yet.
 */
export function usePracticeTag(accountId: string | null = null): string | undefined {
  const { t } = useTranslation();
  const isPractice = useQuery(ask.session.state.queryOptions()).data?.isPractice === true;
  const accounts = useQuery(ask.settings.accounts.queryOptions()).data;
  const platforms = useQuery(ask.settings.platforms.queryOptions()).data;
  const platform = accounts?.find(({ id }) => id === accountId)?.platform;
  const isInside = platforms?.find(({ id }) => id === platform)?.isEmbedded === true;
  return isPractice || isInside ? t('status.practiceShort') : undefined;
}
