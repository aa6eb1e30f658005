import { useTranslation } from 'react-i18next';
import { formatCount, useDuration } from '../../../parts/format.ts';
import { Icon } from '../../../parts/Icon.tsx';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { useKeys } from '../../../parts/keys.ts';
import { ProgressBar } from '../../../parts/StateMark.tsx';
import { usePracticeTag } from '../../../work/usePracticeTag.ts';
import type { RefusedOrder } from '../RefusedList.tsx';
import './preflight.css';
import { letters } from '../../../parts/letters.ts';
import { type Batch, type Preflight, useAtOnce, useBookBatch } from './preflight.ts';

interface PreflightBarProps {
  readonly batch: Batch;
  readonly check: Preflight;
  onBack(): void;
  onBooked(refused: readonly RefusedOrder[]): void;
}

/** A batch with nothing to read stays in the bar under the list: checked, how many, how long, and the key that sends it. */
export function PreflightBar({ batch, check, onBack, onBooked }: PreflightBarProps) {
  const { t } = useTranslation();
  const duration = useDuration();
  const book = useBookBatch(batch, onBooked);
  const { report } = check;
  const start = (): void => {
    if (report !== undefined && report.bookable > 0 && !book.isPending) book.mutate();
  };
  useAtOnce(batch, report !== undefined, start);
  const words = t(batch.printerUri === null ? 'preflight.book' : 'today.step.ready', {
    count: report?.bookable ?? batch.count,
  });
  useKeys(report === undefined ? [] : [{ combo: 'Enter', says: words, run: start }]);
  return (
    <section
      className={report === undefined ? 'desk panel' : 'desk panel verdict-go'}
      aria-label={t('preflight.title')}
    >
      {report === undefined ? (
        <div className="grow stack">
          <span className="soft">{t('preflight.checking', { count: batch.count })}</span>
          <ProgressBar share={null} label={t('preflight.title')} />
        </div>
      ) : (
        <p className="preflight-passed" role="status">
          <Icon name="check" size={20} />
          {t('preflight.passed', {
            count: report.bookable,
            shown: formatCount(report.bookable),
            time: duration(report.expectedSeconds),
          })}
        </p>
      )}
      {report !== undefined && (
        <>
          <span className="grow" />
          <KeyButton look="quiet" combo={letters.look} onPress={check.read}>
            {t('preflight.show')}
          </KeyButton>
        </>
      )}
      <KeyButton combo="Escape" onPress={onBack}>
        {t('common.backToList')}
      </KeyButton>
      <KeyButton
        look="primary"
        size="large"
        combo="Ctrl+Enter"
        tag={usePracticeTag(batch.accountId)}
        isDisabled={report === undefined}
        {...book.press()}
      >
        {words}
      </KeyButton>
    </section>
  );
}
