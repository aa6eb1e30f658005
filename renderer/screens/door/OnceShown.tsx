import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { pageBridge } from '../../bridge/page.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useScanTaker } from '../../parts/scanTakers.ts';
import './door.css';

interface OnceShownProps {
  readonly title: string;
  readonly note: string;
  readonly text: string;
  onNoted(): void;
}

/** A secret, the one time it is shown: to be copied into the program it is for. It closes by its button alone. */
export function OnceShown({ title, note, text, onNoted }: OnceShownProps) {
  const { t } = useTranslation();
  const [isCopied, setCopied] = useState(false);
  // Its Enter would close it, and the secret were gone.
  useScanTaker(() => true);
  const copy = (): void => {
    void pageBridge().copyText(text);
    setCopied(true);
  };
  return (
    <Dialog title={title} width={560}>
      <div className="stack">
        <p>{note}</p>
        <code className="once-shown">{text}</code>
        <p className="soft small">{t('door.once')}</p>
        <div className="form-actions">
          <Button icon={isCopied ? 'check' : 'copy'} onPress={copy}>
            {t(isCopied ? 'common.copied' : 'common.copy')}
          </Button>
          <Button look="primary" onPress={onNoted}>
            {t('door.noted')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
