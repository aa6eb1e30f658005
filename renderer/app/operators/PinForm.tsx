import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './operators.css';
import { Button } from '../../parts/Button.tsx';
import { useScanTaker } from '../../parts/useScanTaker.ts';
import { type ListedOperator, OperatorChoice } from './OperatorChoice.tsx';
import { PinPad } from './PinPad.tsx';
import { PinRefusalNotice } from './PinRefusalNotice.tsx';
import { usePinEntry } from './usePinEntry.ts';

interface PinFormProps {
  readonly operators: readonly ListedOperator[];
  /** Empty: whoever it is chooses first. */
  readonly preselectedId: string;
  readonly submitWords: string;
  onPin(operatorId: string, pin: string): Promise<unknown>;
  /** Absent: there is no way around the PIN here. */
  onForgotten?(operatorId: string): void;
}

/** Who, and the PIN. A scan is never a PIN; a wrong one is told with the time until the next try. */
export function PinForm({ operators, preselectedId, submitWords, onPin, onForgotten }: PinFormProps) {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [wasScanned, setScanned] = useState(false);
  const { chosenId, pin, type, choose, ...entry } = usePinEntry(preselectedId, field, onPin);
  const typeByHand = (typed: string): void => {
    setScanned(false);
    type(typed);
  };
  useScanTaker(() => {
    type('');
    setScanned(true);
    return true;
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void entry.submit();
  };
  const walk = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = operators.findIndex(({ id }) => id === chosenId);
    const next = operators[(at + step + operators.length) % operators.length];
    if (next !== undefined) choose(next.id);
  };
  return (
    <form className="pin-form" onSubmit={submit}>
      <OperatorChoice operators={operators} chosenId={chosenId} onChoose={choose} />
      <div className="stack pin-side">
        <input
          ref={field}
          type="password"
          className="pin-field number"
          inputMode="numeric"
          autoComplete="off"
          aria-label={t('operators.pin')}
          placeholder={t(chosenId === '' ? 'operators.chooseFirst' : 'operators.pin')}
          disabled={chosenId === ''}
          value={pin}
          onChange={(event) => typeByHand(event.target.value)}
          onKeyDown={walk}
        />
        <PinPad
          onDigit={(digit) => typeByHand(pin + digit)}
          onBack={() => typeByHand(pin.slice(0, -1))}
          onClear={() => typeByHand('')}
        />
        <Button
          look="primary"
          size="large"
          isSubmit
          isBusy={entry.isBusy}
          isDisabled={!entry.isReady}
          keyHint="Enter"
        >
          {submitWords}
        </Button>
        {onForgotten !== undefined && (
          <Button
            look="quiet"
            size="small"
            isDisabled={chosenId === ''}
            onPress={() => onForgotten(chosenId)}
          >
            {t('rescue.forgot')}
          </Button>
        )}
      </div>
      <div className="pin-words" aria-live="assertive">
        {wasScanned && <p className="soft">{t('operators.scanned')}</p>}
        {entry.failure !== null && (
          <PinRefusalNotice failure={entry.failure} secondsLeft={entry.secondsLeft} />
        )}
      </div>
    </form>
  );
}
