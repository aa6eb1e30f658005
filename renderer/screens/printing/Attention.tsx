import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { PrintJobRow } from '../../../shared/contracts/printing.ts';
import { afterBackup, printHoldReasons } from '../../../shared/domain/printing/printJob.ts';
import { joinTexts } from '../../../shared/text/hanSpacing.ts';
import { ask, core } from '../../bridge/core.ts';
import { questions } from '../../bridge/questions.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { atStart } from '../../parts/format.ts';
import { Icon } from '../../parts/Icon.tsx';
import { KeyButton } from '../../parts/KeyButton.tsx';
import { letters } from '../../parts/letters.ts';
import { OpeningButton } from '../../parts/OpeningButton.tsx';
import { go } from '../../parts/place.ts';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';
import { AfterBackupQuestion } from './AfterBackupQuestion.tsx';
import { useJobWord, usePrinterNames } from './jobWords.ts';

/** What waits for a person's word, one question of a kind at a time. */
export function Attention({ onRecover }: { onRecover(printerUri: string): void }) {
  const counts = useQuery(ask.print.counts.queryOptions()).data;
  const unsure = useQuery(questions.firstPrintJob('unsure')).data;
  const held = useQuery(questions.firstPrintJob('held')).data;
  return (
    <>
      {unsure !== undefined && unsure !== null && unsure.errorCode === afterBackup && (
        <AfterBackupQuestion job={unsure} />
      )}
      {unsure !== undefined && unsure !== null && unsure.errorCode !== afterBackup && (
        <UnsureQuestion key={unsure.id} job={unsure} total={counts?.unsure ?? 1} onRecover={onRecover} />
      )}
      {held !== undefined && held !== null && <HeldQuestion job={held} total={counts?.held ?? 1} />}
      <OwnLayoutNote />
    </>
  );
}

/** A label that waited too long to be printed unasked: still wanted? One key each way, and all of them at once. */
function HeldQuestion({ job, total }: { readonly job: PrintJobRow; readonly total: number }) {
  const { t } = useTranslation();
  return (
    <section className="asking" role="note" aria-label={t('printing.heldTitle')}>
      <HeldLabel key={job.id} job={job} />
      <OpeningButton label={t('printing.heldAll', { count: total })} isOffered={total > 1}>
        {(close) => <HeldDialog total={total} onClose={close} />}
      </OpeningButton>
    </section>
  );
}

function HeldLabel({ job }: { readonly job: PrintJobRow }) {
  const { t } = useTranslation();
  const ref = [{ jobId: job.id, version: job.version }];
  const word = useJobWord();
  const release = useAct(() => core.print.release({ jobs: ref }), { says: word.released });
  const cancel = useAct(() => core.print.cancel({ jobs: ref }), { says: word.cancelled });
  // One answer at a time: A and Del are about the same label.
  const isBusy = release.isPending || cancel.isPending;
  return (
    <>
      <Icon name="pause" size={24} />
      <div className="grow">
        <p className="asking-title">
          {t('printing.heldQuestion', { waybillNo: job.waybillNo, name: job.receiverName })}
        </p>
        <p className="small">
          <Moment
            after={joinTexts([
              job.holdReason === '' ? '' : t(`printing.holdNote.${job.holdReason}`),
              t('printing.waitingSince'),
            ])}
            at={job.createdAt}
            as="age"
          />
        </p>
      </div>
      <KeyButton
        icon="play"
        combo={letters.accept}
        says={t('printing.releaseThis')}
        {...release.press()}
        isBusy={isBusy}
      >
        {t('printing.release')}
      </KeyButton>
      <KeyButton
        icon="trash"
        combo="Delete"
        says={t('printing.discardThis')}
        {...cancel.press()}
        isBusy={isBusy}
      >
        {t('printing.discard')}
      </KeyButton>
    </>
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
  const unseen = useQuery(ask.carrierLabels.unseen.queryOptions()).data;
  const read = useAct((newestId: string) => core.carrierLabels.markSeen({ newestId }));
  const count = unseen?.total ?? 0;
  if (unseen === undefined || count === 0) return null;
  const reasons = unseen.reasons.map((row) =>
    t('carrierLabels.reasonCount', {
      reason: t(`ownLayout.${row.reason}`),
      count: row.count,
    }),
  );
  const [main] = unseen.reasons;
  return (
    <section className="asking asking-note" role="note" aria-label={t('carrierLabels.title')}>
      <Icon name="alert" size={16} />
      <div className="grow">
        <p className="asking-title">{t('carrierLabels.usedInstead', { count })}</p>
        <p className="small">
          {main !== undefined &&
            t('carrierLabels.because', {
              reasons: atStart(reasons.join(t('common.listComma'))),
              advice: t(`carrierLabels.advice.${main.reason}`),
            })}
        </p>
      </div>
      <KeyButton size="small" icon="check" combo={letters.keep} {...read.press(unseen.newestId)}>
        {t('carrierLabels.gotIt')}
      </KeyButton>
      <Button size="small" onPress={() => go('settings', { section: 'labels' })}>
        {t('carrierLabels.toChoice')}
      </Button>
    </section>
  );
}

/** As many as one call takes; the rest asks again. */
const atOnce = 500;

/** All that is held, by reason, before anything is done with it. */
function HeldDialog({ total, onClose }: { readonly total: number; onClose(): void }) {
  const { t } = useTranslation();
  const word = useJobWord();
  const held = useQuery({
    queryKey: ['print', 'heldAll'],
    queryFn: async ({ signal }) =>
      (await core.print.window({ state: 'held', offset: 0, limit: atOnce }, { signal })).rows,
    meta: { topics: ['printJobs'] },
  }).data;
  const jobs = (held ?? []).map(({ id, version }) => ({ jobId: id, version }));
  const reasons = printHoldReasons
    .map((reason) => ({
      reason,
      count: (held ?? []).filter(({ holdReason }) => holdReason === reason).length,
    }))
    .filter(({ count }) => count > 0);
  const release = useAct(() => core.print.release({ jobs }), { says: word.released, after: onClose });
  const cancel = useAct(() => core.print.cancel({ jobs }), { says: word.cancelled, after: onClose });
  return (
    <AskDialog
      title={t('printing.heldAllTitle', { count: total })}
      yes={t('printing.printCount', { count: jobs.length })}
      isReady={jobs.length !== 0}
      {...release.dialog()}
      more={
        <Button look="danger" isDisabled={jobs.length === 0} {...cancel.press()}>
          {t('printing.discardMany', { count: jobs.length })}
        </Button>
      }
      onClose={onClose}
    >
      <ul className="plain-list stack-tight">
        {reasons.map(({ reason, count }) => (
          <li key={reason}>{t(`printing.heldBecause.${reason}`, { count })}</li>
        ))}
      </ul>
      <p className="soft small">{t('printing.heldAllNote')}</p>
    </AskDialog>
  );
}
