import type { ReactNode } from 'react';
import { Icon, type IconName } from './Icon.tsx';

/** What an empty place says: what would be here and what to do. */
export function EmptyState({
  icon,
  title,
  children,
}: {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ReactNode;
}) {
  return (
    <div className="empty-state">
      <Icon name={icon} size={32} />
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}
