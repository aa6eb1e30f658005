import { useTranslation } from 'react-i18next';
import type { Right } from '../../shared/domain/role.ts';
import type { Language } from '../../shared/errors/describeError.ts';
import { rightWords } from '../../shared/errors/rightWords.ts';
import { Button } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';

interface RightNeededProps {
  readonly right: Right;
  readonly names: readonly string[];
  onSwitch(): void;
}

/** Stands where somebody may not work: which right it takes, who has it, and how they take over. */
export function RightNeeded({ right, names, onSwitch }: RightNeededProps) {
  const { t, i18n } = useTranslation();
  const what = rightWords[right][i18n.language as Language];
  return (
    <div className="right-needed">
      <EmptyState icon="lock" title={t('operators.rightNeeded', { what })}>
        <p>{t('operators.rightHolders', { names: names.join(t('common.listComma')) })}</p>
        <Button look="primary" icon="user" onPress={onSwitch}>
          {t('operators.switchTitle')}
        </Button>
      </EmptyState>
    </div>
  );
}
