import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PrinterSetupView } from '../../../../../shared/contracts/printers.ts';
import { core } from '../../../../bridge/core.ts';
import { Button } from '../../../../parts/Button.tsx';
import { FailureNotice } from '../../../../parts/feedback/FailureNotice.tsx';
import { Notice } from '../../../../parts/feedback/Notice.tsx';

interface TestStepProps {
  readonly setup: PrinterSetupView;
  /** Letters instead of a picture, or the wrong size: back to language and paper. */
  onUnfit(): void;
}

/** One label on real paper, and what to do when it does not look right. */
export function TestStep({ setup, onUnfit }: TestStepProps) {
  const { t } = useTranslation();
  const { uri, name } = setup;
  const print = useMutation({ mutationFn: () => core.printerSetup.print({ uri, sheet: 'test' }) });
  return (
    <>
      <p>{t('printerSetup.testNote', { name })}</p>
      <div>
        <Button size="large" icon="print" isBusy={print.isPending} onPress={() => print.mutate()}>
          {t('settings.testLabel')}
        </Button>
      </div>
      {print.data?.ok === true && (
        <Notice tone="done" title={t('settings.testPrinted', { name })} next={t('printerSetup.lookAtPaper')}>
          <Button size="small" onPress={onUnfit}>
            {t('printerSetup.looksWrong')}
          </Button>
        </Notice>
      )}
      {print.data?.ok === false && (
        <FailureNotice failure={{ code: print.data.errorCode, params: { name } }}>
          <Button size="small" onPress={onUnfit}>
            {t('printerSetup.looksWrong')}
          </Button>
        </FailureNotice>
      )}
    </>
  );
}
