import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { healthQueries } from '../../bridge/queries/healthQueries.ts';
import { Notice } from '../../parts/feedback/Notice.tsx';

/** Said only when the clock is so far off that signatures are refused. */
export function ClockNotice() {
  const { t } = useTranslation();
  const clock = useQuery(healthQueries.clock()).data;
  if (clock === undefined || clock.skewMs === null || Math.abs(clock.skewMs) <= clock.limitMs) return null;
  const seconds = Math.round(Math.abs(clock.skewMs) / 1_000);
  return (
    <Notice
      tone="unsure"
      title={t(clock.skewMs > 0 ? 'accounts.clock.behind' : 'accounts.clock.ahead', { seconds })}
      next={t('accounts.clock.next')}
    />
  );
}
