import { useQuery } from '@tanstack/react-query';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ask } from '../bridge/core.ts';
import './operators/operators.css';
import type { StatusView } from '../../shared/contracts/session.ts';
import { useNow } from '../bridge/page.ts';
import { questions } from '../bridge/questions.ts';
import { formatAge, useDuration } from '../parts/format.ts';
import { Icon, type IconName } from '../parts/Icon.tsx';
import { go, useSignInWish } from '../parts/place.ts';
import { StateMark, type Tone } from '../parts/StateMark.tsx';
import { When } from '../parts/When.tsx';
import { useDescribe } from '../words/describe.ts';
import { printerTone } from '../words/tones.ts';
import { useLanguage } from '../words/useLanguage.ts';
import { AlarmStatus } from './AlarmStatus.tsx';
import { NetworkStatus } from './NetworkStatus.tsx';
import { useRoleName } from './operators/actor.ts';

const urgency: readonly Tone[] = ['failed', 'unsure', 'waiting', 'active', 'done', 'rest'];

/** Printers that need a person first: the bar has room for two. */
export function worstFirst(printers: StatusView['printers']): StatusView['printers'] {
  const rank = ({ state, why }: StatusView['printers'][number]): number =>
    urgency.indexOf(printerTone(state, why));
  return [...printers].sort((one, other) => rank(one) - rank(other));
}

interface StatusItemProps {
  readonly icon: IconName;
  readonly name: string;
  readonly look?: 'status-printers' | 'status-server';
  readonly children: React.ReactNode;
  onPress(): void;
}

/** One truth of the status bar; pressed, it leads to where that is dealt with. */
function StatusItem({ icon, name, look, children, onPress }: StatusItemProps) {
  return (
    <button
      type="button"
      className={look === undefined ? 'status-item' : `status-item ${look}`}
      onClick={onPress}
      title={name}
    >
      <Icon name={icon} size={14} />
      <span className="hidden-label">{name}</span>
      {children}
    </button>
  );
}

/** Who works here. Pressed: somebody else takes over, or signs out. */
function OperatorStatus() {
  const { t } = useTranslation();
  const roleName = useRoleName();
  const desk = useQuery(ask.operators.state.queryOptions()).data;
  const hasOperators = desk?.hasOperators === true;
  const toSettings = (): void => go('settings', { section: 'operators' });
  return (
    <StatusItem
      icon="user"
      name={t(hasOperators ? 'operators.switchTitle' : 'status.operator')}
      onPress={hasOperators ? useSignInWish.getState().ask : toSettings}
    >
      {!hasOperators && <span className="status-words">{t('status.owner')}</span>}
      {hasOperators && desk.role === 'nobody' && (
        <StateMark tone="note" label={t('operators.signInNeeded')} />
      )}
      {hasOperators && desk.role !== 'nobody' && (
        <span>
          <strong>{desk.name}</strong> {roleName(desk.role)}
        </span>
      )}
    </StatusItem>
  );
}

/** In the words of the batch in Ship, which may be above. */
export function minutesLeft(t: TFunction, seconds: number): string {
  const count = Math.ceil(seconds / 60);
  return count <= 1 ? t('preflight.run.leftShort') : t('preflight.run.left', { count });
}

function QueueStatus({ status }: { readonly status: StatusView }) {
  const { t } = useTranslation();
  const { waiting, sending, unsure, failed } = status.queue;
  const { stoppedAccounts = 0, standing = [] } = useQuery(questions.bookingSummary()).data ?? {};
  const marks: readonly (readonly [Tone, number, string])[] = [
    ['waiting', waiting, t('status.waiting', { count: waiting })],
    ['active', sending, t('status.sending', { count: sending })],
    ['unsure', unsure, t('status.unsure', { count: unsure })],
    ['failed', failed, t('status.failed', { count: failed })],
  ];
  const shown = marks.filter(([, count]) => count > 0);
  return (
    <>
      {stoppedAccounts > 0 && <StateMark tone="failed" label={t('today.item.accountStopped')} />}
      {standing.length > 0 && <NextTry retryAt={standing.map(({ retryAt }) => retryAt ?? 0)} />}
      {shown.length === 0 && <span>{t('status.queueIdle')}</span>}
      {shown.map(([tone, , words]) => (
        <StateMark key={tone} tone={tone} label={words} />
      ))}
      {/* Its end counts what waits for a stopped account, too: nobody knows when. */}
      {status.expectedSeconds !== null && stoppedAccounts === 0 && (
        <span className="soft number status-rate">
          {t('status.rate', {
            count: Math.round(status.bookingsPerMinute),
            left: minutesLeft(t, status.expectedSeconds),
          })}
        </span>
      )}
    </>
  );
}

