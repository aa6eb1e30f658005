import { useTranslation } from 'react-i18next';
import { create } from 'zustand';
import './recovery.css';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { OnceCopy } from '../OnceCopy.tsx';
import { PrintCode } from './PrintCode.tsx';

interface CodeToKeep {
  /** Told by the core this once; null: none waits to be written down. */
  readonly code: string | null;
  show(code: string): void;
  drop(): void;
}

/** Outside of every screen: making a workspace or restoring one changes all that is shown, and the code must stay. */
export const useCodeToKeep = create<CodeToKeep>((set) => ({
  code: null,
  show: (code) => set({ code }),
  drop: () => set({ code: null }),
}));

/** A recovery code, the one time it is shown: copied by hand or printed, and gone with the press that says so. */
export function RecoveryCodeDialog() {
  const { t } = useTranslation();
  const { code, drop } = useCodeToKeep();
  return code === null ? null : (
    <Dialog title={t('recovery.title')} width={520}>
      <ShownCode code={code} onKept={drop} />
    </Dialog>
  );
}

interface ShownCodeProps {
  readonly code: string;
  onKept(): void;
}

function ShownCode({ code, onKept }: ShownCodeProps) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <p>{t('recovery.keep')}</p>
      <p className="rescue-code recovery-code">{code}</p>
      <p className="soft small">{t('recovery.once')}</p>
      <div className="form-actions rescue-actions">
        <PrintCode code={code} />
        <OnceCopy text={code} />
        <Button look="primary" onPress={onKept}>
          {t('recovery.kept')}
        </Button>
      </div>
    </div>
  );
}
