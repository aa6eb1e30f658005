import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type BillTolerance, toleranceLimits } from '../../../../shared/domain/bills/bill.ts';
import { ask, core } from '../../../bridge/core.ts';
import { useCarrierNames } from '../../../bridge/knownNames.ts';
import { AskDialog } from '../../../parts/AskDialog.tsx';
import { TextField } from '../../../parts/form/TextField.tsx';
import { useAct } from '../../../work/useAct.ts';

const fields = ['weightGrams', 'percent', 'priceFen', 'roundsUpToGrams'] as const;

interface ToleranceDialogProps {
  readonly carrier: string;
  onClose(): void;
}

/** What counts as the same on a carrier's bills. */
export function ToleranceDialog({ carrier, onClose }: ToleranceDialogProps) {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const stored = useQuery(ask.bills.tolerance.queryOptions({ input: { carrier } })).data;
  const [typed, setTyped] = useState<Partial<Record<keyof BillTolerance, string>>>({});
  const textOf = (field: keyof BillTolerance): string => typed[field] ?? String(stored?.[field] ?? '');
  const isRight = (field: keyof BillTolerance): boolean => {
    const { least, most } = toleranceLimits[field];
    return /^\d{1,6}$/.test(textOf(field)) && Number(textOf(field)) >= least && Number(textOf(field)) <= most;
  };
  const save = useAct(
    () =>
      core.bills.setTolerance({
        carrier,
        weightGrams: Number(textOf('weightGrams')),
        percent: Number(textOf('percent')),
        priceFen: Number(textOf('priceFen')),
        roundsUpToGrams: Number(textOf('roundsUpToGrams')),
      }),
    { says: () => t('billWork.tolerance.saved'), after: onClose, isShownInPlace: true },
  );
  return (
    <AskDialog
      isForm
      title={t('billWork.tolerance.title', { carrier: carrierName(carrier) })}
      yes={t('common.save')}
      isReady={stored !== undefined && fields.every(isRight)}
      {...save.dialog()}
      onClose={onClose}
    >
      <p className="soft">{t('billWork.tolerance.says')}</p>
      {fields.map((field) => (
        <TextField
          key={field}
          label={t(`billWork.tolerance.${field}`)}
          value={textOf(field)}
          maxLength={6}
          onChange={(text) => setTyped({ ...typed, [field]: text })}
        />
      ))}
    </AskDialog>
  );
}
