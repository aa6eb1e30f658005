import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { withApprovals } from '../../../bridge/approvals.ts';
import { core } from '../../../bridge/core.ts';
import { pageBridge } from '../../../bridge/pageBridge.ts';
import { Button } from '../../../parts/Button.tsx';
import { Dialog } from '../../../parts/Dialog.tsx';
import { useToasts } from '../../../parts/feedback/toasts.ts';

/** Writes what was learned into a file: masked, or in full after a word of its own, which is recorded. */
export function ExportLearned() {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  const [isAsking, setAsking] = useState(false);
  const written = useMutation({
    mutationFn: (isPersonalDataConfirmed: boolean) =>
      withApprovals({ orderId: '', orderNo: '' }, (approvalIds) =>
        core.addressKnowledge.exportLearned({ isPersonalDataConfirmed, approvalIds }),
      ),
    onSuccess: ({ path, count }) =>
      say({
        tone: 'done',
        says: t('addressBook.exported', { count }),
        next: path,
        action: { label: t('common.showFile'), run: () => void pageBridge().showFile(path) },
      }),
    onSettled: () => setAsking(false),
  });
  return (
    <>
      <Button icon="file" onPress={() => setAsking(true)}>
        {t('addressBook.export')}
      </Button>
      {isAsking && (
        <Dialog
          title={t('addressBook.exportTitle')}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onPress={() => setAsking(false)}>{t('common.cancel')}</Button>
              <Button look="danger" isBusy={written.isPending} onPress={() => written.mutate(true)}>
                {t('addressBook.exportOpen')}
              </Button>
              <Button look="primary" isBusy={written.isPending} onPress={() => written.mutate(false)}>
                {t('addressBook.exportMasked')}
              </Button>
            </>
          }
        >
          <p>{t('addressBook.exportNote')}</p>
        </Dialog>
      )}
    </>
  );
}
