import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { failureOf } from '../../../bridge/failureOf.ts';
import { Button } from '../../../parts/Button.tsx';
import { FailureNotice } from '../../../parts/feedback/FailureNotice.tsx';
import { MmField } from '../../../parts/form/MmField.tsx';
import type { PrinterTuning } from './usePrinterTuning.ts';

/** Print the ruler, read two numbers off it, and the picture is moved to where it belongs. */
export function RulerFields({ tuning }: { readonly tuning: Pick<PrinterTuning, 'print' | 'calibrate'> }) {
  const { t } = useTranslation();
  const { print, calibrate } = tuning;
  const [left, setLeft] = useState(0);
  const [top, setTop] = useState(0);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    calibrate.mutate({ leftTenthMm: left, topTenthMm: top });
  };
  return (
    <form className="stack-tight" onSubmit={submit}>
      <div className="line">
        <Button size="small" icon="print" isBusy={print.isPending} onPress={() => print.mutate('ruler')}>
          {t('printerSetup.sheet.ruler')}
        </Button>
        <span className="soft small grow">{t('printerSetup.rulerNote')}</span>
      </div>
      <div className="line ruler-fields">
        <MmField label={t('printerSetup.readLeft')} tenths={left} min={-100} max={100} onChange={setLeft} />
        <MmField label={t('printerSetup.readTop')} tenths={top} min={-100} max={100} onChange={setTop} />
        <Button isSubmit isBusy={calibrate.isPending}>
          {t('printerSetup.calibrate')}
        </Button>
      </div>
      {calibrate.error !== null && <FailureNotice failure={failureOf(calibrate.error)} />}
    </form>
  );
}
