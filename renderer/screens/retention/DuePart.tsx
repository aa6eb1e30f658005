import { useTranslation } from 'react-i18next';
import type { RetentionView } from '../../../shared/contracts/retention/retention.ts';
import type { RetentionReason } from '../../../shared/domain/retention/retention.ts';
import { shopDate } from '../../../shared/rules/shopTime.ts';
import { pageClock } from '../../bridge/page.ts';
import { useRetentionRun } from '../../bridge/retentionRun.ts';
import { AskingButton } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice, Notice } from '../../parts/feedback/Notice.tsx';
import { CheckField } from '../../parts/form/CheckField.tsx';
import { formatCount } from '../../parts/format.ts';
import { ProgressBar } from '../../parts/StateMark.tsx';
import { PlainTable } from '../../parts/table/PlainTable.tsx';
import './retention.css';

interface DuePartProps {
  readonly view: RetentionView;
  /** The figures are those of a time that is not chosen yet. */
  readonly isThought: boolean;
  readonly isClockRight: boolean;
  readonly mayRun: boolean;
  onClockRight(isRight: boolean): void;
}

interface Line {
  readonly reason: RetentionReason | 'due';
  readonly orders: number;
}

/** What would go now, what stays and why, and the way to let it go. */
export function DuePart({ view, isThought, isClockRight, mayRun, onClockRight }: DuePartProps) {
  const { t } = useTranslation();
  const { due, fileCount, waiting } = view;
  const lines: readonly Line[] = [{ reason: 'due', orders: due }, ...waiting];
  return (
    <>
      <h3>{t(isThought ? 'retention.wouldGo' : 'retention.goesNow')}</h3>
      <div className="panel panel-pad stack">
        {(!view.isProven || isClockRight) && (
          <ClockNotice now={view.now} isRight={isClockRight} onRight={onClockRight} />
        )}
        <PlainTable
          look="plain-table retention-due"
          rows={lines}
          keyOf={({ reason }) => reason}
          columns={[
            [
              t('retention.what'),
              ({ reason }) =>
                reason === 'due' ? (
                  <strong>{t('retention.due')}</strong>
                ) : (
                  t('retention.keeps', { reason: t(`keptFor.${reason}`) })
                ),
            ],
            [t('retention.orders'), ({ orders }) => formatCount(orders), 'count'],
          ]}
        />
        {fileCount > 0 && <p className="soft small">{t('retention.files', { count: fileCount })}</p>}
        <RunPart view={view} isThought={isThought} isClockRight={isClockRight} mayRun={mayRun} />
        <p className="soft small">{t('retention.backups')}</p>
      </div>
    </>
  );
}

interface ClockNoticeProps {
  readonly now: number;
  readonly isRight: boolean;
  onRight(isRight: boolean): void;
}

/** The clock alone lets nothing go that records do not prove old; a person may say that it is right. */
function ClockNotice({ now, isRight, onRight }: ClockNoticeProps) {
  const { t } = useTranslation();
  return (
    <>
      {!isRight && (
        <Notice
          tone="note"
          title={t('retention.clock', { day: shopDate(now) })}
          next={t('retention.clockNext')}
        />
      )}
      <CheckField
        label={t('retention.clockRight', { day: shopDate(pageClock.now()) })}
        isOn={isRight}
        onChange={onRight}
      />
    </>
  );
}

type RunPartProps = Omit<DuePartProps, 'onClockRight'>;

/** Asks before it begins; shows how far it is, and what came of it. */
function RunPart({ view: { due, fileCount }, isThought, isClockRight, mayRun }: RunPartProps) {
  const { t } = useTranslation();
  const { run, start, stop, clear } = useRetentionRun();
  if (run?.stage === 'running') return <Running erased={run.erased} total={run.total} onStop={stop} />;
  const isNothing = due === 0 && fileCount === 0;
  return (
    <>
      {run !== null && <RunEnd run={run} onClose={clear} />}
      {mayRun && !isThought && !isNothing && (
        <div className="form-actions">
          <AskingButton
            label={t('retention.run', { count: due, shown: formatCount(due) })}
            button="danger"
            look="danger"
            title={t('retention.runTitle', { count: due, shown: formatCount(due) })}
            note={t('retention.runNote')}
            yes={t('retention.runYes')}
            act={async () => start({ isClockRight }, due)}
          />
        </div>
      )}
      {isNothing && run === null && <p>{t('retention.nothing')}</p>}
    </>
  );
}

interface RunningProps {
  readonly erased: number;
  readonly total: number;
  onStop(): void;
}

function Running({ erased, total, onStop }: RunningProps) {
  const { t } = useTranslation();
  const label = t('retention.running');
  return (
    <div className="line">
      <strong>{label}</strong>
      <div className="grow">
        <ProgressBar label={label} share={total === 0 ? null : erased / total} />
      </div>
      <span className="number small">
        {t('retention.progress', { done: formatCount(erased), total: formatCount(total) })}
      </span>
      <Button size="small" onPress={onStop}>
        {t('retention.stop')}
      </Button>
    </div>
  );
}

interface RunEndProps {
  readonly run: NonNullable<ReturnType<typeof useRetentionRun.getState>['run']>;
  onClose(): void;
}

function RunEnd({ run: { stage, erased, files, failure }, onClose }: RunEndProps) {
  const { t } = useTranslation();
  const close = (
    <Button size="small" onPress={onClose}>
      {t('common.close')}
    </Button>
  );
  if (failure !== null) return <FailureNotice failure={failure}>{close}</FailureNotice>;
  const count = { count: erased, shown: formatCount(erased) };
  return (
    <Notice
      tone="done"
      title={t(stage === 'stopped' ? 'retention.wasStopped' : 'retention.erased', count)}
      {...(files > 0 ? { next: t('retention.filesGone', { count: files }) } : {})}
    >
      {close}
    </Notice>
  );
}
