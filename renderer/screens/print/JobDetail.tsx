import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PrintJobRow } from '../../../shared/contracts/printContract.ts';
import { core } from '../../bridge/core.ts';
import { failureOf } from '../../bridge/failureOf.ts';
import { printQueries } from '../../bridge/queries/printQueries.ts';
import { BitmapCanvas } from '../../parts/BitmapCanvas.tsx';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice } from '../../parts/feedback/FailureNotice.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { useKeys } from '../../parts/keys/useKeys.ts';
import { usePlace } from '../../parts/place/usePlace.ts';
import { printTone } from '../../parts/printTone.ts';
import { StateMark } from '../../parts/StateMark.tsx';
import { ReprintDialog } from './ReprintDialog.tsx';

/** One job: the very dots that are printed, and what can be done about it. */
export function JobDetail({ job, onClose }: { readonly job: PrintJobRow; onClose(): void }) {
  const { t } = useTranslation();
  useKeys([{ combo: 'Escape', says: t('keys.closeDetail'), run: onClose }]);
  const go = usePlace((store) => store.go);
  const say = useToasts((store) => store.say);
  const [isReprinting, setReprinting] = useState(false);
  const preview = useQuery(printQueries.preview(job.id));
  const retry = useMutation({
    mutationFn: () => core.print.retry({ jobId: job.id, version: job.version }),
    onSuccess: () => say({ tone: 'done', says: t('print.retried', { count: 1 }) }),
  });
  return (
    <aside className="panel detail" aria-label={t('print.detail')}>
      <header className="line">
        <strong className="number selectable">{job.waybillNo}</strong>
        <StateMark tone={printTone(job.state)} label={t(`job.${job.state}`)} />
        <span className="grow" />
        <Button look="quiet" size="small" icon="close" label={t('common.close')} onPress={onClose} />
      </header>
      {job.errorCode !== '' && (
        <FailureNotice
          tone={job.state === 'unsure' ? 'unsure' : 'failed'}
          failure={{ code: job.errorCode, params: { orderNo: job.orderNo } }}
        />
      )}
      <div className="line">
        {job.state === 'failed' && (
          <Button
            look="primary"
            size="small"
            icon="refresh"
            isBusy={retry.isPending}
            onPress={() => retry.mutate()}
          >
            {t('print.retry')}
          </Button>
        )}
        {(job.state === 'confirmed' || job.state === 'accepted' || job.state === 'scanned') && (
          <Button size="small" icon="print" onPress={() => setReprinting(true)}>
            {t('print.reprint')}
          </Button>
        )}
        <Button size="small" icon="ship" onPress={() => go('ship', { orderId: job.orderId })}>
          {t('print.toOrder')}
        </Button>
      </div>
      {job.copyNo > 1 && (
        <p className="soft small">{t('print.copy', { number: job.copyNo - 1, reason: job.reason })}</p>
      )}
      {preview.error !== null && <FailureNotice failure={failureOf(preview.error)} />}
      {preview.data !== undefined && (
        <BitmapCanvas {...preview.data} label={t('print.preview', { waybillNo: job.waybillNo })} />
      )}
      {isReprinting && <ReprintDialog job={job} onClose={() => setReprinting(false)} />}
    </aside>
  );
}
