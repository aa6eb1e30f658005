import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import type { StaffRow } from '../../bridge/queries/staffQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/FailureNotice.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { pinProblem } from '../../parts/form/pinProblem.ts';
import { OperatorFields } from './OperatorFields.tsx';
import type { OperatorDraft } from './operatorDraft.ts';

interface ChangeOperatorProps {
  readonly operator: StaffRow;
  readonly isSelf: boolean;
  onClose(): void;
}

/** Another name, role or PIN; what is left as it is is not sent. */
export function ChangeOperator({ operator, isSelf, onClose }: ChangeOperatorProps) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const { id: operatorId, version } = operator;
  const [draft, setDraft] = useState<OperatorDraft>({ ...operator, pin: '', again: '' });
  const { name, role, pin, again } = { ...draft, name: draft.name.trim() };
  const change = useMutation({
    mutationFn: () =>
      core.operators.change({
        operatorId,
        version,
        ...(name === operator.name ? {} : { name }),
        ...(role === operator.role ? {} : { role }),
        ...(pin === '' ? {} : { pin }),
      }),
    onSuccess: () => {
      say({ tone: 'done', says: t('operatorSettings.changed', { name }) });
      onClose();
    },
    meta: { isShownInPlace: true },
  });
  const isPinFine = (pin === '' && again === '') || pinProblem(pin, again) === null;
  const isChanged = name !== operator.name || role !== operator.role || pin !== '';
  const canSave = name !== '' && isPinFine && isChanged;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (canSave && !change.isPending) change.mutate();
  };
  return (
    <form
      className="account-detail stack"
      aria-label={t('operatorSettings.changeNamed', { name: operator.name })}
      onSubmit={submit}
    >
      <OperatorFields
        draft={draft}
        isRoleFixed={false}
        isPinKept
        onChange={(part) => setDraft({ ...draft, ...part })}
      />
      {isSelf && operator.role === 'manager' && role !== 'manager' && (
        <Notice tone="unsure" title={t('operatorSettings.ownRole')} />
      )}
      {change.error !== null && <FailureNotice failure={failureOf(change.error)} />}
      <div className="form-actions">
        <Button look="primary" isSubmit isDisabled={!canSave} isBusy={change.isPending}>
          {t('common.save')}
        </Button>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
