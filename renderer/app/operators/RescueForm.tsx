import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { readRescueCode, rescueLength } from '../../../shared/rules/rescueCode.ts';
import { core } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/FailureNotice.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { NewPinFields } from '../../parts/form/NewPinFields.tsx';
import { pinProblem } from '../../parts/form/pinProblem.ts';
import { TextField } from '../../parts/form/TextField.tsx';
import { useScanTaker } from '../../parts/useScanTaker.ts';
import { usePinWait } from './usePinWait.ts';

interface RescueFormProps {
  readonly operatorId: string;
  onRescued(nextCode: string): void;
  onBack(): void;
}

const nothing = { code: '', pin: '', again: '' };

/** The rescue code and the new PIN of a manager. Nothing of it stays when the form goes. */
export function RescueForm({ operatorId, onRescued, onBack }: RescueFormProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(nothing);
  const [isBusy, setBusy] = useState(false);
  const { refusalOf, secondsLeft, refuse } = usePinWait();
  const { code, pin, again } = typed;
  const left = secondsLeft(operatorId);
  const failure = refusalOf(operatorId);
  const isComplete = readRescueCode(code).length === rescueLength && pinProblem(pin, again) === null;
  const isReady = isComplete && left === 0 && !isBusy;
  useScanTaker(() => true);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isReady) return;
    setBusy(true);
    try {
      const { rescueCode } = await core.operators.rescue({ operatorId, code, pin });
      onRescued(rescueCode);
    } catch (error) {
      refuse(operatorId, error);
      setBusy(false);
    }
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)}>
      <TextField
        label={t('rescue.code')}
        hint={t('rescue.codeHint', { length: rescueLength })}
        maxLength={40}
        isAutoFocused
        value={code}
        onChange={(value) => setTyped({ ...typed, code: value })}
      />
      <div className="form-grid">
        <NewPinFields
          label={t('rescue.newPin')}
          pin={pin}
          again={again}
          onChange={(change) => setTyped({ ...typed, ...change })}
        />
      </div>
      <div aria-live="assertive">
        {failure !== null && left === 0 && <FailureNotice failure={failure} />}
        {left > 0 && <Notice tone="unsure" title={t('rescue.wrongWait', { count: left })} />}
      </div>
      <div className="form-actions">
        <Button look="primary" isSubmit isBusy={isBusy} isDisabled={!isReady} keyHint="Enter">
          {t('rescue.set')}
        </Button>
        <Button onPress={onBack}>{t('rescue.back')}</Button>
      </div>
    </form>
  );
}
