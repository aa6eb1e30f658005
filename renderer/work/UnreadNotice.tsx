import { useQueryClient } from '@tanstack/react-query';
import {
  createContext,
  type ReactNode,
  useContext,
  useId,
  useLayoutEffect,
  useMemo,
  useSyncExternalStore,
} from 'react';
import { useTranslation } from 'react-i18next';
import { ask, core } from '../bridge/core.ts';
import { failureOf } from '../bridge/failureOf.ts';
import { withApprovals } from '../bridge/operators.ts';
import { useNow } from '../bridge/page.ts';
import { queryClient } from '../bridge/queryClient.ts';
import { Button } from '../parts/Button.tsx';
import { FailureNotice } from '../parts/feedback/Notice.tsx';
import { useWhen } from '../parts/format.ts';
import { useAct } from './useAct.ts';

const noOrder = { orderId: '', orderNo: '' };

interface Unread {
  readonly error: unknown;
  /** What is shown meanwhile was read then; null: nothing is. */
  readonly readAt: number | null;
}

/** Places that could not be read, in the order in which they failed. */
interface Failures {
  subscribe(listener: () => void): () => void;
  all(): readonly Unread[];
  put(place: string, unread: Unread): void;
  drop(place: string): void;
}

function gatherFailures(): Failures {
  const byPlace = new Map<string, Unread>();
  const listeners = new Set<() => void>();
  let all: readonly Unread[] = [];
  const changed = (): void => {
    all = [...byPlace.values()];
    for (const listener of listeners) listener();
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    all: () => all,
    put(place, unread) {
      byPlace.set(place, unread);
      changed();
    },
    drop(place) {
      if (byPlace.delete(place)) changed();
    },
  };
}

const Gathered = createContext<Failures | null>(null);

/**
 * What cannot be read in several places of a screen mostly fails together. It is reported once for each cause, above those places, with
 * one way to ask again and the age of the oldest of what is shown.
 */
export function OneNotice({ children }: { readonly children: ReactNode }) {
  const failures = useMemo(() => gatherFailures(), []);
  const all = useSyncExternalStore(failures.subscribe, failures.all);
  const causes = new Map<string, Unread>();
  for (const unread of all) {
    const { code } = failureOf(unread.error);
    const { error, readAt } = causes.get(code) ?? unread;
    const oldest = [readAt, unread.readAt].filter((at) => at !== null);
    causes.set(code, { error, readAt: oldest.length === 0 ? null : Math.min(...oldest) });
  }
  return (
    <Gathered value={failures}>
      {[...causes].map(([code, unread]) => (
        <Told key={code} {...unread} />
      ))}
      {children}
    </Gathered>
  );
}

/** Why something cannot be shown, here or, under `OneNotice`, above everything that failed with it. */
export function UnreadNotice({ error, readAt }: Unread) {
  const failures = useContext(Gathered);
  const place = useId();
  useLayoutEffect(() => {
    failures?.put(place, { error, readAt });
  }, [failures, place, error, readAt]);
  useLayoutEffect(() => () => failures?.drop(place), [failures, place]);
  return failures === null ? <Told error={error} readAt={readAt} /> : null;
}

/** Where searches by name are used up, somebody who sees names can allow more on the spot. */
function Told({ error, readAt }: Unread) {
  const { t } = useTranslation();
  const when = useWhen(useNow());
  const failure = failureOf(error);
  return (
    <FailureNotice failure={failure}>
      {readAt !== null && (
        <span className="soft notice-age">{t('common.oldAnswer', { when: when(readAt) })}</span>
      )}
      {failure.code === 'SEARCH_NAMES_SPENT' ? <MoreSearches /> : <RetryButton />}
    </FailureNotice>
  );
}

/** Asks once more what failed, all over the page: what failed once mostly failed together. */
function RetryButton() {
  const { t } = useTranslation();
  return (
    <Button
      icon="refresh"
      onPress={() =>
        void queryClient.refetchQueries({
          type: 'active',
          predicate: ({ state }) => state.status === 'error',
        })
      }
    >
      {t('common.retry')}
    </Button>
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
