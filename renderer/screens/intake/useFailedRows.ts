import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import type { ImportItem } from '../../bridge/importItem.ts';
import { pageBridge } from '../../bridge/pageBridge.ts';
import { useToasts } from '../../parts/feedback/toasts.ts';

/** Writes the rows that were not taken into a file of their own, in the layout of the first, and says where it lies. */
export function useFailedRows({ path, overrides }: Pick<ImportItem, 'path' | 'overrides'>) {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  return useMutation({
    mutationFn: () => core.imports.failedRows({ path, overrides }),
    onSuccess: (written) =>
      say({
        tone: 'done',
        says: t('imports.failedSaved', { count: written.rowCount }),
        next: written.path,
        action: { label: t('common.showFile'), run: () => void pageBridge().showFile(written.path) },
      }),
  });
}
