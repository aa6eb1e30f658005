import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { leastSample } from '../../../shared/domain/bookingRule.ts';
import { type Rule, ruleQueries } from '../../bridge/queries/bookingQueries.ts';
import { ArmFigures } from '../../work/TrialParts.tsx';

/** Old and new way side by side. */
export function ShareFigures({ experimentId }: { readonly experimentId: string }) {
  const { t } = useTranslation();
  const compared = useQuery(ruleQueries.comparison(experimentId)).data;
  if (compared === undefined) return null;
  const isFew = Object.values(compared.verdicts).includes('few');
  return (
    <ArmFigures
      kind="rules.share"
      {...(isFew ? { caption: t('rules.share.sample', { count: leastSample }) } : {})}
      compared={compared}
      counted={[t('rules.share.orders'), ({ orders }) => orders]}
      nameOf={(row) => t(`rules.share.${row}`)}
      rows={[
        ['failed', (arm, { of }) => of(arm.failed, arm.booked + arm.failed)],
        ['unsure', (arm, { of }) => of(arm.unsure, arm.orders)],
        ['time', (arm, { times }) => times(arm.p50Ms, arm.p95Ms)],
        ['printFailed', (arm, { of }) => of(arm.printFailed, arm.printed + arm.printFailed)],
        ['exceptions', (arm, { of }) => of(arm.exceptions, arm.tracked)],
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
