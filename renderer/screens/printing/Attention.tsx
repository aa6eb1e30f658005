import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintJobRow } from '../../../shared/contracts/printing.ts';
import { core } from '../../bridge/core.ts';
import { useNow } from '../../bridge/page.ts';
import { carrierLabelQueries, printQueries } from '../../bridge/queries/printQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useKeys } from '../../parts/keys.ts';
import { go } from '../../parts/place.ts';
import { When } from '../../parts/When.tsx';
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
  const now = useNow();
  const [isShowingAll, setShowingAll] = useState(false);
  const ref = [{ jobId: job.id, version: job.version }];
  const word = useJobWord();
  const release = useMutation({ mutationFn: () => core.print.release({ jobs: ref }), ...word.released });
  const cancel = useMutation({ mutationFn: () => core.print.cancel({ jobs: ref }), ...word.cancelled });
  const isBusy = release.isPending || cancel.isPending;
  useKeys([
    { combo: 'f', says: t('printing.releaseThis'), run: () => !isBusy && release.mutate() },
    { combo: 'x', says: t('printing.discardThis'), run: () => !isBusy && cancel.mutate() },
  ]);
  return (
    <section className="asking" role="note" aria-label={t('printing.heldTitle')}>
      <Icon name="pause" size={24} />
      <div className="grow">
        <p className="asking-title">
          {t('printing.heldQuestion', { waybillNo: job.waybillNo, name: job.receiverName })}
        </p>
        <p className="small">
          {job.holdReason !== '' && t(`printing.holdNote.${job.holdReason}`)} {t('printing.waitingSince')}{' '}
          <When at={job.createdAt} now={now} as="age" />
        </p>
      </div>
      <Button icon="play" keyHint="F" isBusy={release.isPending} onPress={() => release.mutate()}>
        {t('printing.release')}
      </Button>
      <Button icon="trash" keyHint="X" isBusy={cancel.isPending} onPress={() => cancel.mutate()}>
        {t('printing.discard')}
      </Button>
      {total > 1 && (
        <Button onPress={() => setShowingAll(true)}>{t('printing.heldAll', { count: total })}</Button>
      )}
      {isShowingAll && <HeldDialog total={total} onClose={() => setShowingAll(false)} />}
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

/** Labels that came out in our own layout where the carrier's was wanted: said until somebody has read it. */
function OwnLayoutNote() {
  const { t } = useTranslation();
  const untold = useQuery(carrierLabelQueries.untold()).data;
  const read = useAct((newestId: string) => core.carrierLabels.markTold({ newestId }));
  const count = untold?.total ?? 0;
  const gotIt = (): void => {
    if (untold !== undefined && untold.newestId !== '' && !read.isPending) read.mutate(untold.newestId);
  };
  useKeys(count > 0 ? [{ combo: 'k', says: t('carrierLabels.gotIt'), run: gotIt }] : []);
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
      <Button size="small" icon="check" keyHint="K" isBusy={read.isPending} onPress={gotIt}>
        {t('carrierLabels.gotIt')}
      </Button>
      <Button size="small" onPress={() => go('settings', { section: 'labels' })}>
        {t('carrierLabels.toChoice')}
      </Button>
    </section>
  );
}
