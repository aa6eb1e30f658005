import { gapBetween } from '../../shared/text/hanSpacing.ts';
import { useLanguage } from '../words/useLanguage.ts';
import { atStart, dateFormat, formatAge, formatPhone, formatWhen } from './format.ts';

export interface WhenProps {
  readonly at: number;
  readonly now: number;
  /** `age`: 3 分钟前 · `clock`: 今天 14:05. The exact time is on hover either way. */
  readonly as?: 'age' | 'clock';
  /** Words before it, in the same line: Checked today 14:05, 检查于今天 14:05. */
  readonly after?: string;
}

export function When({ at, now, as = 'clock', after = '' }: WhenProps) {
  const language = useLanguage();
  const text = as === 'age' ? formatAge(at, now, language) : formatWhen(at, now, language);
  return (
    <>
      {after !== '' && `${after}${gapBetween(after, text)}`}
      <time
        className="number"
        dateTime={new Date(at).toISOString()}
        title={dateFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(at)}
      >
        {after === '' ? atStart(text) : text}
      </time>
    </>
  );
}

/** A phone as it may be shown: grouped, tabular; the core has masked it where the viewer lacks the right. */
export function MaskedText({ phone, extension }: { readonly phone: string; readonly extension?: string }) {
  return <span className="number">{formatPhone(phone, extension)}</span>;
}
