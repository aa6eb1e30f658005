import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LabelTemplateRow } from '../../../shared/contracts/labelTemplatesContract.ts';
import { core } from '../../bridge/core.ts';
import { Button } from '../../parts/Button.tsx';
import { Dialog } from '../../parts/Dialog.tsx';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { keptDrafts } from '../../parts/keptDrafts.ts';

/** Says what stays before it takes a template away. */
export function RemoveTemplate({ row }: { readonly row: LabelTemplateRow }) {
  const { t } = useTranslation();
  const [isAsking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => core.labelTemplates.remove({ templateId: row.id }),
    onSuccess: () => {
      keptDrafts.delete(`labelTemplate:${row.id}`);
      useToasts.getState().say({ tone: 'done', says: t('labelEditor.removed', { name: row.name }) });
    },
  });
  return (
    <>
      <Button
        look="quiet"
        size="small"
        icon="trash"
        label={t('settings.removeNamed', { name: row.name })}
        onPress={() => setAsking(true)}
      />
      {isAsking && (
        <Dialog
          title={t('labelEditor.removeTitle', { name: row.name })}
          onClose={() => setAsking(false)}
          actions={
            <>
              <Button onPress={() => setAsking(false)}>{t('common.cancel')}</Button>
              <Button look="danger" isBusy={remove.isPending} onPress={() => remove.mutate()}>
                {t('settings.remove')}
              </Button>
            </>
          }
        >
          <p>{t(row.isDefault ? 'labelEditor.removeUsedNote' : 'labelEditor.removeNote')}</p>
        </Dialog>
      )}
    </>
  );
}
