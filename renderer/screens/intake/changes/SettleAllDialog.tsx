import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';

interface SettleAllDialogProps {
  readonly verdict: 'accept' | 'reject';
  readonly importId: string;
  onYes(): void;
  onClose(): void;
}

/** Says how many changes of which import will be settled, before they are. */
export function SettleAllDialog({ verdict, importId, onYes, onClose }: SettleAllDialogProps) {
  const { t } = useTranslation();
  const filter = { state: 'pending' as const, importId };
  const pending = useQuery({
    queryKey: ['changes', 'ofImport', importId],
    queryFn: ({ signal }) => core.changes.list({ filter, offset: 0, limit: 1 }, { signal }),
    gcTime: 0,
    meta: { topics: ['imports', 'orders'] },
  }).data;
  const file = pending?.rows[0]?.file ?? '';
  return (
    <Dialog
      title={t(`changes.askAll.${verdict}`, { count: pending?.total ?? 0 })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" isDisabled={(pending?.total ?? 0) === 0} onPress={onYes}>
            {t(`changes.yesAll.${verdict}`)}
          </Button>
        </>
      }
    >
      <p>{t(`changes.askAllNote.${verdict}`, { file })}</p>
    </Dialog>
  );
}
