import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AccountHealth } from '../../../shared/contracts/bookingHealth.ts';
import type { AccountRow } from '../../../shared/contracts/settings.ts';
import { fallbacks, type LaneState } from '../../../shared/domain/booking.ts';
import { core } from '../../bridge/core.ts';
import { pageClock, useNow } from '../../bridge/page.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { Form } from '../../parts/form/Form.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useDuration, useWhen } from '../../parts/format.ts';
import { StateMark, type Tone } from '../../parts/StateMark.tsx';
import { When } from '../../parts/When.tsx';
import { ChangeKey } from '../../work/changeKey.tsx';
import { MoveWaiting, useResume } from '../../work/lanes.tsx';
import { useAct } from '../../work/useAct.ts';

const standing: readonly string[] = ['pausing', 'broken', 'probing', 'stopped'];

/** The state of the lane, since when, why, and when it tries again by itself. */
export function LaneLine({ health }: { readonly health: AccountHealth }) {
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
            <When after={t('accounts.since')} at={since} now={now} />
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
          tone={lane === 'stopped' ? 'failed' : 'note'}
          failure={{ code: health.errorCode, params: { ...health.errorParams, name: health.name } }}
        >
          {health.errorCode === 'CARRIER_CREDENTIALS' && <ChangeKey account={health} />}
        </FailureNotice>
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

/** How the lane of an account is marked. Held back is amber, since it recovers by itself; refused is red, since it does not. */
export function laneTone(lane: LaneState): Tone {
  return (
    {
      idle: 'rest',
      working: 'active',
      pausing: 'waiting',
      broken: 'note',
      probing: 'note',
      stopped: 'failed',
    } as const
  )[lane];
}

/** A lane that would look for itself is at rest as long as nothing waits for what it finds. */
export function shownLane({ lane, counts }: Pick<AccountHealth, 'lane' | 'counts'>): AccountHealth['lane'] {
  return lane === 'probing' && counts.waiting + counts.sending === 0 ? 'idle' : lane;
}

interface FallbackFormProps {
  readonly health: AccountHealth;
  readonly others: readonly AccountRow[];
}

/** What becomes of orders that this account certainly did not book. */
export function FallbackForm({ health, others }: FallbackFormProps) {
  const { t } = useTranslation();
  const [fallback, setFallback] = useState(health.fallback);
  const [backupId, setBackupId] = useState(health.backupAccountId);
  const save = useAct(
    () =>
      core.bookingHealth.setFallback({ accountId: health.accountId, fallback, backupAccountId: backupId }),
    { says: () => t('accounts.fallbackSaved') },
  );
  const backup = others.find(({ id }) => id === backupId);
  // What waits now may be handed over once, whatever the setting says.
  const isBackupAsked = fallback === 'backup' || health.counts.waiting > 0;
  const isWhole = fallback !== 'backup' || backup !== undefined;
  return (
    <Form look="stack-tight" isReady={isWhole} onSubmit={() => save.mutate()}>
      <ChoiceField
        label={t('accounts.fallback')}
        value={fallback}
        choices={fallbacks.map((value) => ({ value, label: t(`fallback.${value}`) }))}
        onChange={(chosen) => setFallback(chosen)}
      />
      <p className="soft small">{t(`accounts.fallbackNote.${fallback}`)}</p>
      <div className="line">
        {isBackupAsked && others.length === 0 && <span className="soft small">{t('accounts.noBackup')}</span>}
        {isBackupAsked && others.length > 0 && (
          <SelectField
            label={t('accounts.backupAccount')}
            isLabelHidden
            width={200}
            placeholder={t('accounts.backupAccount')}
            value={backupId}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
            onChange={setBackupId}
          />
        )}
        <Button isSubmit isDisabled={!isWhole} isBusy={save.isPending}>
          {t('common.save')}
        </Button>
        {backup !== undefined && (
          <MoveWaiting
            health={health}
            backup={backup}
            label={t('accounts.moveNow', { count: health.counts.waiting })}
          />
        )}
      </div>
    </Form>
  );
}

const spans = ['0', '1', '3', '7', '15'] as const;

/** A higher pace that the platform granted, always with its end. */
export function RateRaise({ health }: { readonly health: AccountHealth }) {
  const { t } = useTranslation();
  const when = useWhen(useNow());
  const { rate, accountId } = health;
  const [perSecond, setPerSecond] = useState('');
  const [days, setDays] = useState<(typeof spans)[number]>('0');
  const raise = useAct(
    (wanted: Parameters<typeof core.bookingHealth.raiseRate>[0]['raise']) =>
      core.bookingHealth.raiseRate({ accountId, raise: wanted }),
    { after: () => setPerSecond('') },
  );
  const number = Number(perSecond);
  const isWhole = Number.isInteger(number) && number > rate.ownPerSecond && number <= 500;
  if (rate.raisedUntil !== null)
    return (
      <div className="line">
        <span className="number">
          {t('accounts.raiseOn', { perSecond: rate.perSecond, time: when(rate.raisedUntil) })}
        </span>
        <Button size="small" {...raise.press(null)}>
          {t('accounts.raiseOff')}
        </Button>
      </div>
    );
  return (
    <details>
      <summary>{t('accounts.raise')}</summary>
      <Form
        look="stack-tight"
        isReady={isWhole}
        onSubmit={() => raise.mutate({ perSecond: number, until: raiseEnd(pageClock.now(), Number(days)) })}
      >
        <p className="soft small">{t('accounts.raiseNote', { own: rate.ownPerSecond })}</p>
        <div className="line raise-fields">
          <TextField
            label={t('accounts.raisePerSecond')}
            maxLength={3}
            value={perSecond}
            onChange={setPerSecond}
          />
          <SelectField
            label={t('accounts.raiseUntil')}
            width={140}
            value={days}
            options={spans.map((value) => ({ value, label: t(`accounts.raiseDays.${value}`) }))}
            onChange={setDays}
          />
          <Button isSubmit isDisabled={!isWhole} isBusy={raise.isPending}>
            {t('accounts.raiseDo')}
          </Button>
        </div>
      </Form>
    </details>
  );
}

/** The end of the day that lies so many days ahead, by the clock of this computer. */
export function raiseEnd(now: number, days: number): number {
  const day = new Date(now);
  day.setDate(day.getDate() + days);
  return day.setHours(23, 59, 59, 0);
}
