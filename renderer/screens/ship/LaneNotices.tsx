import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AccountHealth } from '../../../shared/contracts/bookingHealth.ts';
import { joinTexts } from '../../../shared/text/hanSpacing.ts';
import { ChangeKey } from '../../work/changeKey.tsx';
import { JournalNotice } from '../../work/JournalNotice.tsx';
import { MoveWaiting, useResume } from '../../work/lanes.tsx';
import './ship.css';
import { useNow } from '../../bridge/page.ts';
import { questions } from '../../bridge/questions.ts';
import { Button } from '../../parts/Button.tsx';
import { useDuration, useWhen } from '../../parts/format.ts';
import { Icon } from '../../parts/Icon.tsx';
import { go } from '../../parts/place.ts';
import { useDescribe } from '../../words/describe.ts';

/** Accounts that book nothing at the moment, above the desk they hold up. */
export function LaneNotices() {
  const accounts = useQuery(questions.accountHealth()).data ?? [];
  return (
    <>
      <JournalNotice />
      {standingLanes(accounts).map((health) => (
        <StandingLane
          key={health.accountId}
          health={health}
          backup={accounts.find(({ accountId }) => accountId === health.backupAccountId)}
        />
      ))}
    </>
  );
}

interface StandingLaneProps {
  readonly health: AccountHealth;
  readonly backup: AccountHealth | undefined;
}

/** Why one account books nothing: what happened, what did not, when it goes on by itself, what a person may do. */
function StandingLane({ health, backup }: StandingLaneProps) {
  const { t } = useTranslation();
  const describe = useDescribe();
  const resume = useResume(health.accountId);
  const { lane, name, counts, errorCode } = health;
  const failures = Math.max(0, ...health.breakers.map((breaker) => breaker.failures));
  const isStopped = lane === 'stopped';
  const said = errorCode === '' ? null : describe(errorCode, { ...health.errorParams, name });
  return (
    <section
      className={`notice notice-${isStopped ? 'failed' : 'unsure'} standing-lane`}
      aria-label={t(`lanes.title.${isStopped ? 'stopped' : 'broken'}`, { name })}
    >
      <Icon name={isStopped ? 'alert' : 'pause'} />
      <div className="notice-words">
        <p className="notice-title">
          {t(`lanes.title.${isStopped ? 'stopped' : lane === 'probing' ? 'probing' : 'broken'}`, { name })}
        </p>
        <p>{said === null ? t('lanes.why', { count: failures }) : said.says}</p>
        {counts.waiting + counts.unsure > 0 && (
          <p>
            {joinTexts([
              counts.waiting > 0 ? t('lanes.safe', { count: counts.waiting }) : '',
              counts.unsure > 0 ? t('lanes.unsure', { count: counts.unsure }) : '',
            ])}
          </p>
        )}
        <p className="number">
          <strong>{isStopped ? said?.next : <NextTry health={health} />}</strong>
          {errorCode !== '' && <code className="code"> {errorCode}</code>}
        </p>
      </div>
      <div className="notice-actions">
        {errorCode === 'CARRIER_CREDENTIALS' && <ChangeKey account={health} />}
        <Button size="small" icon="play" {...resume.press()}>
          {t(isStopped ? 'lanes.mended' : 'accounts.resume')}
        </Button>
        {backup !== undefined && (
          <MoveWaiting
            health={health}
            backup={{ id: backup.accountId, name: backup.name }}
            label={t('lanes.move', { count: counts.waiting, name: backup.name })}
          />
        )}
        <Button size="small" onPress={() => go('settings', { section: 'accounts' })}>
          {t('lanes.toAccount')}
        </Button>
      </div>
    </section>
  );
}

/** Counted down: it goes on by itself. */
function NextTry({ health: { lane, retryAt } }: { readonly health: AccountHealth }) {
  const { t } = useTranslation();
  const now = useNow(1_000);
  const duration = useDuration();
  const when = useWhen(now);
  if (lane === 'probing' || retryAt === null || retryAt <= now) return t('lanes.probing');
  return t('lanes.next', { time: when(retryAt), left: duration((retryAt - now) / 1_000) });
}

/** Lanes that hold orders up: closed ones, and one that looks for itself while orders wait for what it finds. */
export function standingLanes(accounts: readonly AccountHealth[]): AccountHealth[] {
  return accounts.filter(
    ({ lane, counts }) =>
      lane === 'broken' || lane === 'stopped' || (lane === 'probing' && counts.waiting + counts.sending > 0),
  );
}
