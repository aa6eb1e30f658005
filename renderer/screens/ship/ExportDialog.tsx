import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withApprovals } from '../../bridge/approvals.ts';
import { core } from '../../bridge/core.ts';
import { pageBridge } from '../../bridge/pageBridge.ts';
import type { OrderFilter } from '../../bridge/queries/orderQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';

interface ExportDialogProps {
  readonly filter: OrderFilter;
  readonly filterName: string;
  readonly count: number;
  onClose(): void;
}

/** Says what the workbook will hold before it is written; personal data in the clear only when ticked, and that is recorded. */
export function ExportDialog({ filter, filterName, count, onClose }: ExportDialogProps) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const [isRevealed, setRevealed] = useState(false);
  const write = useMutation({
    mutationFn: () =>
      withApprovals({ orderId: '', orderNo: '' }, (approvalIds) =>
        core.out.exportOrders({ filter, isRevealed, approvalIds }),
      ),
    onSuccess: ({ path, rowCount }) => {
      say({
        tone: 'done',
        says: t('exporting.written', { count: rowCount }),
        next: path,
        action: { label: t('common.showFile'), run: () => void pageBridge().showFile(path) },
      });
      onClose();
    },
  });
  const submit = (event?: FormEvent): void => {
    event?.preventDefault();
    if (!write.isPending) write.mutate();
  };
  const search = filter.search ?? '';
  return (
    <Dialog
      title={t('exporting.title', { count })}
      width={560}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" keyHint="Enter" isBusy={write.isPending} onPress={submit}>
            {t('exporting.write')}
          </Button>
        </>
      }
    >
      <form className="stack" onSubmit={submit}>
        <p>
          {t(search === '' ? 'exporting.which' : 'exporting.whichFound', {
            filter: filterName,
            search,
            count,
          })}
        </p>
        <p className="soft">{t('exporting.columns')}</p>
        <label className="line">
          <input
            type="checkbox"
            checked={isRevealed}
            onChange={(event) => setRevealed(event.target.checked)}
          />
          {t('exporting.reveal')}
        </label>
        <p className={isRevealed ? 'text-unsure' : 'soft small'}>
          {t(isRevealed ? 'exporting.revealedNote' : 'exporting.maskedNote')}
        </p>
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
