import { useTranslation } from 'react-i18next';
import './answerState.css';
import { failureOf } from '../bridge/failureOf.ts';
import { useNow } from '../bridge/page.ts';
import { queryClient } from '../bridge/queryClient.ts';
import { Button } from '../parts/Button.tsx';
import { FailureNotice, Notice } from '../parts/feedback/Notice.tsx';
import { useWhen } from '../parts/format.ts';

/** Asks once more what failed, all over the page: what failed once mostly failed together. */
export function RetryButton() {
  const { t } = useTranslation();
  return (
    <Button
      icon="refresh"
      onPress={() =>
        void queryClient.refetchQueries({
          type: 'active',
          predicate: ({ state }) => state.status === 'error',
        })
      }
    >
      {t('common.retry')}
    </Button>
  );
}

interface AnswerStateProps {
  readonly answer: {
    readonly error: unknown;
    readonly data: unknown;
    readonly dataUpdatedAt: number;
  };
}

const bars = [92, 76, 84, 60, 80, 52] as const;

/**
 * Stands before what an answer shows: why it could not be read and since when what is below is old; while it is read for the
 * first time, the room it will take.
 */
export function AnswerState({ answer: { error, data, dataUpdatedAt } }: AnswerStateProps) {
  const { t } = useTranslation();
  const when = useWhen(useNow());
  if (error !== null)
    return (
      <>
        <FailureNotice failure={failureOf(error)}>
          <RetryButton />
        </FailureNotice>
        {data !== undefined && (
          <Notice tone="info" title={t('common.oldAnswer', { when: when(dataUpdatedAt) })} />
        )}
      </>
    );
  if (data !== undefined) return null;
  return (
    <div className="panel answer-wait" role="status" aria-label={t('common.loading')}>
      {bars.map((percent) => (
        <span key={percent} style={{ width: `${percent}%` }} />
      ))}
    </div>
  );
}
