import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import './operators/operators.css';
import { operatorQueries } from '../bridge/queries/operatorQueries.ts';
import { StateMark } from '../parts/StateMark.tsx';
import { useSignInWish } from '../parts/signInWish.ts';
import { usePlace } from '../parts/usePlace.ts';
import { useRoleName } from './operators/useRoleName.ts';
import { StatusItem } from './StatusItem.tsx';

/** Who works here. Pressed: somebody else takes over, or signs out. */
export function OperatorStatus({ isPractice }: { readonly isPractice: boolean }) {
  const { t } = useTranslation();
  const roleName = useRoleName();
  const desk = useQuery(operatorQueries.desk()).data;
  const go = usePlace((store) => store.go);
  const hasOperators = desk?.hasOperators === true;
  const toSettings = (): void => go('settings', { section: 'operators' });
  return (
    <StatusItem
      icon="user"
      name={t(hasOperators ? 'operators.switchTitle' : 'status.operator')}
      onPress={hasOperators ? useSignInWish.getState().ask : toSettings}
    >
      {isPractice && (
        <span className="practice" title={t('status.practice')}>
          {t(hasOperators ? 'status.practiceShort' : 'status.practice')}
        </span>
      )}
      {!hasOperators && !isPractice && <span>{t('status.owner')}</span>}
      {hasOperators && desk.role === 'nobody' && (
        <StateMark tone="unsure" label={t('operators.signInNeeded')} />
      )}
      {hasOperators && desk.role !== 'nobody' && (
        <span>
          <strong>{desk.name}</strong> {roleName(desk.role)}
        </span>
      )}
    </StatusItem>
  );
}
