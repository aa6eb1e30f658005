import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintJobRow } from '../../../shared/contracts/printing.ts';
import { isPrinted } from '../../../shared/domain/printJob.ts';
import { core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { useNow } from '../../bridge/page.ts';
import { printQueries } from '../../bridge/queries/printQueries.ts';
import { BitmapCanvas } from '../../parts/BitmapCanvas.tsx';
import { Button } from '../../parts/Button.tsx';
import { DetailPane } from '../../parts/DetailPane.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { useKeys } from '../../parts/keys.ts';
import { go } from '../../parts/place.ts';
import { StateMark } from '../../parts/StateMark.tsx';
import { When } from '../../parts/When.tsx';
import { printTone } from '../../words/tones.ts';
import { useAct } from '../../work/useAct.ts';
import { jobFailure, useJobWord, usePrinterNames } from './jobWords.ts';
import { ReprintDialog } from './ReprintDialog.tsx';

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
      {t('carrierLabels.insteadShort', { reason: t(`ownLayout.${reason}`) })} {advice}
    </p>
  );
}

/** One copy: the very dots that are printed, what is known of it, and what can be done about it. */
export function JobDetail({ job, onClose }: { readonly job: PrintJobRow; onClose(): void }) {
  const { t } = useTranslation();
  const preview = useQuery(printQueries.preview(job));
  return (
    <DetailPane
      label={t('print.detail')}
      head={
        <>
          <strong className="number selectable">{job.waybillNo}</strong>
          <StateMark tone={printTone(job.state)} label={t(`job.${job.state}`)} />
          <span className="grow" />
        </>
      }
      onClose={onClose}
    >
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
    </DetailPane>
  );
}

/** What can be done with one label, by its state. */
function JobActions({ job }: { readonly job: PrintJobRow }) {
  const { t } = useTranslation();
  const [isReprinting, setReprinting] = useState(false);
  const word = useJobWord();
  const ref = { jobId: job.id, version: job.version };
  const retry = useAct(() => core.print.retry(ref), { says: () => t('print.retried', { count: 1 }) });
  const release = useMutation({
    mutationFn: () => core.print.release({ jobs: [ref] }),
    ...word.released,
  });
  const cancel = useMutation({ mutationFn: () => core.print.cancel({ jobs: [ref] }), ...word.cancelled });
  const isOut = isPrinted(job.state);
  const isOpen = job.state === 'held' || job.state === 'waiting';
  const toOrder = (): void => go('ship', { orderId: job.orderId });
  useKeys([
    ...(isOut ? [{ combo: 'p', says: t('print.reprint'), run: () => setReprinting(true) }] : []),
    ...(job.state === 'failed'
      ? [{ combo: 'r', says: t('print.retry'), run: () => !retry.isPending && retry.mutate() }]
      : []),
    { combo: 'o', says: t('print.toOrder'), run: toOrder },
  ]);
  return (
    <div className="line">
      {job.state === 'failed' && (
        <Button look="primary" size="small" icon="refresh" keyHint="R" {...retry.press()}>
          {t('print.retry')}
        </Button>
      )}
      {job.state === 'held' && (
        <Button
          look="primary"
          size="small"
          icon="play"
          isBusy={release.isPending}
          onPress={() => release.mutate()}
        >
          {t('printing.release')}
        </Button>
      )}
      {isOpen && (
        <Button size="small" icon="trash" isBusy={cancel.isPending} onPress={() => cancel.mutate()}>
          {t('printing.discard')}
        </Button>
      )}
      {isOut && (
        <Button size="small" icon="print" keyHint="P" onPress={() => setReprinting(true)}>
          {t('print.reprint')}
        </Button>
      )}
      <Button size="small" icon="ship" keyHint="O" onPress={toOrder}>
        {t('print.toOrder')}
      </Button>
      {isReprinting && <ReprintDialog job={job} onClose={() => setReprinting(false)} />}
    </div>
  );
}
