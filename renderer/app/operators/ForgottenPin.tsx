import { useTranslation } from 'react-i18next';
import type { DeskView } from '../../../shared/contracts/operators.ts';
import { Button } from '../../parts/Button.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { RescueForm } from './RescueForm.tsx';

interface ForgottenPinProps {
  readonly desk: DeskView;
  readonly operatorId: string;
  onRescued(nextCode: string): void;
  onBack(): void;
}

/** The way back in: a manager sets the PIN of anybody, and the rescue code that of a manager. */
export function ForgottenPin({ desk, operatorId, onRescued, onBack }: ForgottenPinProps) {
  const { t } = useTranslation();
  const { name = '', role } = desk.operators.find(({ id }) => id === operatorId) ?? {};
  const managers = desk.operators.filter((other) => other.role === 'manager' && other.id !== operatorId);
  const names = managers.map((manager) => manager.name).join(t('common.listComma'));
  const askThem = names === '' ? '' : t('rescue.askManager', { names });
  if (role === 'manager' && desk.hasRescueCode)
    return (
      <div className="stack">
        <p>
          {t('rescue.forManager', { name })} {askThem !== '' && t('rescue.orManager', { names })}
        </p>
        <RescueForm operatorId={operatorId} onRescued={onRescued} onBack={onBack} />
      </div>
    );
  return (
    <div className="stack">
      {role === 'manager' ? (
        <Notice tone="unsure" title={t('rescue.none')} next={askThem || t('rescue.noneAlone')} />
      ) : (
        <Notice tone="info" title={t('rescue.forOther', { name })} next={askThem} />
      )}
      <div className="form-actions">
        <Button onPress={onBack}>{t('rescue.back')}</Button>
      </div>
    </div>
  );
}
