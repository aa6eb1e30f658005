import { useTranslation } from 'react-i18next';
import { core } from '../../../bridge/core.ts';
import { formatCount } from '../../../parts/format.ts';
import { useAct } from '../../../work/useAct.ts';

/** Says of parcels, by their waybills, that their money is there, and takes that back. */
export function useCodConfirmation(onDone: () => void) {
  const { t } = useTranslation();
  const confirm = useAct(
    (waybillNos: readonly string[]) => core.cod.confirm({ waybillNos: [...waybillNos] }),
    {
      says: ({ confirmed }) => t('cod.confirm.done', { count: confirmed, shown: formatCount(confirmed) }),
      after: onDone,
    },
  );
  const reopen = useAct((waybillNos: readonly string[]) => core.cod.reopen({ waybillNos: [...waybillNos] }), {
    says: () => t('cod.confirm.undone'),
    after: onDone,
  });
  return { confirm, reopen };
}
