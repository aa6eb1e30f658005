import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PrintJobRow } from '../../../shared/contracts/printContract.ts';
import { core } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';

/** One label nobody knows about, one plain question, two answers. Nothing is printed again before a person has looked. */
export function UnsureQuestion({ job, total }: { readonly job: PrintJobRow; readonly total: number }) {
  const { t } = useTranslation();
  const answer = useMutation({
    mutationFn: (isPrinted: boolean) =>
      core.print.resolveUnsure({ jobId: job.id, version: job.version, isPrinted }),
  });
  return (
    <section className="unsure-question" role="alert">
      <Icon name="question" size={24} />
      <div className="grow">
        <p className="unsure-title">
          {t('print.question', {
            waybillNo: job.waybillNo,
            name: job.receiverName,
            serial: job.serialNo,
            of: job.serialTotal,
          })}
        </p>
        <p className="small">{t('print.questionNote', { count: total })}</p>
      </div>
      <Button size="large" icon="check" isBusy={answer.isPending} onPress={() => answer.mutate(true)}>
        {t('print.cameOut')}
      </Button>
      <Button size="large" icon="close" isBusy={answer.isPending} onPress={() => answer.mutate(false)}>
        {t('print.didNot')}
      </Button>
    </section>
  );
}
