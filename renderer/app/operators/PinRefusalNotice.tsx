import { useTranslation } from 'react-i18next';
import type { PageFailure } from '../../bridge/failureOf.ts';
import { FailureNotice } from '../../parts/feedback/FailureNotice.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';

interface PinRefusalNoticeProps {
  readonly failure: PageFailure;
  readonly secondsLeft: number;
}

/** Why a PIN was not taken; the time until the next try counts down. */
export function PinRefusalNotice({ failure, secondsLeft }: PinRefusalNoticeProps) {
  const { t } = useTranslation();
  const isPin = failure.code === 'OPERATOR_PIN_WRONG' || failure.code === 'OPERATOR_PIN_WAIT';
  if (!isPin) return <FailureNotice failure={failure} />;
  if (secondsLeft > 0)
    return (
      <Notice
        tone="unsure"
        title={t('operators.wrongWait', { count: secondsLeft })}
        next={t('operators.forgot')}
      />
    );
  const isWrong = failure.code === 'OPERATOR_PIN_WRONG';
  return (
    <Notice
      tone={isWrong ? 'failed' : 'info'}
      title={t(isWrong ? 'operators.wrong' : 'operators.again')}
      next={t('operators.forgot')}
    />
  );
}