/** A lane is closed; the first of several that tries again is counted down. */
function NextTry({ retryAt }: { readonly retryAt: readonly number[] }) {
  const { t } = useTranslation();
  const now = useNow(1_000);
  const duration = useDuration();
  const left = duration(Math.max(0, Math.min(...retryAt) - now) / 1_000);
  return <StateMark tone="note" label={t('lanes.bar', { left })} />;
}

/** How old the last backup is, and what is wrong with it. */
function BackupStatus({ status, now }: { readonly status: StatusView; readonly now: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const describe = useDescribe();
  const { lastBackupAt, backup, backupCode } = status;
  const why = backupCode === '' ? undefined : describe(backupCode).says;
  if (backup === 'failing') return <StateMark tone="failed" label={t('status.backupFailing')} title={why} />;
  // Without one of its own all is well only where the server's administrator makes them.
  if (lastBackupAt === null && backup === 'fine') return <span>{t('status.serverBackups')}</span>;
  if (lastBackupAt === null)
    return backup === 'never' ? (
      <StateMark tone="failed" label={t('status.neverBackedUp')} />
    ) : (
      <span>{t('status.noBackup')}</span>
    );
  const age = t('status.backupAge', { age: formatAge(lastBackupAt, now, language) });
  return (
    <>
      {backup === 'old' ? <StateMark tone="note" label={age} /> : <span className="number">{age}</span>}
      {backup === 'second-old' && <StateMark tone="note" label={t('status.secondOld')} title={why} />}
      {backup === 'fine' && why !== undefined && (
        <StateMark tone="waiting" label={t('status.secondAway')} title={why} />
      )}
    </>
  );
}

/** The server of a shared book, while it is away: since when. */
function ServerStatus({ now }: { readonly now: number }) {
  const { t } = useTranslation();
  const since = useQuery(ask.away.state.queryOptions()).data?.since ?? null;
  if (since === null) return null;
  return (
    <StatusItem icon="network" name={t('status.server')} look="status-server" onPress={() => go('pack')}>
      <StateMark tone="failed" label={t('status.serverAway')} />
      <When at={since} now={now} as="age" />
    </StatusItem>
  );
}

interface StatusBarProps {
  readonly status: StatusView | undefined;
  onKeys(): void;
}

/** The five truths, always in sight: network, booking queue, printers, who works here, last backup. */
export function StatusBar({ status, onKeys }: StatusBarProps) {
  const { t } = useTranslation();
  const now = useNow();
  if (status === undefined)
    return (
      <section className="status-bar" aria-label={t('status.title')}>
        <ServerStatus now={now} />
        <span className="grow" />
        <OperatorStatus />
      </section>
    );
  return (
    <section className="status-bar" aria-label={t('status.title')}>
      <ServerStatus now={now} />
      <StatusItem
        icon="network"
        name={t('status.network')}
        onPress={() => go('settings', { section: 'calls' })}
      >
        <NetworkStatus status={status} now={now} />
      </StatusItem>
      <StatusItem icon="ship" name={t('status.queue')} onPress={() => go('ship')}>
        <QueueStatus status={status} />
      </StatusItem>
      <StatusItem
        icon="print"
        name={t('status.printers')}
        look="status-printers"
        onPress={() => (status.printers.length === 0 ? go('settings', { section: 'printers' }) : go('print'))}
      >
        {status.printers.length === 0 && <span>{t('status.noPrinter')}</span>}
        {worstFirst(status.printers)
          .slice(0, 2)
          .map(({ name, state, why }) => (
            <span key={name} className="status-printer">
              <StateMark
                tone={printerTone(state, why)}
                label={`${name} ${t(`printer.${state}`)}`}
                title={t(`printing.why.${why}`)}
              />
            </span>
          ))}
        {status.printers.length > 2 && (
          <span className="soft status-further">{`+${status.printers.length - 2}`}</span>
        )}
        {status.printers.length > 1 && (
          <span className="soft status-further-narrow">{`+${status.printers.length - 1}`}</span>
        )}
      </StatusItem>
      <AlarmStatus />
      <span className="grow" />
      <OperatorStatus />
      <StatusItem
        icon="backup"
        name={t('status.backup')}
        onPress={() => go('settings', { section: 'backups' })}
      >
        <BackupStatus status={status} now={now} />
      </StatusItem>
      <StatusItem icon="question" name={t('keys.title')} onPress={onKeys}>
        <span className="status-words" aria-hidden="true">
          {t('keys.title')}
        </span>
      </StatusItem>
    </section>
  );
}
