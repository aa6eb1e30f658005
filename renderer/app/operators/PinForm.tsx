import { type KeyboardEvent, type ReactNode, type RefObject, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Form } from '../../parts/form/Form.tsx';
import './operators.css';
import type { DeskView } from '../../../shared/contracts/operators.ts';
import { pinDigits } from '../../../shared/rules/signInCodes.ts';
import { failureOf, type PageFailure } from '../../bridge/failureOf.ts';
import { pageClock, useNow } from '../../bridge/page.ts';
import { Button, KeyHint } from '../../parts/Button.tsx';
import { FailureNotice, Notice } from '../../parts/feedback/Notice.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useScanTaker } from '../../parts/scanTakers.ts';
import { useRoleName } from './actor.ts';

interface PinRefusal {
  readonly failure: PageFailure;
  /** The PIN of this operator was refused; another's may be tried at once. */
  readonly operatorId: string;
  readonly until: number;
}

/** What the last PIN was refused for, and how long until one may be tried again. */
export function usePinWait() {
  const [refusal, setRefusal] = useState<PinRefusal | null>(null);
  // Twice a second: the countdown must not skip one.
  const now = useNow(500);
  return {
    refusalOf: (operatorId: string) => (refusal?.operatorId === operatorId ? refusal.failure : null),
    secondsLeft: (operatorId: string): number =>
      refusal?.operatorId === operatorId ? Math.max(0, Math.ceil((refusal.until - now) / 1_000)) : 0,
    refuse: (operatorId: string, error: unknown): void => {
      const failure = failureOf(error);
      const until = pageClock.now() + Number(failure.params.seconds ?? 0) * 1_000;
      setRefusal({ failure, operatorId, until });
    },
  };
}

/** What may be in a PIN, also when it was typed with full-width digits. */
const pinText = (typed: string): string =>
  typed.normalize('NFKC').replace(/\D/g, '').slice(0, pinDigits.most);

/** Who was chosen, what is typed, and whether it may be tried now. The PIN is gone after each try. */
function usePinEntry(
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

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

interface PinPadProps {
  onDigit(digit: string): void;
  onBack(): void;
  onClear(): void;
}

/** Keys for a finger. The PIN field keeps the focus, so that the keyboard and the pad can be mixed. */
function PinPad({ onDigit, onBack, onClear }: PinPadProps) {
  const { t } = useTranslation();
  const key = (digit: string) => (
    <button key={digit} type="button" tabIndex={-1} className="pin-key number" onClick={() => onDigit(digit)}>
      {digit}
    </button>
  );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only keeps a press from taking the focus
    <div className="pin-pad" onMouseDown={(event) => event.preventDefault()}>
      {digits.map(key)}
      <button type="button" tabIndex={-1} className="pin-key pin-key-word" onClick={onClear}>
        {t('operators.clear')}
      </button>
      {key('0')}
      <button
        type="button"
        tabIndex={-1}
        className="pin-key"
        aria-label={t('operators.backspace')}
        onClick={onBack}
      >
        <Icon name="backspace" size={20} />
      </button>
    </div>
  );
}

type ListedOperator = DeskView['operators'][number];

/** Only so many have a digit of their own. */
const maxDigit = 9;

interface OperatorChoiceProps {
  readonly operators: readonly ListedOperator[];
  readonly chosenId: string;
  onChoose(operatorId: string): void;
}

/** Names as large buttons: touched, walked with the arrows, or chosen by digit while the list has the focus. */
function OperatorChoice({ operators, chosenId, onChoose }: OperatorChoiceProps) {
  const { t } = useTranslation();
  const roleName = useRoleName();
  const list = useRef<HTMLUListElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const digit = /^[1-9]$/.test(event.key) ? operators[Number(event.key) - 1] : undefined;
    if (step !== undefined) buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
    else if (digit !== undefined) onChoose(digit.id);
    else return;
    event.preventDefault();
  };
  return (
    <ul ref={list} className="plain-list operator-list" aria-label={t('operators.who')} onKeyDown={onKeyDown}>
      {operators.map(({ id, name, role }, index) => (
        <li key={id}>
          <button
            type="button"
            className="operator-name"
            aria-pressed={id === chosenId}
            data-first-focus={chosenId === '' && index === 0 ? '' : undefined}
            onClick={() => onChoose(id)}
          >
            <span className="grow">
              <strong>{name}</strong>
              <span className="soft small">{roleName(role)}</span>
            </span>
            {index < maxDigit && <KeyHint combo={String(index + 1)} />}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface PinRefusalNoticeProps {
  readonly failure: PageFailure;
  readonly secondsLeft: number;
}

/** Why a PIN was not taken; the time until the next try counts down. */
function PinRefusalNotice({ failure, secondsLeft }: PinRefusalNoticeProps) {
  const { t } = useTranslation();
  const isPin = failure.code === 'OPERATOR_PIN_WRONG' || failure.code === 'OPERATOR_PIN_WAIT';
  if (!isPin) return <FailureNotice failure={failure} />;
  if (secondsLeft > 0)
    return (
      <Notice
        tone="note"
        title={t('operators.wrongWait', { count: secondsLeft })}
        next={t('operators.forgot')}
      />
    );
  const isWrong = failure.code === 'OPERATOR_PIN_WRONG';
  return (
    <Notice
      tone={isWrong ? 'failed' : 'info'}
      title={t(isWrong ? 'operators.wrong' : 'operators.again')}
      next={t('operators.forgot')}
    />
  );
}

interface PinFormProps {
  readonly operators: readonly ListedOperator[];
  /** Empty: whoever it is chooses first. */
  readonly preselectedId: string;
  readonly submitWords: string;
  onPin(operatorId: string, pin: string): Promise<unknown>;
  /** Absent: there is no way around the PIN here. */
  onForgotten?(operatorId: string): void;
  /** What else was refused here. */
  readonly children?: ReactNode;
}

/** Who, and the PIN. A scan is never a PIN; a wrong one is reported beside the keys, which stay where they are, with the time until the next try. */
export function PinForm(props: PinFormProps) {
  const { operators, preselectedId, submitWords, onPin, onForgotten, children } = props;
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
  const walk = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = operators.findIndex(({ id }) => id === chosenId);
    const next = operators[(at + step + operators.length) % operators.length];
    if (next !== undefined) choose(next.id);
  };
  return (
    <Form look="pin-form" onSubmit={() => void entry.submit()}>
      <div className="pin-who">
        <OperatorChoice operators={operators} chosenId={chosenId} onChoose={choose} />
        <div className="pin-words" aria-live="assertive">
          {children}
          {wasScanned && <p className="soft">{t('operators.scanned')}</p>}
          {entry.failure !== null && (
            <PinRefusalNotice failure={entry.failure} secondsLeft={entry.secondsLeft} />
          )}
        </div>
      </div>
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
    </Form>
  );
}
