import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice, Notice } from '../../parts/feedback/Notice.tsx';
import { pinProblem } from '../../parts/form/PinFields.tsx';
import { type OperatorDraft, OperatorFields } from './OperatorFields.tsx';

interface AddOperatorProps {
  /** From then on everybody needs a PIN: said before it happens. */
  readonly isFirst: boolean;
  /** The rescue code that comes with the first one. */
  onCode(code: string): void;
  onClose(): void;
}

export function AddOperator({ isFirst, onCode, onClose }: AddOperatorProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<OperatorDraft>({
    name: '',
    role: isFirst ? 'manager' : 'packer',
    pin: '',
    again: '',
  });
  const { name, role, pin, again } = { ...draft, name: draft.name.trim() };
  const add = useMutation({
    mutationFn: () => core.operators.add({ name, role, pin }),
    onSuccess: ({ rescueCode }) => {
      if (rescueCode !== null) onCode(rescueCode);
      onClose();
    },
    meta: { isShownInPlace: true },
  });
  const isComplete = name !== '' && pinProblem(pin, again) === null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isComplete && !add.isPending) add.mutate();
  };
  return (
    <form className="panel panel-pad stack" onSubmit={submit}>
      {isFirst && (
        <Notice tone="info" title={t('operatorSettings.firstTitle')} next={t('operatorSettings.firstNext')} />
      )}
      <OperatorFields
        draft={draft}
        isRoleFixed={isFirst}
        isPinKept={false}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
      {add.error !== null && <FailureNotice failure={failureOf(add.error)} />}
      <div className="form-actions">
        <Button look="primary" isSubmit isDisabled={!isComplete} isBusy={add.isPending}>
          {isFirst && name !== '' ? t('operatorSettings.addFirstAs', { name }) : t('operatorSettings.add')}
        </Button>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
      </div>
    </form>
  );
}
