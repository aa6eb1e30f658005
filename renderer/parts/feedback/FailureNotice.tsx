import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorParams } from '../../../shared/errors/outcome.ts';
import { useDescribe } from '../../words/useDescribe.ts';
import { Button } from '../Button.tsx';
import { useSignInWish } from '../signInWish.ts';
import { Notice } from './Notice.tsx';

interface FailureNoticeProps {
  readonly failure: { readonly code: string; readonly params?: ErrorParams | undefined };
  readonly tone?: 'failed' | 'unsure' | 'info';
  readonly children?: ReactNode;
}

/**
 * A failure in words: what is wrong, what to do, the small code, and the action as a button. What somebody else may do is
 * no fault: it leads to them.
 */
export function FailureNotice({ failure, tone = 'failed', children }: FailureNoticeProps) {
  const { t } = useTranslation();
  const { says, next } = useDescribe()(failure.code, failure.params);
  const isRight = failure.code === 'OPERATOR_RIGHT_MISSING';
  return (
    <Notice tone={isRight ? 'info' : tone} title={says} next={next} code={failure.code}>
      {isRight ? (
        <Button icon="user" onPress={useSignInWish.getState().ask}>
          {t('operators.switchTitle')}
        </Button>
      ) : (
        children
      )}
    </Notice>
  );
}
