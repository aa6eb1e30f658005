import { useTranslation } from 'react-i18next';
import type { PrinterSetupView } from '../../../../../shared/contracts/printers.ts';
import { failureOf } from '../../../../bridge/failureOf.ts';
import { Button } from '../../../../parts/Button.tsx';
import { FailureNotice } from '../../../../parts/feedback/FailureNotice.tsx';
import { useKeys } from '../../../../parts/useKeys.ts';
import { RulerFields } from '../RulerFields.tsx';
import { TuningFields } from '../TuningFields.tsx';
import { usePrinterTuning } from '../usePrinterTuning.ts';

interface CalibrateStepProps {
  readonly setup: PrinterSetupView;
  onBack(): void;
  onFinish(): void;
}

/** Where the picture lies on the paper, and how dark and fast; each may be left as it is. */
export function CalibrateStep({ setup, onBack, onFinish }: CalibrateStepProps) {
  const { t } = useTranslation();
  const tuning = usePrinterTuning(setup, onFinish);
  const { print, save } = tuning;
  const finish = (): void => {
    if (!tuning.isChanged) onFinish();
    else if (!save.isPending) save.mutate(setup.name);
  };
  useKeys([
    { combo: 'Enter', says: t('printerSetup.finish'), run: finish },
    { combo: 'Escape', says: t('keys.back'), run: onBack },
  ]);
  return (
    <>
      <section className="panel panel-pad stack" aria-label={t('printerSetup.step.calibrate')}>
        {save.error !== null && <FailureNotice failure={failureOf(save.error)} />}
        <RulerFields tuning={tuning} />
        <TuningFields can={setup.can} encodings={setup.encodings} tuning={tuning} />
        <div className="line">
          <Button size="small" icon="print" isBusy={print.isPending} onPress={() => print.mutate('test')}>
            {t('printerSetup.sheet.test')}
          </Button>
          <Button size="small" icon="print" isBusy={print.isPending} onPress={() => print.mutate('media')}>
            {t('printerSetup.sheet.media')}
          </Button>
        </div>
      </section>
      <footer className="form-actions">
        <Button onPress={onBack}>{t('printerSetup.back')}</Button>
        <span className="grow" />
        <Button look="primary" keyHint="Enter" isBusy={save.isPending} onPress={finish}>
          {t('printerSetup.finish')}
        </Button>
      </footer>
    </>
  );
}
