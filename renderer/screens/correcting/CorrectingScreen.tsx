import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../bridge/core.ts';
import './correcting.css';
import { failureOf } from '../../bridge/failureOf.ts';
import { useCorrectionBatch } from '../../bridge/longRuns.ts';
import { pageClock } from '../../bridge/page.ts';
import { useWindowRows } from '../../bridge/windowRows.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FilterChips, type FilterChoice } from '../../parts/FilterChips.tsx';
import { FailureNotice } from '../../parts/feedback/Notice.tsx';
import { say } from '../../parts/feedback/Toasts.tsx';
import { formatCount } from '../../parts/format.ts';
import { KeyButton } from '../../parts/KeyButton.tsx';
import { useKeys } from '../../parts/keys.ts';
import { go, type PlaceFocus } from '../../parts/place.ts';
import { AwayWait } from '../../work/away/AwayWait.tsx';
import { AcceptAboveDialog, BatchStrip } from './AcceptAboveDialog.tsx';
import { CorrectionForm } from './CorrectionForm.tsx';
import { CorrectionQueue } from './CorrectionQueue.tsx';
import { useIssueWords } from './issueWords.ts';
import { firstOpen, type Gone, stillListed } from './queueOrder.ts';

function NothingWaits({ isFiltered, onAll }: { readonly isFiltered: boolean; onAll(): void }) {
  const { t } = useTranslation();
  if (!isFiltered) return <AllConfirmed />;
  return (
    <div className="panel correct-empty">
      <EmptyState icon="check" title={t('correct.noneOfKind')}>
        <Button look="primary" onPress={onAll}>
          {t('correct.showAll')}
        </Button>
      </EmptyState>
    </div>
  );
}

/** Done, and on to what is next; where no order has come yet nothing was confirmed either. */
function AllConfirmed() {
  const { t } = useTranslation();
  const orders = useQuery(ask.orders.counts.queryOptions({ input: {} })).data?.all;
  if (orders === undefined) return null;
  return (
    <div className="panel correct-empty">
      {orders === 0 ? (
        <EmptyState icon="correct" title={t('ship.empty')}>
          <p>{t('correct.noneYetNote')}</p>
          <KeyButton look="primary" combo="Enter" onPress={() => go('import')}>
            {t('ship.toImport')}
          </KeyButton>
        </EmptyState>
      ) : (
        <EmptyState icon="check" title={t('correct.empty')}>
          <p>{t('correct.emptyNote')}</p>
          <KeyButton look="primary" combo="Enter" onPress={() => go('ship', { filter: 'ready' })}>
            {t('common.toShip')}
          </KeyButton>
        </EmptyState>
      )}
    </div>
  );
}

/** The focus leaves what was pressed, so that the form takes it and Enter accepts. */
function leaveFocus(): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
}

/** Kinds of complaint with their counts, and which one is shown; a kind that ran empty while shown stays offered. */
function useIssueFilter() {
  const { t } = useTranslation();
  const say = useIssueWords();
  const [chosen, setChosen] = useState(allIssues);
  const issues = useQuery(ask.correct.issues.queryOptions()).data ?? [];
  const waiting =
    chosen === allIssues || issues.some(({ issue }) => issue === chosen)
      ? issues
      : [...issues, { issue: chosen, orders: 0 }];
  const chips = issueChips(waiting, { all: t('common.all'), say });
  return { chips, chosen, setChosen, issue: chosen === allIssues ? null : chosen };
}

