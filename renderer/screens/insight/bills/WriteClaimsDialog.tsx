import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { CheckField } from '../../../parts/form/CheckField.tsx';
import { useFileWords } from '../../../work/outcomeWords.ts';
import { useAct } from '../../../work/useAct.ts';

interface WriteClaimsDialogProps {
  readonly billId: string;
  readonly count: number;
  onClose(): void;
}

/** The claims as a file for the carrier. */
export function WriteClaimsDialog({ billId, count, onClose }: WriteClaimsDialogProps) {
  const { t } = useTranslation();
  const fileWords = useFileWords();
  const [marksSent, setMarksSent] = useState(true);
  const write = useAct(() => core.bills.writeClaims({ billId, marksSent }), {
    says: (file) => fileWords(t('billWork.write.done', { count: file.rowCount }), file),
    after: onClose,
    isShownInPlace: true,
  });
  return (
    <AskDialog
      isForm
      title={t('billWork.write.title', { count })}
      yes={t('billWork.write.yes')}
      {...write.dialog()}
      onClose={onClose}
    >
      <p>{t('billWork.write.says')}</p>
      <CheckField label={t('billWork.write.mark')} isOn={marksSent} onChange={setMarksSent} />
    </AskDialog>
  );
}
