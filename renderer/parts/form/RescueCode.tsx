import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './rescueCode.css';
import { Button } from '../Button.tsx';
import { useScanTaker } from '../useScanTaker.ts';

interface RescueCodeProps {
  readonly code: string;
  onCopy(code: string): void;
  onNoted(): void;
}

/** A rescue code, the one time it is shown: to be copied by hand. A scan would lead elsewhere, and it would be gone. */
export function RescueCode({ code, onCopy, onNoted }: RescueCodeProps) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  useScanTaker(() => true);
  const copy = (): void => {
    onCopy(code);
    setCopied(true);
  };
  return (
    <div className="stack">
      <p>{t('rescue.keep')}</p>
      <p className="rescue-code">{code}</p>
      <p className="soft small">{t('rescue.once')}</p>
      <div className="form-actions rescue-actions">
        <Button icon={isCopied ? 'check' : 'copy'} onPress={copy}>
          {t(isCopied ? 'common.copied' : 'common.copy')}
        </Button>
        <Button look="primary" onPress={onNoted}>
          {t('rescue.noted')}
        </Button>
      </div>
    </div>
  );
}
