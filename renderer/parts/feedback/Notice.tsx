import type { ReactNode } from 'react';
import './feedback.css';
import { Icon } from '../Icon.tsx';

interface NoticeProps {
  readonly tone: 'info' | 'unsure' | 'failed' | 'done';
  readonly title: string;
  readonly next?: string;
  readonly code?: string;
  readonly children?: ReactNode;
}

const icons = { info: 'clock', unsure: 'question', failed: 'alert', done: 'check' } as const;

/** A block of words that stays where it matters. */
export function Notice({ tone, title, next, code, children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={tone === 'failed' ? 'alert' : 'note'}>
      <Icon name={icons[tone]} />
      <div className="notice-words">
        <p className="notice-title">{title}</p>
        {next !== undefined && next !== '' && <p>{next}</p>}
        {code !== undefined && <code className="code">{code}</code>}
      </div>
      {children !== undefined && <div className="notice-actions">{children}</div>}
    </div>
  );
}
