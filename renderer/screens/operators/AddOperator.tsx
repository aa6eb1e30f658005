import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { EntryForm } from '../../parts/form/EntryForm.tsx';
import { pinProblem } from '../../parts/form/PinFields.tsx';
import { useAct } from '../../work/useAct.ts';
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
  const add = useAct(() => core.operators.add({ name, role, pin }), {
    after: ({ rescueCode }) => {
      if (rescueCode !== null) onCode(rescueCode);
      onClose();
    },
    isShownInPlace: true,
  });
  const isComplete = name !== '' && pinProblem(pin, again) === null;
  return (
    <EntryForm
      yes={isFirst && name !== '' ? t('operatorSettings.addFirstAs', { name }) : t('operatorSettings.add')}
      isReady={isComplete}
      {...add.form()}
      onClose={onClose}
    >
      {isFirst && (
        <Notice tone="info" title={t('operatorSettings.firstTitle')} next={t('operatorSettings.firstNext')} />
      )}
      <OperatorFields
        draft={draft}
        isRoleFixed={isFirst}
        isPinKept={false}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
    </EntryForm>
  );
}
