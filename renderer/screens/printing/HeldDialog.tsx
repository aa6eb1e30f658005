import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { printHoldReasons } from '../../../shared/domain/printJob.ts';
import { core } from '../../bridge/core.ts';
import { AskDialog } from '../../parts/AskDialog.tsx';
import { Button } from '../../parts/Button.tsx';
import { useAct } from '../../work/useAct.ts';
import { useJobWord } from './jobWords.ts';

/** As many as one call takes; the rest asks again. */
const atOnce = 500;

/** All that is held, by reason, before anything is done with it. */
export function HeldDialog({ total, onClose }: { readonly total: number; onClose(): void }) {
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
      yes={t('printing.releaseMany', { count: jobs.length })}
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
