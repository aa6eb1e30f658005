import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roleNames } from '../../../shared/domain/role.ts';
import type { Language } from '../../../shared/text/describeError.ts';
import { core } from '../../bridge/core.ts';
import type { StaffRow } from '../../bridge/queries/staffQueries.ts';
import { useNow } from '../../bridge/useNow.ts';
import { AskingButton } from '../../parts/AskingButton.tsx';
import { Button } from '../../parts/Button.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { When } from '../../parts/When.tsx';
import { ChangeOperator } from './ChangeOperator.tsx';

interface OperatorLineProps {
  readonly operator: StaffRow;
  readonly isSelf: boolean;
  readonly isLast: boolean;
}

function RemoveButton({ operator, isSelf, isLast }: OperatorLineProps) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const { id: operatorId, version, name } = operator;
  const remove = useMutation({
    mutationFn: () => core.operators.remove({ operatorId, version }),
    onSuccess: () => say({ tone: 'done', says: t('operatorSettings.removed', { name }) }),
  });
  const note = isLast ? 'removeLastNote' : isSelf ? 'removeSelfNote' : 'removeNote';
  return (
    <AskingButton
      icon="trash"
      size="small"
      label={t('operatorSettings.remove')}
      title={t('operatorSettings.removeTitle', { name })}
      note={t(`operatorSettings.${note}`)}
      yes={t('operatorSettings.remove')}
      look="danger"
      isBusy={remove.isPending}
      act={() => remove.mutateAsync()}
    />
  );
}

export function OperatorLine(props: OperatorLineProps) {
  const { operator, isSelf } = props;
  const { t, i18n } = useTranslation();
  const now = useNow();
  const [isOpen, setOpen] = useState(false);
  return (
    <li className="settings-row account-row">
      <div className="grow">
        <p>
          <strong>{operator.name}</strong>{' '}
          <span className="soft">{roleNames[operator.role][i18n.language as Language]}</span>
          {isSelf && <span className="default-mark">{t('operatorSettings.you')}</span>}
        </p>
        <p className="soft small">
          {operator.signedInAt === null ? (
            t('operatorSettings.neverSignedIn')
          ) : (
            <>
              {t('operatorSettings.signedIn')} <When at={operator.signedInAt} now={now} />
            </>
          )}
        </p>
      </div>
      <Button size="small" isPressed={isOpen} onPress={() => setOpen(!isOpen)}>
        {t('operatorSettings.change')}
      </Button>
      <RemoveButton {...props} />
      {isOpen && <ChangeOperator operator={operator} isSelf={isSelf} onClose={() => setOpen(false)} />}
    </li>
  );
}
