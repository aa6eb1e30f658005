import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintJobRow } from '../../../shared/contracts/printContract.ts';
import { isPrinted } from '../../../shared/domain/printJob.ts';
import { core } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { useKeys } from '../../parts/useKeys.ts';
import { usePlace } from '../../parts/usePlace.ts';
import { ReprintDialog } from './ReprintDialog.tsx';
import { useJobWord } from './useJobWord.ts';

/** What can be done with one label, by its state. */
export function JobActions({ job }: { readonly job: PrintJobRow }) {
  const { t } = useTranslation();
  const go = usePlace((store) => store.go);
  const [isReprinting, setReprinting] = useState(false);
  const word = useJobWord();
  const ref = { jobId: job.id, version: job.version };
  const retry = useMutation({
    mutationFn: () => core.print.retry(ref),
    onSuccess: () => useToasts.getState().say({ tone: 'done', says: t('print.retried', { count: 1 }) }),
  });
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
        <Button
          look="primary"
          size="small"
          icon="refresh"
          keyHint="R"
          isBusy={retry.isPending}
          onPress={() => retry.mutate()}
        >
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
