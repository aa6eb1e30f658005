import { useTranslation } from 'react-i18next';
import { Icon } from '../../parts/Icon.tsx';

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

interface PinPadProps {
  onDigit(digit: string): void;
  onBack(): void;
  onClear(): void;
}

/** Keys for a finger. The PIN field keeps the focus, so that the keyboard and the pad can be mixed. */
export function PinPad({ onDigit, onBack, onClear }: PinPadProps) {
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
