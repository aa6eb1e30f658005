import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PrintJobRow } from '../../../shared/contracts/printContract.ts';
import { core } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useKeys } from '../../parts/useKeys.ts';
import { usePrinterNames } from './usePrinterNames.ts';

interface UnsureQuestionProps {
  readonly job: PrintJobRow;
  readonly total: number;
  onRecover(printerUri: string): void;
}

/**
 * One label nobody knows about, one plain question. The quickest answer is a scan: the last good label that came out tells of
 * all before and after it. Nothing is printed again before a person has looked.
 */
export function UnsureQuestion({ job, total, onRecover }: UnsureQuestionProps) {
  const { t } = useTranslation();
  const printerName = usePrinterNames();
  const answer = useMutation({
    mutationFn: (isPrinted: boolean) =>
      core.print.resolveUnsure({ jobId: job.id, version: job.version, isPrinted }),
  });
  const say = (isPrinted: boolean): void => {
    if (!answer.isPending) answer.mutate(isPrinted);
  };
  useKeys([
    { combo: '1', says: t('print.cameOut'), run: () => say(true) },
    { combo: '2', says: t('print.didNot'), run: () => say(false) },
    { combo: '3', says: t('printing.recover'), run: () => onRecover(job.printerUri) },
  ]);
  return (
    <section className="asking asking-unsure" role="alert" aria-label={t('printing.unsureTitle')}>
      <Icon name="question" size={24} />
      <div className="grow">
        <p className="asking-title">
          {t('print.question', {
            waybillNo: job.waybillNo,
            name: job.receiverName,
            serial: job.serialNo,
            of: job.serialTotal,
          })}
        </p>
        <p className="small">
          {t('printing.questionNote', { count: total, printer: printerName(job.printerUri) })}
        </p>
      </div>
      <Button icon="check" keyHint="1" isBusy={answer.isPending} onPress={() => say(true)}>
        {t('print.cameOut')}
      </Button>
      <Button icon="close" keyHint="2" isBusy={answer.isPending} onPress={() => say(false)}>
        {t('print.didNot')}
      </Button>
      <Button icon="search" keyHint="3" onPress={() => onRecover(job.printerUri)}>
        {t('printing.recover')}
      </Button>
    </section>
  );
}
