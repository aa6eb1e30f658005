import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import type { ImportRow } from '../../bridge/queries/importQueries.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';

/** Orders named one by one when they stand in the way; the count tells the rest. */
const maxNamed = 8;

/** Says what undoing an import takes away, and what stands in its way, before anything is touched. */
export function UndoDialog({ row, onClose }: { readonly row: ImportRow; onClose(): void }) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const check = useQuery({
    queryKey: ['imports', 'undoCheck', row.importId],
    queryFn: ({ signal }) => core.imports.undoCheck({ importId: row.importId }, { signal }),
    gcTime: 0,
    meta: { topics: ['orders', 'shipments', 'imports'] },
  }).data;
  const undo = useMutation({
    mutationFn: () => core.imports.undo({ importId: row.importId }),
    onSuccess: ({ removed, reverted }) => {
      say({
        tone: 'done',
        says: t('imports.undone', { count: removed }),
        ...(reverted > 0 ? { next: t('imports.reverted', { count: reverted }) } : {}),
      });
      onClose();
    },
  });
  const blocked = check?.blocked ?? [];
  return (
    <Dialog
      title={t('imports.undoTitle', { file: row.file === '' ? t('imports.pasted') : row.file })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('imports.keepImport')}</Button>
          <Button
            look="danger"
            isBusy={undo.isPending}
            isDisabled={check === undefined || blocked.length > 0}
            onPress={() => undo.mutate()}
          >
            {t('imports.undoYes')}
          </Button>
        </>
      }
    >
      {check === undefined && <p className="soft">{t('common.loading')}</p>}
      {check !== undefined && blocked.length === 0 && (
        <div className="stack-tight">
          <p>{t('imports.undoOrders', { count: check.orders })}</p>
          {check.changes > 0 && <p>{t('imports.undoChanges', { count: check.changes })}</p>}
          <p className="soft">{t('imports.undoNote')}</p>
        </div>
      )}
      {blocked.length > 0 && (
        <Notice
          tone="unsure"
          title={t('imports.undoBlocked', { count: blocked.length })}
          next={t('imports.undoBlockedNext')}
        >
          <p className="number small">
            {blocked
              .slice(0, maxNamed)
              .map(({ orderNo }) => orderNo)
              .join(t('common.listComma'))}
          </p>
        </Notice>
      )}
    </Dialog>
  );
}
