import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { joinTexts } from '../../../shared/text/hanSpacing.ts';
import { core } from '../../bridge/core.ts';
import { failureOf, type PageFailure } from '../../bridge/failureOf.ts';
import { type CorrectionBatch, useCorrectionBatch } from '../../bridge/longRuns.ts';
import { pageClock, useNow } from '../../bridge/page.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice, Notice } from '../../parts/feedback/Notice.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { formatCount, useDuration } from '../../parts/format.ts';
import { Icon } from '../../parts/Icon.tsx';
import { ProgressBar } from '../../parts/StateMark.tsx';
import { reasonText } from './reading.ts';

/** Thresholds in the words of the confidence marks (`confidenceWord.ts`). */
const thresholds = [
  { value: '0.9', word: 'sure' },
  { value: '0.7', word: 'likely' },
  { value: '0.5', word: 'doubtful' },
] as const;

interface AcceptAboveDialogProps {
  /** Only this kind of complaint; null: all. */
  readonly issue: string | null;
  onClose(): void;
}

/** Accepts all that is certain enough: first says exactly how many and what would change, then does just that. */
export function AcceptAboveDialog({ issue, onClose }: AcceptAboveDialogProps) {
  const { t } = useTranslation();
  const [threshold, setThreshold] = useState<string>('0.7');
  const request = { minConfidence: Number(threshold), ...(issue === null ? {} : { issue }) };
  const { preview, progress, failure } = useAcceptPreview(request);
  const accepted = preview?.accepted ?? 0;
  const start = (): void => {
    if (preview === null || accepted === 0) return;
    const total = preview.accepted + preview.staying;
    useCorrectionBatch.getState().accept({ ...request, untilId: preview.untilId }, total, pageClock.now());
    onClose();
  };
  return (
    <AskDialog
      title={t('correct.acceptAbove')}
      width={720}
      yes={t('correct.acceptMany', { count: accepted, shown: formatCount(accepted) })}
      isReady={accepted !== 0}
      onYes={start}
      onClose={onClose}
    >
      <ChoiceField
        label={t('correct.threshold')}
        value={threshold}
        choices={thresholds.map(({ value, word }) => ({ value, label: t(`correct.atLeast.${word}`) }))}
        onChange={setThreshold}
      />
      {failure !== null && <FailureNotice failure={failure} />}
      {preview === null && failure === null && (
        <div className="stack">
          <ProgressBar
            label={t('correct.previewing')}
            share={progress.total === 0 ? null : progress.done / progress.total}
          />
          <p className="soft small number">
            {t('correct.previewingNote', {
              done: formatCount(progress.done),
              total: formatCount(progress.total),
            })}
          </p>
        </div>
      )}
      {preview !== null && (
        <>
          <p className="batch-sum">
            {joinTexts([
              t('correct.willAccept', { count: accepted, shown: formatCount(accepted) }),
              t('correct.willStay', { count: preview.staying, shown: formatCount(preview.staying) }),
            ])}
          </p>
          <TallyList title={t('correct.willChange')} tallies={preview.changes} words="reason" />
          <TallyList title={t('correct.stays')} tallies={preview.stays} words="stay" />
          <p className="soft small">{t('correct.batchNote')}</p>
        </>
      )}
    </AskDialog>
  );
}

type AcceptPreview = Extract<
  Awaited<ReturnType<typeof core.correct.previewAbove>> extends AsyncIterable<infer Step> ? Step : never,
  { kind: 'finished' }
>;

interface PreviewState {
  readonly preview: AcceptPreview | null;
  readonly progress: { readonly done: number; readonly total: number };
  readonly failure: PageFailure | null;
}

const begun: PreviewState = { preview: null, progress: { done: 0, total: 0 }, failure: null };

/** Asks what a threshold would accept; another threshold, or leaving, stops the question. */
function useAcceptPreview({
  minConfidence,
  issue,
}: {
  readonly minConfidence: number;
  readonly issue?: string;
}): PreviewState {
  const [state, setState] = useState(begun);
  useEffect(() => {
    const stop = new AbortController();
    setState(begun);
    const follow = async (): Promise<void> => {
      const request = { minConfidence, ...(issue === undefined ? {} : { issue }) };
      const steps = await core.correct.previewAbove(request, { signal: stop.signal });
      for await (const step of steps) {
        if (stop.signal.aborted) return;
        if (step.kind === 'finished') setState((before) => ({ ...before, preview: step }));
        else setState((before) => ({ ...before, progress: { done: step.done, total: step.total } }));
      }
    };
    follow().catch((error: unknown) => {
      if (!stop.signal.aborted) setState((before) => ({ ...before, failure: failureOf(error) }));
    });
    return () => stop.abort();
  }, [minConfidence, issue]);
  return state;
}

type Tally = AcceptPreview['changes'][number];

interface TallyListProps {
  readonly title: string;
  readonly tallies: readonly Tally[];
  /** `kind` is a rule of the reader, or why an order stays. */
  readonly words: 'reason' | 'stay';
}

function TallyName({ tally, words }: { readonly tally: Tally; readonly words: TallyListProps['words'] }) {
  const { t } = useTranslation();
  if (words === 'stay')
    return t(`correct.stay.${tally.kind}` as 'correct.stay.below', { defaultValue: tally.kind });
  if (tally.kind === 'unchanged') return t('correct.unchanged');
  const field = t(`field.${tally.field}` as 'field.name', { defaultValue: tally.field });
  return t('correct.kindOfChange', {
    field,
    reason: t(`correct.kind.${reasonText(tally.kind).key}`),
  });
}

/** Kinds with how many orders each, and a few to look at. */
function TallyList({ title, tallies, words }: TallyListProps) {
  if (tallies.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <ul className="plain-list tallies">
        {tallies.map((tally) => (
          <li key={`${tally.kind}-${tally.field}`}>
            <span className="tally-count number">{formatCount(tally.orders)}</span>
            <div>
              <TallyName tally={tally} words={words} />
              {tally.samples.map(({ orderId, from, to }) => (
                <div key={orderId} className="tally-sample small">
                  {words === 'reason' && from !== to ? (
                    <span className="change">
                      {from !== '' && <del>{from}</del>}
                      <Icon name="arrow" size={12} />
                      <ins>{to}</ins>
                    </span>
                  ) : (
                    <span className="soft">{from}</span>
                  )}
                </div>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

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
  const rest = joinTexts([
    batch.isCancelled ? t('correct.wasStopped') : '',
    batch.kept > 0 ? t('correct.undoKept', { count: batch.kept }) : '',
    batch.kind === 'accept' && batch.changed > 0 ? t('correct.acceptedNote') : '',
  ]);
  return (
    <Notice tone="done" title={said} next={rest}>
      {close}
    </Notice>
  );
}
