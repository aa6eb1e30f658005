import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ArmFigures } from '../../../shared/contracts/rules.ts';
import { leastSample } from '../../../shared/domain/bookingRule.ts';
import { type Rule, ruleQueries } from '../../bridge/queries/bookingQueries.ts';
import { Comparison } from '../../parts/Comparison.tsx';
import { formatCount } from '../../parts/format.ts';

type Verdicts = Awaited<
  ReturnType<NonNullable<ReturnType<typeof ruleQueries.comparison>['queryFn']>>
>['verdicts'];
type Row = keyof Verdicts;

/** Old and new way side by side, each figure with a plain word. */
export function ShareFigures({ experimentId }: { readonly experimentId: string }) {
  const { t } = useTranslation();
  const compared = useQuery(ruleQueries.comparison(experimentId)).data;
  if (compared === undefined) return null;
  const of = (hits: number, all: number): string => {
    const counts = t('rules.share.of', { hits: formatCount(hits), of: formatCount(all) });
    return all === 0
      ? counts
      : t('rules.share.ofShare', { counts, percent: ((hits / all) * 100).toFixed(1) });
  };
  const seconds = (ms: number | null): string =>
    ms === null ? '–' : t('rules.share.seconds', { seconds: (ms / 1000).toFixed(2) });
  const rows: readonly (readonly [Row, (arm: ArmFigures) => string])[] = [
    ['failed', (arm) => of(arm.failed, arm.booked + arm.failed)],
    ['unsure', (arm) => of(arm.unsure, arm.orders)],
    ['time', (arm) => t('rules.share.timeOf', { half: seconds(arm.p50Ms), most: seconds(arm.p95Ms) })],
    ['printFailed', (arm) => of(arm.printFailed, arm.printed + arm.printFailed)],
    ['exceptions', (arm) => of(arm.exceptions, arm.tracked)],
  ];
  const isFew = Object.values(compared.verdicts).includes('few');
  return (
    <Comparison
      {...(isFew ? { caption: t('rules.share.sample', { count: leastSample }) } : {})}
      heads={[t('rules.share.old'), t('rules.share.new'), t('rules.share.verdictHead')]}
      old={compared.old}
      now={compared.new}
      rows={[
        { name: t('rules.share.orders'), show: ({ orders }) => formatCount(orders) },
        ...rows.map(([row, show]) => {
          const is = compared.verdicts[row];
          return {
            name: t(`rules.share.${row}`),
            show,
            verdict: { is, says: t(`rules.share.verdict.${is}`) },
          };
        }),
      ]}
    />
  );
}

type Share = NonNullable<Rule['share']>;

const dayMs = 86_400_000;

interface ShareStand {
  /** `ended`: 0 or 100 %, nothing is compared any more. */
  readonly kind: 'ended' | 'before' | 'running' | 'over';
  /** Begun days until it begins or ends; 0 when it does neither. */
  readonly days: number;
}

/** Whether a trial takes orders now, and for how long yet. */
export function shareStand({ percent, startsAt, endsAt }: Share, now: number): ShareStand {
  if (percent === 0 || percent === 100) return { kind: 'ended', days: 0 };
  if (now < startsAt) return { kind: 'before', days: Math.ceil((startsAt - now) / dayMs) };
  if (now >= endsAt) return { kind: 'over', days: 0 };
  return { kind: 'running', days: Math.ceil((endsAt - now) / dayMs) };
}
