import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SealTrouble } from '../../shared/domain/operatorAct.ts';
import { Notice } from '../parts/feedback/Notice.tsx';
import { joinTexts } from '../parts/format.ts';

interface SealNoticeProps {
  readonly troubles: readonly SealTrouble[];
  /** What can be done about it here. */
  readonly children: ReactNode;
}

/** The sealed file and the database contradict each other, until a manager has seen it. */
export function SealNotice({ troubles, children }: SealNoticeProps) {
  const { t } = useTranslation();
  if (troubles.length === 0) return null;
  const kinds = [...new Set(troubles)];
  return (
    <Notice
      tone="failed"
      title={joinTexts(kinds.map((kind) => t(`operatorSettings.trouble.${kind}`)))}
      next={t('operatorSettings.troubleNext')}
    >
      {children}
    </Notice>
  );
}
