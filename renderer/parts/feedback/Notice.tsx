import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import './feedback.css';
import { isErrorCode, isUnsureCode } from '../../../shared/errors/catalogue.ts';
import type { ErrorParams } from '../../../shared/errors/outcome.ts';
import { useDescribe } from '../../words/describe.ts';
import { Button } from '../Button.tsx';
import { Icon } from '../Icon.tsx';
import { useSignInWish } from '../place.ts';
import { useHelp } from '../view/help.ts';

interface NoticeProps {
  /** `note`: to be read before going on; `unsure` only where nobody knows whether it happened. */
  readonly tone: 'info' | 'note' | 'unsure' | 'failed' | 'done';
  readonly title: string;
  readonly next?: string;
  readonly code?: string;
  /** An answer to what was just done: read out at once, whatever its tone. */
  readonly isAnswer?: boolean;
  readonly children?: ReactNode;
}

const icons = { info: 'clock', note: 'alert', unsure: 'question', failed: 'alert', done: 'check' } as const;

/** What went wrong is read out at once, what was done once there is a pause; the rest is found in its place. */
const roles = { info: 'note', note: 'note', unsure: 'note', failed: 'alert', done: 'status' } as const;

/** The small code for support, and the way to its place in the manual. */
function CodeLine({ code }: { readonly code: string }) {
  const { t } = useTranslation();
  const open = (): void => useHelp.getState().open({ page: 'errors', at: code });
  return (
    <p>
      <code className="code">{code}</code>
      {isErrorCode(code) && (
        <button type="button" className="notice-help" onClick={open}>
          {t('help.about')}
        </button>
      )}
    </p>
  );
}

/** A block of words that stays where it matters. */
export function Notice({ tone, title, next, code, isAnswer = false, children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={isAnswer ? 'alert' : roles[tone]}>
      <Icon name={icons[tone]} />
      <div className="notice-words">
        <p className="notice-title">{title}</p>
        {next !== undefined && next !== '' && <p>{next}</p>}
        {code !== undefined && <CodeLine code={code} />}
      </div>
      {children !== undefined && <div className="notice-actions">{children}</div>}
    </div>
  );
}

interface FailureNoticeProps {
  readonly failure: { readonly code: string; readonly params?: ErrorParams | undefined };
  readonly tone?: 'failed' | 'note' | 'unsure' | 'info';
  readonly children?: ReactNode;
}

/**
 * A failure in words: what is wrong, what to do, the small code, and the action as a button. What somebody else may do is
 * no fault: it leads to them. What nobody knows the end of is in the colour of that.
 */
export function FailureNotice({ failure, tone, children }: FailureNoticeProps) {
  const { t } = useTranslation();
  const ownTone = isUnsureCode(failure.code) ? 'unsure' : 'failed';
  const { says, next } = useDescribe()(failure.code, failure.params);
  const isRight = failure.code === 'OPERATOR_RIGHT_MISSING';
  return (
    <Notice
      tone={isRight ? 'info' : (tone ?? ownTone)}
      title={says}
      next={next}
      code={failure.code}
      isAnswer={tone === undefined && !isRight}
    >
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