/** Orders whose receiver needs a person, worst first; one address at a time, without the mouse. */
export function CorrectingScreen({ focus }: { readonly focus: PlaceFocus }) {
  const { t } = useTranslation();
  const { chips, chosen, setChosen, issue } = useIssueFilter();
  const rows = useWindowRows(ask.correct.queue, issue === null ? {} : { issue });
  const [chosenId, setChosenId] = useState<string | null>(focus.orderId ?? null);
  const [allGone, setGone] = useState<readonly Gone[]>([]);
  const gone = stillListed(rows, allGone);
  if (gone !== allGone) setGone(gone);
  const [isBatching, setBatching] = useState(false);
  const { newest, isBusy, undo } = useUndo((orderId) => {
    setGone([]);
    setChosenId(orderId);
  });
  const orderId = chosenId ?? firstOpen(rows, gone);
  const item = useQuery(
    ask.correct.item.queryOptions({ input: { orderId: orderId ?? '-' }, enabled: orderId !== null }),
  );
  useKeys([
    { combo: 'Ctrl+z', says: t('correct.undo'), run: undo },
    { combo: 'Alt+a', says: t('correct.acceptAbove'), run: () => setBatching(true) },
  ]);
  const choose = (id: string): void => {
    leaveFocus();
    setChosen(id);
    setChosenId(null);
    setGone([]);
  };
  const chooseRow = (id: string): void => {
    leaveFocus();
    setChosenId(id);
  };
  const waiting = chips[0]?.count ?? 0;
  const isEmpty = rows.total === 0 && !rows.isLoading && chosenId === null;
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{t('screen.correct')}</h1>
        <span className="number correct-remaining">
          {t('correct.remaining', {
            count: waiting,
            shown: chips[0]?.count === undefined ? '–' : formatCount(waiting),
          })}
        </span>
        <span className="grow" />
        {newest !== null && (
          <Button icon="undo" title="Ctrl+Z" isBusy={isBusy} onPress={undo}>
            {newest.orders === 1
              ? t('correct.undoLast', { orderNo: newest.orderNo })
              : t('correct.undoMany', { count: newest.orders, shown: formatCount(newest.orders) })}
          </Button>
        )}
        {waiting > 1 && (
          <Button icon="check" title="Alt+A" onPress={() => setBatching(true)}>
            {t('correct.acceptAbove')}
          </Button>
        )}
      </header>
      <AwayWait what="correct" />
      <BatchStrip />
      {waiting > 0 && (
        <FilterChips label={t('correct.filter')} choices={chips} chosen={chosen} onChoose={choose} />
      )}
      {rows.error !== null && <FailureNotice failure={failureOf(rows.error)} />}
      {isEmpty ? (
        <NothingWaits isFiltered={issue !== null && waiting > 0} onAll={() => choose(allIssues)} />
      ) : (
        <div className="beside">
          <CorrectionQueue rows={rows} chosenId={orderId} onChoose={chooseRow} />
          <section className="panel correct-work">
            {item.error !== null && (
              <FailureNotice failure={failureOf(item.error)}>
                <Button onPress={() => setChosenId(null)}>{t('correct.nextOne')}</Button>
              </FailureNotice>
            )}
            {item.data !== undefined && (
              <CorrectionForm
                key={`${item.data.orderId}-${item.data.version}`}
                item={item.data}
                onGone={(isDecided) => {
                  setGone([...gone, { orderId: item.data.orderId, isDecided }]);
                  setChosenId(null);
                }}
              />
            )}
          </section>
        </div>
      )}
      {isBatching && <AcceptAboveDialog issue={issue} onClose={() => setBatching(false)} />}
    </div>
  );
}

/** The newest acceptance that can be taken back, of whatever size; it outlives the page. */
function useUndo(onUndone: (orderId: string | null) => void) {
  const { t } = useTranslation();
  const newest = useQuery(ask.correct.steps.queryOptions()).data?.[0] ?? null;
  const batch = useCorrectionBatch((store) => store.batch);
  const isBusy = batch?.stage === 'running' || batch?.stage === 'cancelling';
  return {
    newest,
    isBusy,
    undo: (): void => {
      if (newest === null || isBusy) return;
      const { undo, clear } = useCorrectionBatch.getState();
      undo(newest.stepId, newest.orders, pageClock.now(), () => {
        const { changed = 0, kept = 0 } = useCorrectionBatch.getState().batch ?? {};
        // A single one needs no summary; many keep theirs on the screen.
        if (newest.orders === 1 && kept === 0) clear();
        if (kept > 0 && newest.orders === 1) {
          clear();
          say({ tone: 'unsure', says: t('correct.undoKept', { count: kept }) });
        }
        onUndone(changed > 0 ? newest.orderId : null);
      });
    },
  };
}

const allIssues = 'all';

/** One chip a kind of complaint, the most frequent first; kinds without a row are not offered. */
function issueChips(
  issues: readonly { readonly issue: string; readonly orders: number }[],
  words: { readonly all: string; say(issue: string): string },
): readonly FilterChoice[] {
  const total = issues.reduce((sum, { orders }) => sum + orders, 0);
  const kinds = [...issues].sort((a, b) => b.orders - a.orders || a.issue.localeCompare(b.issue));
  return [
    { id: allIssues, label: words.all, count: total },
    ...kinds.map(({ issue, orders }) => ({ id: issue, label: words.say(issue), count: orders })),
  ];
}
