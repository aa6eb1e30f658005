import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PrintJobRow } from '../../../shared/contracts/printContract.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { printQueries } from '../../bridge/queries/printQueries.ts';
import { useNow } from '../../bridge/useNow.ts';
import { BitmapCanvas } from '../../parts/BitmapCanvas.tsx';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/FailureNotice.tsx';
import { StateMark } from '../../parts/StateMark.tsx';
import { useKeys } from '../../parts/useKeys.ts';
import { When } from '../../parts/When.tsx';
import { printTone } from '../../words/printTone.ts';
import { JobActions } from './JobActions.tsx';
import { jobFailure } from './jobFailure.ts';
import { usePrinterNames } from './usePrinterNames.ts';

/** When what became of this copy, and on which printer. */
function JobFacts({ job }: { readonly job: PrintJobRow }) {
  const { t } = useTranslation();
  const now = useNow();
  const printerName = usePrinterNames();
  const times = [
    ['wantedAt', job.createdAt],
    ['sentAt', job.sentAt],
    ['settledAt', job.settledAt],
    ['scannedAt', job.scannedAt],
  ] as const;
  return (
    <dl className="facts small">
      <dt>{t('print.printer')}</dt>
      <dd>
        {printerName(job.printerUri)}
        {job.movedFrom !== '' && ` ${t('printing.insteadOf', { name: printerName(job.movedFrom) })}`}
      </dd>
      <dt>{t('print.serial')}</dt>
      <dd className="number">{`${job.serialNo} / ${job.serialTotal}`}</dd>
      {job.parcelTotal > 1 && (
        <>
          <dt>{t('printing.parcel')}</dt>
          <dd>
            <span className="number">
              {t('parcels.place', { number: job.parcelNo, total: job.parcelTotal })}
            </span>
            {job.motherWaybillNo !== job.waybillNo && (
              <span className="soft"> {t('parcels.mother', { waybillNo: job.motherWaybillNo })}</span>
            )}
          </dd>
        </>
      )}
      {job.copyNo > 1 && (
        <>
          <dt>{t('print.copyShort')}</dt>
          <dd>{t('print.copy', { number: job.copyNo - 1, reason: job.reason })}</dd>
        </>
      )}
      {job.drawnBy === 'carrier' && (
        <>
          <dt>{t('carrierLabels.drawnBy')}</dt>
          <dd>{t('carrierLabels.carrier')}</dd>
        </>
      )}
      {times.map(
        ([id, at]) =>
          at !== null && (
            <div key={id} className="fact">
              <dt>{t(`printing.${id}`)}</dt>
              <dd>
                <When at={at} now={now} />
              </dd>
            </div>
          ),
      )}
    </dl>
  );
}

/** Why this label is not in the carrier's own layout, where its account asks for it. */
function OwnLayoutLine({ reason }: { readonly reason: PrintJobRow['ownLayoutReason'] }) {
  const { t } = useTranslation();
  if (reason === '') return null;
  const advice = t(`carrierLabels.advice.${reason}`);
  return (
    <p className="small own-layout">
      {t('carrierLabels.insteadShort', { reason: t(`carrierLabels.reason.${reason}`) })} {advice}
    </p>
  );
}

/** One copy: the very dots that are printed, what is known of it, and what can be done about it. */
export function JobDetail({ job, onClose }: { readonly job: PrintJobRow; onClose(): void }) {
  const { t } = useTranslation();
  useKeys([{ combo: 'Escape', says: t('keys.closeDetail'), run: onClose }]);
  const preview = useQuery(printQueries.preview(job));
  return (
    <aside className="panel detail" aria-label={t('print.detail')}>
      <header className="line">
        <strong className="number selectable">{job.waybillNo}</strong>
        <StateMark tone={printTone(job.state)} label={t(`job.${job.state}`)} />
        <span className="grow" />
        <Button look="quiet" size="small" icon="close" label={t('common.close')} onPress={onClose} />
      </header>
      {job.errorCode !== '' && (
        <FailureNotice tone={job.state === 'unsure' ? 'unsure' : 'failed'} failure={jobFailure(job)} />
      )}
      {job.holdReason !== '' && <p className="small">{t(`printing.holdNote.${job.holdReason}`)}</p>}
      <JobActions job={job} />
      <JobFacts job={job} />
      <OwnLayoutLine reason={preview.data?.ownLayoutReason ?? job.ownLayoutReason} />
      {preview.error !== null && <FailureNotice failure={failureOf(preview.error)} />}
      {preview.data !== undefined && (
        <BitmapCanvas {...preview.data} label={t('print.preview', { waybillNo: job.waybillNo })} />
      )}
    </aside>
  );
}
