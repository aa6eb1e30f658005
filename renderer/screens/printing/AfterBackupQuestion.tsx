import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PrintJobRow } from '../../../shared/contracts/printing.ts';
import { afterBackup } from '../../../shared/domain/printing/printJob.ts';
import { core } from '../../bridge/core.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { KeyButton } from '../../parts/KeyButton.tsx';
import { OpeningButton } from '../../parts/OpeningButton.tsx';
import { useAct } from '../../work/useAct.ts';

/** As many as one call takes; the rest asks again. */
const atOnce = 500;

/**
 * After a restored backup a label may lie on its parcel already: one question, and one answer for all of them where there are more. The
 * answer for all stays open while the first of them changes.
 */
export function AfterBackupQuestion({ job }: { readonly job: PrintJobRow }) {
  const { t } = useTranslation();
  const all = useAfterBackup();
  return (
    <section className="asking asking-unsure" role="alert" aria-label={t('printing.unsureTitle')}>
      <OfOneLabel key={job.id} job={job} />
      <OpeningButton label={t('printing.heldAll', { count: all.length })} isOffered={all.length > 1}>
        {(close) => <AfterBackupDialog onClose={close} />}
      </OpeningButton>
    </section>
  );
}

function OfOneLabel({ job }: { readonly job: PrintJobRow }) {
  const { t } = useTranslation();
  const jobs = [{ jobId: job.id, version: job.version }];
  const answer = useAct((isPrinted: boolean) => core.print.answerUnsure({ jobs, isPrinted }));
  return (
    <>
      <Icon name="question" size={24} />
      <div className="grow">
        <p className="asking-title">
          {t('printing.afterBackupQuestion', {
            orderNo: job.orderNo,
            waybillNo: job.waybillNo,
            name: job.receiverName,
          })}
        </p>
        <p className="small">{t('printing.afterBackupNote')}</p>
      </div>
      <KeyButton icon="check" combo="1" {...answer.press(true)}>
        {t('printing.onParcel')}
      </KeyButton>
      <KeyButton icon="print" combo="2" {...answer.press(false)}>
        {t('printing.notOnParcel')}
      </KeyButton>
    </>
  );
}

function useAfterBackup() {
  const unsure = useQuery({
    queryKey: ['print', 'unsureAll'],
    queryFn: async ({ signal }) =>
      (await core.print.window({ state: 'unsure', offset: 0, limit: atOnce }, { signal })).rows,
    meta: { topics: ['printJobs'] },
  }).data;
  return (unsure ?? [])
    .filter(({ errorCode }) => errorCode === afterBackup)
    .map(({ id, version }) => ({ jobId: id, version }));
}

function AfterBackupDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const jobs = useAfterBackup();
  const count = jobs.length;
  const answer = useAct((isPrinted: boolean) => core.print.answerUnsure({ jobs, isPrinted }), {
    after: onClose,
  });
  return (
    <AskDialog
      title={t('printing.afterBackupTitle', { count })}
      yes={t('printing.onParcelAll', { count })}
      isReady={count !== 0}
      {...answer.dialog(true)}
      more={
        <Button isDisabled={count === 0} {...answer.press(false)}>
          {t('printing.notOnParcelAll', { count })}
        </Button>
      }
      onClose={onClose}
    >
      <p>{t('printing.afterBackupAllNote')}</p>
    </AskDialog>
  );
}
