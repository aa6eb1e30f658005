import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { settingsQueries } from '../../bridge/queries/settingsQueries.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { useToasts } from '../../parts/feedback/Toasts.tsx';

type Change = Parameters<typeof core.settings.set>[0];

/** Saves part of the settings and shows them as saved at once. */
export function useSaveSettings() {
  const { t } = useTranslation();
  const say = useToasts((store) => store.say);
  return useMutation({
    mutationFn: (change: Change) => core.settings.set(change),
    onSuccess: (saved) => {
      queryClient.setQueryData(settingsQueries.get().queryKey, saved);
      say({ tone: 'done', says: t('settings.saved') });
    },
  });
}
