import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskView } from '../../../shared/contracts/operators.ts';
import { readRescueCode, rescueLength } from '../../../shared/rules/signInCodes.ts';
import { core } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice, Notice } from '../../parts/feedback/Notice.tsx';
import { Form } from '../../parts/form/Form.tsx';
import { NewPinFields, pinProblem } from '../../parts/form/PinFields.tsx';
import { TextField } from '../../parts/form/TextField.tsx';
import { useScanTaker } from '../../parts/scanTakers.ts';
import { usePinWait } from './PinForm.tsx';

interface RescueFormProps {
  readonly operatorId: string;
  onRescued(nextCode: string): void;
  onBack(): void;
}

const nothing = { code: '', pin: '', again: '' };

/** The rescue code and the new PIN of a manager. Nothing of it stays when the form goes. */
function RescueForm({ operatorId, onRescued, onBack }: RescueFormProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(nothing);
  const [isBusy, setBusy] = useState(false);
  const { refusalOf, secondsLeft, refuse } = usePinWait();
  const { code, pin, again } = typed;
  const left = secondsLeft(operatorId);
  const failure = refusalOf(operatorId);
  const isComplete =
    readRescueCode(code).length === rescueLength && pinProblem(pin, again, 'manager') === null;
  const isReady = isComplete && left === 0 && !isBusy;
  useScanTaker(() => true);
  const submit = async (): Promise<void> => {
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
    <Form isReady={isReady} onSubmit={() => void submit()}>
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
          operatorRole="manager"
          pin={pin}
          again={again}
          onChange={(change) => setTyped({ ...typed, ...change })}
        />
      </div>
      <div aria-live="assertive">
        {failure !== null && left === 0 && <FailureNotice failure={failure} />}
        {left > 0 && <Notice tone="note" title={t('rescue.wrongWait', { count: left })} />}
      </div>
      <div className="form-actions">
        <Button look="primary" isSubmit isBusy={isBusy} isDisabled={!isReady} keyHint="Enter">
          {t('rescue.set')}
        </Button>
        <Button onPress={onBack}>{t('rescue.back')}</Button>
      </div>
    </Form>
  );
}

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
        <Notice tone="note" title={t('rescue.none')} next={askThem || t('rescue.noneAlone')} />
      ) : (
        <Notice tone="info" title={t('rescue.forOther', { name })} next={askThem} />
      )}
      <div className="form-actions">
        <Button onPress={onBack}>{t('rescue.back')}</Button>
      </div>
    </div>
  );
}
