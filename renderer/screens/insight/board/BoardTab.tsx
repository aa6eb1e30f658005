import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { questions } from '../../../bridge/questions.ts';
import { Facts } from '../../../parts/DetailPane.tsx';
import { formatCount } from '../../../parts/format.ts';

/** The day so far. */
export function BoardTab() {
  const { t } = useTranslation();
  const status = useQuery(questions.status()).data;
  if (status === undefined) return null;
  return (
    <section className="panel panel-pad">
      <Facts
        facts={[
          [t('today.bookedToday'), formatCount(status.bookedToday)],
          [t('today.inTransit'), formatCount(status.inTransit)],
          [t('today.item.tracking'), formatCount(status.trackingExceptions)],
        ]}
      />
    </section>
  );
}
