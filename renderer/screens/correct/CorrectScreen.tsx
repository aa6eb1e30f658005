import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './correct.css';
import { failureOf } from '../../bridge/failureOf.ts';
import { type CorrectionRow, correctQueries } from '../../bridge/queries/correctQueries.ts';
import { useWindowRows, type WindowRows } from '../../bridge/useWindowRows.ts';
import { Button } from '../../parts/Button.tsx';
import { EmptyState } from '../../parts/EmptyState.tsx';
import { FailureNotice } from '../../parts/feedback/FailureNotice.tsx';
import { formatCount } from '../../parts/format/formatCount.ts';
import { useKeys } from '../../parts/keys/useKeys.ts';
import { type PlaceFocus, usePlace } from '../../parts/place/usePlace.ts';
import { CorrectionForm } from './CorrectionForm.tsx';
import { CorrectionQueue } from './CorrectionQueue.tsx';
import { useUndo } from './useUndo.ts';

const list = correctQueries.queue();

/** The worst row that was not accepted a moment ago: the list may be an instant older than the acceptance. */
function firstOpen(rows: WindowRows<CorrectionRow>, acceptedId: string | null): string | null {
  const first = rows.rowAt(0)?.orderId ?? null;
  return first !== null && first === acceptedId ? (rows.rowAt(1)?.orderId ?? null) : first;
}

/** Orders whose receiver needs a person, worst first; one at a time, without the mouse. */
export function CorrectScreen({ focus }: { readonly focus: PlaceFocus }) {
  const { t } = useTranslation();
  const go = usePlace((store) => store.go);
  const [range, setRange] = useState({ first: 0, last: 30 });
  const rows = useWindowRows(list, range);
  const [chosenId, setChosenId] = useState<string | null>(focus.orderId ?? null);
  const { accepted, remember, undo } = useUndo(setChosenId);
  const orderId = chosenId ?? firstOpen(rows, accepted?.orderId ?? null);
  const item = useQuery({ ...correctQueries.item(orderId ?? '-'), enabled: orderId !== null });
  useKeys([{ combo: 'Ctrl+z', says: t('correct.undo'), run: undo }]);
  const isEmpty = rows.total === 0 && !rows.isLoading && chosenId === null;
  return (
    <div className="screen">
      <header className="screen-head">
        <h1>{t('screen.correct')}</h1>
        <span className="number">
          {t('correct.remaining', { count: rows.total, shown: formatCount(rows.total) })}
        </span>
        <span className="grow" />
        {accepted !== null && (
          <Button icon="undo" title="Ctrl+Z" onPress={undo}>
            {t('correct.undoLast', { orderNo: accepted.orderNo })}
          </Button>
        )}
      </header>
      {rows.error !== null && <FailureNotice failure={failureOf(rows.error)} />}
      {isEmpty ? (
        <div className="panel correct-empty">
          <EmptyState icon="check" title={t('correct.empty')}>
            <p>{t('correct.emptyNote')}</p>
            <Button look="primary" onPress={() => go('ship', { filter: 'ready' })}>
              {t('correct.toShip')}
            </Button>
          </EmptyState>
        </div>
      ) : (
        <div className="beside">
          <CorrectionQueue rows={rows} chosenId={orderId} onRange={setRange} onChoose={setChosenId} />
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
                onAccepted={(version) => {
                  remember({ orderId: item.data.orderId, orderNo: item.data.orderNo, version });
                  setChosenId(null);
                }}
              />
            )}
          </section>
        </div>
      )}
    </div>
  );
}
