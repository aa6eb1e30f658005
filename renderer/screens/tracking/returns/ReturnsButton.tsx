import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { openReturnStandings } from '../../../../shared/domain/cases/parcelCare.ts';
import { ask } from '../../../bridge/core.ts';
import { Button } from '../../../parts/Button.tsx';
import { formatCount } from '../../../parts/format.ts';

/** Leads to the returns, with how many something is to be done about. */
export function ReturnsButton({ onPress }: { onPress(): void }) {
  const { t } = useTranslation();
  const counts = useQuery(ask.parcelCare.returnCounts.queryOptions()).data;
  const open = counts === undefined ? 0 : openReturnStandings.reduce((sum, one) => sum + counts[one], 0);
  return (
    <Button icon="undo" onPress={onPress}>
      {open === 0 ? t('returns.title') : `${t('returns.title')} ${formatCount(open)}`}
    </Button>
  );
}
