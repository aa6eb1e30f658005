import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask, core } from '../bridge/core.ts';
import { failureOf } from '../bridge/failureOf.ts';
import { withApprovals } from '../bridge/operators.ts';
import { useNow } from '../bridge/page.ts';
import { Button } from '../parts/Button.tsx';
import { FailureNotice } from '../parts/feedback/Notice.tsx';
import { useWhen } from '../parts/format.ts';
import { RetryButton } from './AnswerState.tsx';
import { useAct } from './useAct.ts';

const noOrder = { orderId: '', orderNo: '' };

interface ListFailureProps {
  readonly error: Error;
  /** What is shown meanwhile was read then; null: nothing is. */
  readonly readAt: number | null;
}

/** Why a list cannot be shown; where searches by name are used up, somebody who sees names can allow more on the spot. */
export function ListFailure({ error, readAt }: ListFailureProps) {
  const { t } = useTranslation();
  const when = useWhen(useNow());
  const failure = failureOf(error);
  return (
    <FailureNotice failure={failure}>
      {readAt !== null && <span className="soft">{t('table.asOf', { when: when(readAt) })}</span>}
      {failure.code === 'SEARCH_NAMES_SPENT' ? <MoreSearches /> : <RetryButton />}
    </FailureNotice>
  );
}

function MoreSearches() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const allow = useAct(
    () => withApprovals(noOrder, (approvalIds) => core.orders.allowNameSearches({ approvalIds })),
    { after: () => void queries.invalidateQueries({ queryKey: ask.orders.key() }) },
  );
  return <Button {...allow.press()}>{t('operators.moreSearches')}</Button>;
}
