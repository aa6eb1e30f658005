import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Right } from '../../shared/domain/operator.ts';
import { Button } from './Button.tsx';
import { Icon, type IconName } from './Icon.tsx';
import { useSignInWish } from './place.ts';

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
    <div className="empty-state" data-kind={icon === 'check' ? 'done' : 'nothing'}>
      <Icon name={icon} size={32} />
      <p className="empty-title">{title}</p>
      {children}
    </div>
  );
}

interface RightNeededProps {
  readonly right: Right;
  readonly names: readonly string[];
}

/** Stands where somebody may not work: which right it takes, who has it, and how they take over. */
export function RightNeeded({ right, names }: RightNeededProps) {
  const { t } = useTranslation();
  const what = t(`right.${right}`);
  return (
    <div className="right-needed">
      <EmptyState icon="lock" title={t('operators.rightNeeded', { what })}>
        <p>{t('operators.rightHolders', { names: names.join(t('common.listComma')) })}</p>
        <Button look="primary" icon="user" onPress={useSignInWish.getState().ask}>
          {t('operators.switchTitle')}
        </Button>
      </EmptyState>
    </div>
  );
}
