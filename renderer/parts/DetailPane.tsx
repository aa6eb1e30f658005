import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ErrorParams } from '../../shared/errors/outcome.ts';
import { IconButton } from './Button.tsx';
import { FailureNotice } from './feedback/Notice.tsx';
import { useAwaitedKeys, useKeys } from './keys.ts';

interface DetailPaneProps {
  readonly label: string;
  /** What it is, at the left of the head. */
  readonly head: ReactNode;
  readonly failure?: { readonly code: string; readonly params?: ErrorParams | undefined } | null;
  /** What is in it is not here yet. */
  readonly isReading?: boolean;
  readonly children: ReactNode;
  onClose(): void;
}

/** One row of a list, beside the list; Esc closes it. */
export function DetailPane(props: DetailPaneProps) {
  const { label, head, failure = null, isReading = false, children, onClose } = props;
  const { t } = useTranslation();
  useKeys([{ combo: 'Escape', says: t('keys.closeDetail'), run: onClose }]);
  useAwaitedKeys(isReading);
  return (
    <aside className="panel detail" aria-label={label}>
      <header className="line">
        {head}
        <IconButton icon="close" label={t('common.close')} onPress={onClose} />
      </header>
      {failure !== null && <FailureNotice failure={failure} />}
      {children}
    </aside>
  );
}

type Fact = readonly [name: string, value: ReactNode];

interface FactsProps {
  /** A value of null, false or '' leaves its line out. */
  readonly facts: readonly Fact[];
  readonly isSmall?: boolean;
  readonly valueLook?: 'number' | 'code';
  readonly children?: ReactNode;
}

/** What is known of a thing, name by name. */
export function Facts({ facts, isSmall = false, valueLook, children }: FactsProps) {
  return (
    <dl className={isSmall ? 'facts small' : 'facts'}>
      {children}
      {facts
        .filter(([, value]) => value !== null && value !== false && value !== '')
        .map(([name, value]) => (
          <div key={name} className="fact">
            <dt>{name}</dt>
            <dd className={valueLook}>{value}</dd>
          </div>
        ))}
    </dl>
  );
}
