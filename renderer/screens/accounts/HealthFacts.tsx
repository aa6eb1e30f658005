import { useTranslation } from 'react-i18next';
import type { AccountHealthView } from '../../bridge/queries/healthQueries.ts';
import { useNow } from '../../bridge/useNow.ts';
import { formatCount } from '../../parts/formatCount.ts';
import { useWhen } from '../../parts/useWhen.ts';

/** Queue, pace, balance and the last week of an account. */
export function HealthFacts({ health }: { readonly health: AccountHealthView }) {
  const { t } = useTranslation();
  const when = useWhen(useNow());
  const { counts, rate, balance, week, expectedFinishAt } = health;
  const facts: readonly (readonly [string, string])[] = [
    [t('accounts.counts'), t('accounts.countsText', counts)],
    [
      t('accounts.pace'),
      [
        t('accounts.paceText', { perSecond: rate.perSecond, booked: health.bookedLastMinute }),
        ...(expectedFinishAt === null ? [] : [t('accounts.finishAt', { time: when(expectedFinishAt) })]),
      ].join(t('common.listComma')),
    ],
    [
      t('accounts.balance'),
      balance === null
        ? t('accounts.balanceNone')
        : t('accounts.balanceText', { total: formatCount(balance.total), time: when(balance.at) }),
    ],
    [t('accounts.week'), t('accounts.weekText', week)],
  ];
  return (
    <dl className="facts">
      {facts.map(([name, value]) => (
        <div key={name} className="fact">
          <dt>{name}</dt>
          <dd className="number">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
