import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PrintJobRow } from '../../../shared/contracts/printing.ts';
import { core } from '../../bridge/core.ts';
import { carrierLabelQueries, printQueries } from '../../bridge/queries/printQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { KeyButton } from '../../parts/KeyButton.tsx';
import { OpeningButton } from '../../parts/OpeningButton.tsx';
import { go } from '../../parts/place.ts';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';
import { HeldDialog } from './HeldDialog.tsx';
import { useJobWord, usePrinterNames } from './jobWords.ts';

/** What waits for a person's word, one question of a kind at a time. */
export function Attention({ onRecover }: { onRecover(printerUri: string): void }) {
  const counts = useQuery(printQueries.counts()).data;
  const unsure = useQuery(printQueries.first('unsure')).data;
  const held = useQuery(printQueries.first('held')).data;
  return (
    <>
      {unsure !== undefined && unsure !== null && (
        <UnsureQuestion key={unsure.id} job={unsure} total={counts?.unsure ?? 1} onRecover={onRecover} />
      )}
      {held !== undefined && held !== null && (
        <HeldQuestion key={held.id} job={held} total={counts?.held ?? 1} />
      )}
      <OwnLayoutNote />
    </>
  );
}

/** A label that waited too long to be printed unasked: still wanted? One key each way, and all of them at once. */
function HeldQuestion({ job, total }: { readonly job: PrintJobRow; readonly total: number }) {
  const { t } = useTranslation();
  const ref = [{ jobId: job.id, version: job.version }];
  const word = useJobWord();
  const release = useAct(() => core.print.release({ jobs: ref }), { says: word.released });
  const cancel = useAct(() => core.print.cancel({ jobs: ref }), { says: word.cancelled });
  return (
    <section className="asking" role="note" aria-label={t('printing.heldTitle')}>
      <Icon name="pause" size={24} />
      <div className="grow">
        <p className="asking-title">
          {t('printing.heldQuestion', { waybillNo: job.waybillNo, name: job.receiverName })}
        </p>
        <p className="small">
          {job.holdReason !== '' && t(`printing.holdNote.${job.holdReason}`)} {t('printing.waitingSince')}{' '}
          <Moment at={job.createdAt} as="age" />
        </p>
      </div>
      <KeyButton icon="play" combo="f" says={t('printing.releaseThis')} {...release.press()}>
        {t('printing.release')}
      </KeyButton>
      <KeyButton icon="trash" combo="x" says={t('printing.discardThis')} {...cancel.press()}>
        {t('printing.discard')}
      </KeyButton>
      {total > 1 && (
        <OpeningButton label={t('printing.heldAll', { count: total })}>
          {(close) => <HeldDialog total={total} onClose={close} />}
        </OpeningButton>
      )}
    </section>
  );
}

interface UnsureQuestionProps {
  readonly job: PrintJobRow;
  readonly total: number;
  onRecover(printerUri: string): void;
}

/**
 * One label nobody knows about, one plain question. The quickest answer is a scan: the last good label that came out tells of
 * all before and after it. Nothing is printed again before a person has looked.
 */
function UnsureQuestion({ job, total, onRecover }: UnsureQuestionProps) {
  const { t } = useTranslation();
  const printerName = usePrinterNames();
  const answer = useAct((isPrinted: boolean) =>
    core.print.resolveUnsure({ jobId: job.id, version: job.version, isPrinted }),
  );
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
      <KeyButton icon="check" combo="1" {...answer.press(true)}>
        {t('print.cameOut')}
      </KeyButton>
      <KeyButton icon="close" combo="2" {...answer.press(false)}>
        {t('print.didNot')}
      </KeyButton>
      <KeyButton icon="search" combo="3" onPress={() => onRecover(job.printerUri)}>
        {t('printing.recover')}
      </KeyButton>
    </section>
  );
}

/** Labels that came out in our own layout where the carrier's was wanted: said until somebody has read it. */
function OwnLayoutNote() {
  const { t } = useTranslation();
  const untold = useQuery(carrierLabelQueries.untold()).data;
  const read = useAct((newestId: string) => core.carrierLabels.markTold({ newestId }));
  const count = untold?.total ?? 0;
  if (untold === undefined || count === 0) return null;
  const reasons = untold.reasons.map((row) =>
    t('carrierLabels.reasonCount', {
      reason: t(`ownLayout.${row.reason}`),
      count: row.count,
    }),
  );
  const [main] = untold.reasons;
  return (
    <section className="asking asking-note" role="note" aria-label={t('carrierLabels.title')}>
      <Icon name="alert" size={16} />
      <div className="grow">
        <p className="asking-title">{t('carrierLabels.usedInstead', { count })}</p>
        <p className="small">
          {main !== undefined &&
            t('carrierLabels.because', {
              reasons: reasons.join(t('common.listComma')),
              advice: t(`carrierLabels.advice.${main.reason}`),
            })}
        </p>
      </div>
      <KeyButton size="small" icon="check" combo="k" {...read.press(untold.newestId)}>
        {t('carrierLabels.gotIt')}
      </KeyButton>
      <Button size="small" onPress={() => go('settings', { section: 'labels' })}>
        {t('carrierLabels.toChoice')}
      </Button>
    </section>
  );
}
