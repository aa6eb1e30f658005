import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintJobRow } from '../../../shared/contracts/printContract.ts';
import { core } from '../../bridge/core.ts';
import { useNow } from '../../bridge/useNow.ts';
import { Button } from '../../parts/Button.tsx';
import { Icon } from '../../parts/Icon.tsx';
import { useKeys } from '../../parts/useKeys.ts';
import { When } from '../../parts/When.tsx';
import { HeldDialog } from './HeldDialog.tsx';
import { useJobWord } from './useJobWord.ts';

/** A label that waited too long to be printed unasked: still wanted? One key each way, and all of them at once. */
export function HeldQuestion({ job, total }: { readonly job: PrintJobRow; readonly total: number }) {
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
