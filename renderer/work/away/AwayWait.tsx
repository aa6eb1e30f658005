import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask } from '../../bridge/core.ts';
import { useNow } from '../../bridge/page.ts';
import { Notice } from '../../parts/feedback/Notice.tsx';
import { useWhen } from '../../parts/format.ts';

/** Why this waits while the server of the book is away; nothing where that is there. */
export function AwayWait({ what }: { readonly what: 'correct' | 'watch' }) {
  const { t } = useTranslation();
  const when = useWhen(useNow());
  const since = useQuery(ask.away.state.queryOptions()).data?.since ?? null;
  if (since === null) return null;
  return <Notice tone="note" title={t(`packing.server.waits.${what}`, { when: when(since) })} />;
}
