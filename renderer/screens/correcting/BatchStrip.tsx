import { useTranslation } from 'react-i18next';
import { type CorrectionBatch, useCorrectionBatch } from '../../bridge/useCorrectionBatch.ts';
import { useNow } from '../../bridge/useNow.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/FailureNotice.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { formatCount } from '../../parts/formatCount.ts';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { useDuration } from '../../parts/useDuration.ts';

function Running({ batch }: { readonly batch: CorrectionBatch }) {
  const { t } = useTranslation();
  const duration = useDuration();
  const now = useNow(1_000);
  const { cancel } = useCorrectionBatch.getState();
  const seconds = Math.max(1, (now - batch.startedAt) / 1000);
  const left = batch.done === 0 ? null : ((batch.total - batch.done) / batch.done) * seconds;
  const label = t(batch.kind === 'accept' ? 'correct.accepting' : 'correct.undoing');
  return (
    <section className="panel batch-strip" aria-label={label}>
      <strong>{label}</strong>
      <div className="grow">
        <ProgressBar label={label} share={batch.total === 0 ? null : batch.done / batch.total} />
      </div>
      <span className="number small">
        {t('correct.batchProgress', { done: formatCount(batch.done), total: formatCount(batch.total) })}
        {left !== null && ` · ${t('correct.batchLeft', { time: duration(Math.ceil(left)) })}`}
      </span>
      <Button size="small" isBusy={batch.stage === 'cancelling'} onPress={cancel}>
        {t('correct.stop')}
      </Button>
    </section>
  );
}

/** A batch under way or just done: how far, how long, stop; then what came of it. */
export function BatchStrip() {
  const { t } = useTranslation();
  const batch = useCorrectionBatch((store) => store.batch);
  const { clear } = useCorrectionBatch.getState();
  // A single undo is over before a strip could be read.
  if (batch === null || (batch.kind === 'undo' && batch.total <= 1 && batch.stage !== 'failed')) return null;
  if (batch.stage === 'running' || batch.stage === 'cancelling') return <Running batch={batch} />;
  const close = <Button onPress={clear}>{t('common.close')}</Button>;
  if (batch.failure !== null) return <FailureNotice failure={batch.failure}>{close}</FailureNotice>;
  const changed = { count: batch.changed, shown: formatCount(batch.changed) };
  const said = batch.kind === 'accept' ? t('correct.accepted', changed) : t('correct.undone', changed);
  const rest = [
    batch.isCancelled ? t('correct.wasStopped') : '',
    batch.kept > 0 ? t('correct.undoKept', { count: batch.kept }) : '',
    batch.kind === 'accept' && batch.changed > 0 ? t('correct.acceptedNote') : '',
  ].filter((text) => text !== '');
  return (
    <Notice tone="done" title={said} next={rest.join(' ')}>
      {close}
    </Notice>
  );
}
