import type { ReactNode } from 'react';
import type { ErrorParams } from '../../../shared/errors/outcome.ts';
import { Notice } from './Notice.tsx';
import { useDescribe } from './useDescribe.ts';

interface FailureNoticeProps {
  readonly failure: { readonly code: string; readonly params?: ErrorParams | undefined };
  readonly tone?: 'failed' | 'unsure' | 'info';
  readonly children?: ReactNode;
}

/** A failure in words: what is wrong, what to do, the small code, and the action as a button. */
export function FailureNotice({ failure, tone = 'failed', children }: FailureNoticeProps) {
  const { says, next } = useDescribe()(failure.code, failure.params);
  return (
    <Notice tone={tone} title={says} next={next} code={failure.code}>
      {children}
    </Notice>
  );
}
