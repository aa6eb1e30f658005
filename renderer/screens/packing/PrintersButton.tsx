import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asked } from '../../../shared/contracts/contract.ts';
import type { PackDesk } from '../../../shared/contracts/packing/packing.ts';
import { core } from '../../bridge/core.ts';
import { useMissingRight } from '../../bridge/operators.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { BenchPrinters } from '../../work/devices/BenchPrinters.tsx';
import { useAct } from '../../work/useAct.ts';

/** Which of the known printers are at this bench: the packer chooses them, from the next label on. */
export function PrintersButton({ rules }: Pick<PackDesk, 'rules'>) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const missing = useMissingRight(['packParcels']);
  const choose = useAct((patch: Asked<'packing', 'setPrinters'>) => core.packing.setPrinters(patch), {
    says: () => t('settings.saved'),
  });
  if (missing !== null) return null;
  return (
    <>
      <Button look="quiet" icon="print" label={t('packing.printers')} onPress={() => setOpen(true)} />
      {isOpen && (
        <Dialog title={t('packing.printersTitle')} width={560} onClose={() => setOpen(false)}>
          <div className="stack">
            <BenchPrinters rules={rules} onChange={(patch) => choose.mutate(patch)} />
            <p className="soft small">{t('packing.printersNote')}</p>
          </div>
        </Dialog>
      )}
    </>
  );
}
