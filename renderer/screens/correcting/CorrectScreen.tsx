import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './correcting.css';
import { failureOf } from '../../bridge/failureOf.ts';
import { type CorrectionRow, correctQueries } from '../../bridge/queries/correctQueries.ts';
import { useWindowRows, type WindowRows } from '../../bridge/useWindowRows.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FilterChips } from '../../parts/FilterChips.tsx';
import { FailureNotice } from '../../parts/feedback/FailureNotice.tsx';
import { formatCount } from '../../parts/formatCount.ts';
import { useKeys } from '../../parts/useKeys.ts';
import { type PlaceFocus, usePlace } from '../../parts/usePlace.ts';
import { AcceptAboveDialog } from './AcceptAboveDialog.tsx';
import { BatchStrip } from './BatchStrip.tsx';
import { CorrectionForm } from './CorrectionForm.tsx';
import { CorrectionQueue } from './CorrectionQueue.tsx';
import { allIssues, issueChips } from './issueChips.ts';
import { useIssueWords } from './useIssueWords.ts';
import { useUndo } from './useUndo.ts';

interface Gone {
  readonly orderId: string;
  /** Decided: it will not come back by itself. Otherwise it was put off, and may be the only one. */
  readonly isDecided: boolean;
}

/** The worst entry that did not leave a moment ago: the list may be an instant older than the decision. */
function firstOpen(rows: WindowRows<CorrectionRow>, gone: Gone | null): string | null {
  const first = rows.rowAt(0)?.orderId ?? null;
  if (first === null || first !== gone?.orderId) return first;
  return rows.rowAt(1)?.orderId ?? (gone.isDecided ? null : first);
}

function NothingWaits({ isFiltered, onAll }: { readonly isFiltered: boolean; onAll(): void }) {
  const { t } = useTranslation();
  const go = usePlace((store) => store.go);
  return (
    <div className="panel correct-empty">
      {isFiltered ? (
        <EmptyState icon="check" title={t('correct.noneOfKind')}>
          <Button look="primary" onPress={onAll}>
            {t('correct.showAll')}
          </Button>
        </EmptyState>
      ) : (
        <EmptyState icon="check" title={t('correct.empty')}>
          <p>{t('correct.emptyNote')}</p>
          <Button look="primary" onPress={() => go('ship', { filter: 'ready' })}>
            {t('correct.toShip')}
          </Button>
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
  const issues = useQuery(correctQueries.issues()).data ?? [];
  const waiting =
    chosen === allIssues || issues.some(({ issue }) => issue === chosen)
      ? issues
      : [...issues, { issue: chosen, orders: 0 }];
  const chips = issueChips(waiting, { all: t('correct.allIssues'), say });
  return { chips, chosen, setChosen, issue: chosen === allIssues ? null : chosen };
}

/** Orders whose receiver needs a person, worst first; one address at a time, without the mouse. */
export function CorrectScreen({ focus }: { readonly focus: PlaceFocus }) {
  const { t } = useTranslation();
  const { chips, chosen, setChosen, issue } = useIssueFilter();
  const list = useMemo(() => correctQueries.queue(issue), [issue]);
  const [range, setRange] = useState({ first: 0, last: 30 });
  const rows = useWindowRows(list, range);
  const [chosenId, setChosenId] = useState<string | null>(focus.orderId ?? null);
  const [gone, setGone] = useState<Gone | null>(null);
  const [isBatching, setBatching] = useState(false);
  const { newest, isBusy, undo } = useUndo((orderId) => {
    setGone(null);
    setChosenId(orderId);
  });
  const orderId = chosenId ?? firstOpen(rows, gone);
  const item = useQuery({ ...correctQueries.item(orderId ?? '-'), enabled: orderId !== null });
  useKeys([
    { combo: 'Ctrl+z', says: t('correct.undo'), run: undo },
    { combo: 'Alt+a', says: t('correct.acceptAbove'), run: () => setBatching(true) },
  ]);
  const choose = (id: string): void => {
    leaveFocus();
    setChosen(id);
    setChosenId(null);
    setGone(null);
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
          {t('correct.remaining', { count: waiting, shown: formatCount(waiting) })}
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
      <BatchStrip />
      {waiting > 0 && (
        <FilterChips label={t('correct.filter')} choices={chips} chosen={chosen} onChoose={choose} />
      )}
      {rows.error !== null && <FailureNotice failure={failureOf(rows.error)} />}
      {isEmpty ? (
        <NothingWaits isFiltered={issue !== null && waiting > 0} onAll={() => choose(allIssues)} />
      ) : (
        <div className="beside">
          <CorrectionQueue rows={rows} chosenId={orderId} onRange={setRange} onChoose={chooseRow} />
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
                  setGone({ orderId: item.data.orderId, isDecided });
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
