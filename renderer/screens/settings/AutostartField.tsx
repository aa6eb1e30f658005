import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { pageBridge } from '../../bridge/page.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { CheckField } from '../../parts/form/CheckField.tsx';
import { useAct } from '../../work/useAct.ts';

const queryKey = ['autostart'];

/** Whether the window opens by itself when this user signs in to the computer; not offered where nothing is installed. */
export function AutostartField() {
  const { t } = useTranslation();
  const isOn = useQuery({ queryKey, queryFn: () => pageBridge().autostart(), networkMode: 'always' }).data;
  const set = useAct((wanted: boolean) => pageBridge().setAutostart(wanted), {
    says: (isNow, wanted) =>
      isNow === wanted ? t('settings.saved') : { tone: 'failed', says: t('settings.autostartRefused') },
    after: (isNow) => queryClient.setQueryData(queryKey, isNow),
  });
  if (isOn === undefined || isOn === null) return null;
  return <CheckField label={t('settings.autostart')} isOn={isOn} onChange={(wanted) => set.mutate(wanted)} />;
}
