import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintJobRow } from '../../../shared/contracts/printing.ts';
import { isPrinted } from '../../../shared/domain/printing/printJob.ts';
import { joinTexts } from '../../../shared/text/hanSpacing.ts';
import { ask, core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { withApprovals } from '../../bridge/operators.ts';
import { questions } from '../../bridge/questions.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { BitmapCanvas } from '../../parts/BitmapCanvas.tsx';
import { Button } from '../../parts/Button.tsx';
import { DetailPane, Facts } from '../../parts/DetailPane.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { CheckField } from '../../parts/form/CheckField.tsx';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { useReason } from '../../parts/form/useReason.tsx';
import { KeyButton } from '../../parts/KeyButton.tsx';
import { letters } from '../../parts/letters.ts';
import { OpeningButton } from '../../parts/OpeningButton.tsx';
import { go } from '../../parts/place.ts';
import { StateMark } from '../../parts/StateMark.tsx';
import { printTone } from '../../words/tones.ts';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';
import { WhoMay } from '../../work/WhoMay.tsx';
import { jobFailure, useJobWord, usePrinterNames } from './jobWords.ts';

/** When what became of this copy, and on which printer. */
function JobFacts({ job }: { readonly job: PrintJobRow }) {
  const { t } = useTranslation();
  const printerName = usePrinterNames();
  const when = (at: number | null) => at !== null && <Moment key={at} at={at} />;
  const moved = job.movedFrom === '' ? '' : t('printing.insteadOf', { name: printerName(job.movedFrom) });
  const isOwnParcel = job.motherWaybillNo === job.waybillNo;
  return (
    <Facts
      isSmall
      facts={[
        [t('print.printer'), joinTexts([printerName(job.printerUri), moved])],
        [
          t('print.serial'),
          <span key="serial" className="number">{`${job.serialNo} / ${job.serialTotal}`}</span>,
        ],
        [
          t('printing.parcel'),
          job.parcelTotal > 1 && (
            <>
              <span className="number">
                {t('parcels.place', { number: job.parcelNo, total: job.parcelTotal })}
              </span>
              {!isOwnParcel && (
                <span className="soft"> {t('parcels.mother', { waybillNo: job.motherWaybillNo })}</span>
              )}
            </>
          ),
        ],
        [
          t('print.reprint'),
          job.copyNo > 1 && t('print.copy', { number: job.copyNo - 1, reason: job.reason }),
        ],
        [t('carrierLabels.drawnBy'), job.drawnBy === 'carrier' && t('carrierLabels.carrier')],
        [t('printing.wantedAt'), when(job.createdAt)],
        [t('printing.sentAt'), when(job.sentAt)],
        [t('printing.settledAt'), when(job.settledAt)],
        [t('printing.scannedAt'), when(job.scannedAt)],
      ]}
    />
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

/** What of names, addresses and codes is not on the paper as it was written, by its Unicode number. */
function GapsLine({ gaps }: { readonly gaps: readonly { readonly codePoint: string }[] }) {
  const { t } = useTranslation();
  if (gaps.length === 0) return null;
  const signs = [...new Set(gaps.map(({ codePoint }) => codePoint))].join(' ');
  return <p className="small own-layout">{t('print.gaps', { signs })}</p>;
}

/** One copy: the very dots that are printed, what is known of it, and what can be done about it. */
export function JobDetail({ job, onClose }: { readonly job: PrintJobRow; onClose(): void }) {
  const { t } = useTranslation();
  const preview = useQuery(questions.labelPreview(job));
  return (
    <DetailPane
      label={t('print.detail')}
      head={
        <>
          <strong className="number selectable">{job.waybillNo}</strong>
          <span className="grow" />
        </>
      }
      onClose={onClose}
    >
      {job.errorCode !== '' && (
        <FailureNotice tone={job.state === 'unsure' ? 'unsure' : 'failed'} failure={jobFailure(job)} />
      )}
      {job.holdReason !== '' && <p className="small">{t(`printing.holdNote.${job.holdReason}`)}</p>}
      <div className="job-sheet">
        <div className="job-facts">
          <div className="line">
            <StateMark tone={printTone(job.state)} label={t(`job.${job.state}`)} />
          </div>
          <JobActions job={job} />
          <JobFacts job={job} />
          <OwnLayoutLine reason={preview.data?.ownLayoutReason ?? job.ownLayoutReason} />
          <GapsLine gaps={preview.data?.gaps ?? []} />
          {preview.error !== null && <FailureNotice failure={failureOf(preview.error)} />}
        </div>
        {preview.data !== undefined && (
          <div className="job-label">
            <BitmapCanvas {...preview.data} label={t('print.preview', { waybillNo: job.waybillNo })} />
          </div>
        )}
      </div>
    </DetailPane>
  );
}

/** What can be done with one label, by its state. */
function JobActions({ job }: { readonly job: PrintJobRow }) {
  const { t } = useTranslation();
  const word = useJobWord();
  const ref = { jobId: job.id, version: job.version };
  const retry = useAct(() => core.print.retry(ref), { says: () => t('print.retried', { count: 1 }) });
  const release = useAct(() => core.print.release({ jobs: [ref] }), { says: word.released });
  const cancel = useAct(() => core.print.cancel({ jobs: [ref] }), { says: word.cancelled });
  const isOut = isPrinted(job.state);
  const isOpen = job.state === 'held' || job.state === 'waiting';
  return (
    <div className="line">
      {job.state === 'failed' && (
        <KeyButton look="primary" size="small" icon="refresh" combo={letters.refresh} {...retry.press()}>
          {t('print.retry')}
        </KeyButton>
      )}
      {job.state === 'held' && (
        <Button look="primary" size="small" icon="play" {...release.press()}>
          {t('printing.release')}
        </Button>
      )}
      {isOpen && (
        <Button size="small" icon="trash" {...cancel.press()}>
          {t('printing.discard')}
        </Button>
      )}
      {isOut && (
        <OpeningButton size="small" icon="print" combo={letters.print} label={t('print.reprint')}>
          {(close) => <ReprintDialog job={job} onClose={close} />}
        </OpeningButton>
      )}
      <KeyButton
        size="small"
        icon="ship"
        combo={letters.open}
        onPress={() => go('ship', { orderId: job.orderId })}
      >
        {t('common.toOrder')}
      </KeyButton>
    </div>
  );
}

const reasons = ['damaged', 'lost', 'jammed', 'faint'] as const;
const fullReasons = ['realName', 'platform'] as const;

/** Nothing hidden on the paper: asked for rarely, so never ready to be pressed by mistake. */
function FullFormField({ isFull, onChange }: { readonly isFull: boolean; onChange(isFull: boolean): void }) {
  const { t } = useTranslation();
  return (
    <div>
      <CheckField label={t('printing.fullForm')} isOn={isFull} onChange={onChange} />
      {isFull && (
        <div className="text-unsure small">
          <p>{t('printing.fullFormNote')}</p>
          <WhoMay right="printFullForm" />
        </div>
      )}
    </div>
  );
}

/** Not what a reprint is: another number and another parcel are made on the order, not on the printer. */
function OtherWishes({ orderId }: { readonly orderId: string }) {
  const { t } = useTranslation();
  return (
    <div className="other-wishes">
      <p className="small">{t('printing.notAReprint')}</p>
      <Button size="small" icon="ship" onPress={() => go('ship', { orderId })}>
        {t('printing.newNumberOrParcel')}
      </Button>
    </div>
  );
}

interface ReprintWish {
  readonly isFull: boolean;
  readonly hasLeft: boolean;
  readonly printerUri: string;
  readonly reason: string;
}

/** Prints the label of this job once more. */
function useReprint(job: PrintJobRow, { isFull, hasLeft, ...wish }: ReprintWish, onClose: () => void) {
  const { t } = useTranslation();
  return useAct(
    () =>
      withApprovals({ orderId: job.orderId, orderNo: job.orderNo }, (approvalIds) =>
        core.print[isFull ? 'printFull' : 'reprint']({
          orderId: job.orderId,
          parcelNo: job.parcelNo,
          ...wish,
          ...(hasLeft ? { hasLeft } : {}),
          approvalIds,
        }),
      ),
    {
      says: ({ copyNo }) => t('print.reprinted', { waybillNo: job.waybillNo, number: copyNo - 1 }),
      after: onClose,
      isShownInPlace: true,
    },
  );
}

/** A second label of the same number always has a reason; it is printed on the paper and kept. */
function ReprintDialog({ job, onClose }: { readonly job: PrintJobRow; onClose(): void }) {
  const { t } = useTranslation();
  const [isFull, setFull] = useState(false);
  const [hasLeft, setLeft] = useState(false);
  const { reason, isEnough, field } = useReason(
    t('print.reasonLabel'),
    isFull
      ? fullReasons.map((id) => t(`printing.fullReason.${id}`))
      : reasons.map((id) => t(`print.reason.${id}`)),
  );
  const [printerUri, setPrinterUri] = useState(job.printerUri);
  const printers = useQuery(ask.print.printers.queryOptions()).data ?? [];
  const limit = useQuery(ask.print.rules.queryOptions()).data?.reprintLimit;
  const reprint = useReprint(job, { isFull, hasLeft, printerUri, reason }, onClose);
  const isGone =
    hasLeft || (reprint.error !== null && failureOf(reprint.error).code === 'LABEL_PARCEL_HAS_LEFT');
  return (
    <AskDialog
      title={t('print.reprintTitle', { waybillNo: job.waybillNo })}
      yes={t('print.reprint')}
      isForm
      isReady={isEnough && (hasLeft || !isGone)}
      {...reprint.dialog()}
      onClose={onClose}
    >
      <p>{t('print.reprintNote')}</p>
      {limit !== undefined && <p className="soft small">{t('printing.reprintLimit', { count: limit })}</p>}
      {isGone && <CheckField label={t('printing.hasLeft')} isOn={hasLeft} onChange={setLeft} />}
      {field}
      <SelectField
        label={t('print.printer')}
        value={printerUri}
        options={printers.map(({ uri, name }) => ({ value: uri, label: name }))}
        onChange={setPrinterUri}
      />
      <FullFormField isFull={isFull} onChange={setFull} />
      <OtherWishes orderId={job.orderId} />
    </AskDialog>
  );
}
