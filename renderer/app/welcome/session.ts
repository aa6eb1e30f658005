import type { Answered } from '../../../shared/contracts/contract.ts';
import { ask } from '../../bridge/core.ts';
import { queryClient } from '../../bridge/queryClient.ts';

export type SessionView = Answered<'session', 'state'>;

/** What the core answered is what the page shows next. */
export const keepSession = (session: SessionView): void => {
  queryClient.setQueryData(ask.session.state.queryKey(), session);
};
