import { useTranslation } from 'react-i18next';
import './answerState.css';
import { UnreadNotice } from './UnreadNotice.tsx';

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
  if (error !== null)
    return <UnreadNotice error={error} readAt={data === undefined ? null : dataUpdatedAt} />;
  if (data !== undefined) return null;
  return (
    <div className="panel answer-wait" role="status" aria-label={t('common.loading')}>
      {bars.map((percent) => (
        <span key={percent} style={{ width: `${percent}%` }} />
      ))}
    </div>
  );
}
