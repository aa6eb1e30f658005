import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { core } from '../../bridge/core.ts';
import { operatorQueries } from '../../bridge/queries/operatorQueries.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { useToasts } from '../../parts/feedback/toasts.ts';
import { SelectField } from '../../parts/form/SelectField.tsx';
import { useDuration } from '../../parts/useDuration.ts';

/** From a glance at the shelf to a working day. */
const usualMinutes = [1, 2, 5, 10, 15, 30, 60, 120, 480];

/** After how long without a key somebody is signed out. */
export function IdleField({ idleMinutes }: { readonly idleMinutes: number }) {
  const { t } = useTranslation();
  const duration = useDuration();
  const save = useMutation({
    mutationFn: (minutes: number) => core.operators.setIdleMinutes({ idleMinutes: minutes }),
    onSuccess: (desk) => {
      queryClient.setQueryData(operatorQueries.desk().queryKey, desk);
      useToasts.getState().say({ tone: 'done', says: t('settings.saved') });
    },
  });
  const minutes = [...new Set([...usualMinutes, idleMinutes])].sort((one, other) => one - other);
  return (
    <div className="panel panel-pad stack-tight">
      <SelectField
        label={t('operatorSettings.idle')}
        width={280}
        value={String(idleMinutes)}
        options={minutes.map((value) => ({ value: String(value), label: duration(value * 60) }))}
        onChange={(chosen) => save.mutate(Number(chosen))}
      />
      <p className="soft small">{t('operatorSettings.idleNote')}</p>
    </div>
  );
}
