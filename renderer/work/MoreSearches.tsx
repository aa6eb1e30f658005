import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ask, core } from '../bridge/core.ts';
import { failureOf } from '../bridge/failureOf.ts';
import { withApprovals } from '../bridge/operators.ts';
import { Button } from '../parts/Button.tsx';
import { FailureNotice } from '../parts/feedback/Notice.tsx';
import { RetryButton } from './AnswerState.tsx';
import { useAct } from './useAct.ts';

const noOrder = { orderId: '', orderNo: '' };

/** Why a list cannot be shown; where searches by name are used up, somebody who sees names can allow more on the spot. */
export function ListFailure({ error, children }: { readonly error: Error; readonly children?: ReactNode }) {
  const failure = failureOf(error);
  return (
    <FailureNotice failure={failure}>
      {failure.code === 'SEARCH_NAMES_SPENT' ? <MoreSearches /> : (children ?? <RetryButton />)}
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
