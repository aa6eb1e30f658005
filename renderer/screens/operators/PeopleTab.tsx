import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskView } from '../../../shared/contracts/operators.ts';
import type { StaffRow } from '../../bridge/queries/staffQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { AddOperator } from './AddOperator.tsx';
import { IdleField } from './IdleField.tsx';
import { OperatorLine } from './OperatorLine.tsx';
import { RescuePanel } from './RescuePanel.tsx';

interface PeopleTabProps {
  readonly staff: readonly StaffRow[];
  readonly desk: DeskView;
  onCode(code: string): void;
}

/** Everybody who works here; while there is nobody, why one would add them at all. */
export function PeopleTab({ staff, desk, onCode }: PeopleTabProps) {
  const { t } = useTranslation();
  const [isAdding, setAdding] = useState(false);
  const isFirst = staff.length === 0;
  const addButton = !isAdding && (
    <Button look={isFirst ? 'primary' : 'plain'} icon="plus" onPress={() => setAdding(true)}>
      {t(isFirst ? 'operatorSettings.addFirst' : 'operatorSettings.add')}
    </Button>
  );
  return (
    <>
      {isAdding && (
        <AddOperator
          key={String(isFirst)}
          isFirst={isFirst}
          onCode={onCode}
          onClose={() => setAdding(false)}
        />
      )}
      {isFirst ? (
        !isAdding && (
          <div className="panel">
            <EmptyState icon="user" title={t('operatorSettings.none')}>
              <p>{t('operatorSettings.noneNote')}</p>
              <p>{t('operatorSettings.noneWhy')}</p>
              <p>{t('operatorSettings.noneRescue')}</p>
              {addButton}
            </EmptyState>
          </div>
        )
      ) : (
        <>
          <div>{addButton}</div>
          <ul className="plain-list panel">
            {staff.map((operator) => (
              <OperatorLine
                key={operator.id}
                operator={operator}
                isSelf={operator.id === desk.operatorId}
                isLast={staff.length === 1}
              />
            ))}
          </ul>
          <RescuePanel hasRescueCode={desk.hasRescueCode} onCode={onCode} />
          <IdleField idleMinutes={desk.idleMinutes} />
        </>
      )}
    </>
  );
}
