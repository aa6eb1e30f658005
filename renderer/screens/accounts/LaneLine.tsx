import { useTranslation } from 'react-i18next';
import type { LaneState } from '../../../shared/domain/booking.ts';
import { useNow } from '../../bridge/page.ts';
import type { AccountHealthView } from '../../bridge/queries/bookingQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { useDuration } from '../../parts/format.ts';
import { StateMark, type Tone } from '../../parts/StateMark.tsx';
import { When } from '../../parts/When.tsx';
import { useResume } from '../../work/lanes.tsx';

const standing: readonly string[] = ['pausing', 'broken', 'probing', 'stopped'];

/** How the lane stands, since when, why, and when it tries again by itself. */
export function LaneLine({ health }: { readonly health: AccountHealthView }) {
  const { t } = useTranslation();
  const now = useNow(1_000);
  const duration = useDuration();
  const resume = useResume(health.accountId);
  const { since, retryAt } = health;
  const lane = shownLane(health);
  return (
    <div className="stack-tight">
      <div className="line">
        <StateMark tone={laneTone(lane)} label={t(`lane.${lane}`)} />
        {since !== null && lane !== 'idle' && (
          <span className="soft small">
            {t('accounts.since')} <When at={since} now={now} />
          </span>
        )}
        {retryAt !== null && retryAt > now && (
          <span className="soft small number">
            {t('accounts.retryIn', { left: duration((retryAt - now) / 1_000) })}
          </span>
        )}
        <span className="grow" />
        {standing.includes(lane) && (
          <Button size="small" icon="play" {...resume.press()}>
            {t('accounts.resume')}
          </Button>
        )}
      </div>
      {health.errorCode !== '' && (
        <FailureNotice
          tone={lane === 'stopped' ? 'failed' : 'unsure'}
          failure={{ code: health.errorCode, params: { name: health.name, ...health.errorParams } }}
        />
      )}
      {health.breakers
        .filter(({ state }) => state !== 'closed')
        .map(({ interfaceName, state, calls, failures }) => (
          <p key={interfaceName} className="small">
            {t(state === 'open' ? 'accounts.breakerOpen' : 'accounts.breakerProbing', {
              name: t(`interface.${interfaceName}`, interfaceName),
              calls,
              failures,
            })}
          </p>
        ))}
    </div>
  );
}

/** How the lane of an account is marked. Held back is amber, since it mends itself; refused is red, since it does not. */
export function laneTone(lane: LaneState): Tone {
  return (
    {
      idle: 'rest',
      working: 'active',
      pausing: 'waiting',
      broken: 'unsure',
      probing: 'unsure',
      stopped: 'failed',
    } as const
  )[lane];
}

/** A lane that would look for itself is at rest as long as nothing waits for what it finds. */
export function shownLane({
  lane,
  counts,
}: Pick<AccountHealthView, 'lane' | 'counts'>): AccountHealthView['lane'] {
  return lane === 'probing' && counts.waiting + counts.sending === 0 ? 'idle' : lane;
}
