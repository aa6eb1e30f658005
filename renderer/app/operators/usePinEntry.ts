import { type RefObject, useEffect, useState } from 'react';
import { pinDigits } from '../../../shared/rules/isUsablePin.ts';
import { usePinWait } from './usePinWait.ts';

/** What may stand in a PIN, also when it was typed with full-width digits. */
const pinText = (typed: string): string =>
  typed.normalize('NFKC').replace(/\D/g, '').slice(0, pinDigits.most);

/** Who was chosen, what is typed, and whether it may be tried now. The PIN is gone after each try. */
export function usePinEntry(
  preselectedId: string,
  field: RefObject<HTMLInputElement | null>,
  onPin: (operatorId: string, pin: string) => Promise<unknown>,
) {
  const [chosenId, setChosenId] = useState(preselectedId);
  const [pin, setPin] = useState('');
  const [isBusy, setBusy] = useState(false);
  const { refusalOf, secondsLeft, refuse } = usePinWait();
  const left = secondsLeft(chosenId);
  const isReady = chosenId !== '' && pin.length >= pinDigits.least && left === 0 && !isBusy;
  // The field takes the focus only once a chosen name has opened it.
  useEffect(() => {
    if (chosenId !== '') field.current?.focus();
  }, [chosenId, field]);
  const submit = async (): Promise<void> => {
    if (!isReady) return;
    setBusy(true);
    await onPin(chosenId, pin).catch((error: unknown) => refuse(chosenId, error));
    setBusy(false);
    setPin('');
    field.current?.focus();
  };
  return {
    chosenId,
    pin,
    isBusy,
    isReady,
    failure: refusalOf(chosenId),
    secondsLeft: left,
    type: (typed: string) => setPin(pinText(typed)),
    choose: (operatorId: string) => {
      setChosenId(operatorId);
      setPin('');
      field.current?.focus();
    },
    submit,
  };
}
