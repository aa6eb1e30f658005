import { useTranslation } from 'react-i18next';
import type { Right } from '../../shared/domain/role.ts';
import type { Language } from '../../shared/text/describeError.ts';
import { rightWords } from '../../shared/text/rightWords.ts';
import { Button } from './Button.tsx';
import { EmptyState } from './EmptyState.tsx';
import { useSignInWish } from './signInWish.ts';

interface RightNeededProps {
  readonly right: Right;
  readonly names: readonly string[];
}

/** Stands where somebody may not work: which right it takes, who has it, and how they take over. */
export function RightNeeded({ right, names }: RightNeededProps) {
  const { t, i18n } = useTranslation();
  const what = rightWords[right][i18n.language as Language];
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
