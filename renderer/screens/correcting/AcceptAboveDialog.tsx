import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pageClock } from '../../bridge/pageClock.ts';
import { useCorrectionBatch } from '../../bridge/useCorrectionBatch.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { FailureNotice } from '../../parts/feedback/FailureNotice.tsx';
import { ChoiceField } from '../../parts/form/ChoiceField.tsx';
import { formatCount } from '../../parts/formatCount.ts';
import { ProgressBar } from '../../parts/ProgressBar.tsx';
import { TallyList } from './TallyList.tsx';
import { useAcceptPreview } from './useAcceptPreview.ts';

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
    <Dialog
      title={t('correct.acceptAbove')}
      width={720}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" isDisabled={accepted === 0} onPress={start}>
            {t('correct.acceptMany', { count: accepted, shown: formatCount(accepted) })}
          </Button>
        </>
      }
    >
      <div className="stack">
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
              {t('correct.willAccept', { count: accepted, shown: formatCount(accepted) })}{' '}
              {t('correct.willStay', { count: preview.staying, shown: formatCount(preview.staying) })}
            </p>
            <TallyList title={t('correct.willChange')} tallies={preview.changes} words="reason" />
            <TallyList title={t('correct.stays')} tallies={preview.stays} words="stay" />
            <p className="soft small">{t('correct.batchNote')}</p>
          </>
        )}
      </div>
    </Dialog>
  );
}
