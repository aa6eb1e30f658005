import { useTranslation } from 'react-i18next';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import './door.css';
import { OnceCopy } from '../../work/OnceCopy.tsx';

interface OnceShownProps {
  readonly title: string;
  readonly note: string;
  readonly text: string;
  onNoted(): void;
}

/** A secret, the one time it is shown: to be copied into the program it is for. It closes by its button alone. */
export function OnceShown({ title, note, text, onNoted }: OnceShownProps) {
  const { t } = useTranslation();
  return (
    <Dialog title={title} width={560}>
      <div className="stack">
        <p>{note}</p>
        <code className="once-shown">{text}</code>
        <p className="soft small">{t('door.once')}</p>
        <div className="form-actions">
          <OnceCopy text={text} />
          <Button look="primary" onPress={onNoted}>
            {t('door.noted')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
