import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../bridge/core.ts';
import { AwayNotice } from '../../work/away/AwayNotice.tsx';
import { useTickedPart } from '../../work/tickedPart.ts';
import './ship.css';
import { useBookingRun } from '../../bridge/longRuns.ts';
import { useTicks, useWindowRows } from '../../bridge/windowRows.ts';
import { Button } from '../../parts/Button.tsx';
import { SearchField } from '../../parts/form/TextField.tsx';
import { useKeys } from '../../parts/keys.ts';
import { letters, lettersOf } from '../../parts/letters.ts';
import type { PlaceFocus } from '../../parts/place.ts';
import { ColumnChooser } from '../../parts/table/ColumnChooser.tsx';
import { BookingDesk } from './BookingDesk.tsx';
import { ExportButton } from './ExportDialog.tsx';
import { GoodsButton, useGoodsGroups } from './GoodsGroups.tsx';
import { LaneNotices } from './LaneNotices.tsx';
import { ManualDesk } from './ManualDesk.tsx';
import { EditTickedButton } from './order/EditOrders.tsx';
import { MergeChip } from './order/MergeChip.tsx';
import { PreflightBar } from './preflight/PreflightBar.tsx';
import { PreflightPage } from './preflight/PreflightPage.tsx';
import { type Batch, usePreflight } from './preflight/preflight.ts';
import { RefusedList, type RefusedOrder } from './RefusedList.tsx';
import { RunStrip } from './RunStrip.tsx';
import { BookedChip, HoldReasonChips, type ShipFilterId, StateChips, useShipList } from './ShipFilters.tsx';
import { rowId, ShipTable, type ShipTableProps } from './ShipTable.tsx';
import { UnshippedPage } from './UnshippedPage.tsx';
import { useDeskChoices } from './useDeskChoices.ts';
import { useShipColumns } from './useShipColumns.tsx';
import { type ShipShown, useMarks, useShipFilter } from './useShipFilter.ts';
import { WriteBackButton } from './WriteBackDialog.tsx';

/** The batch that is looked at before it is booked, and what booking it left out. */
function useBatch({ batch: requested = none }: PlaceFocus, step: number, onDone: () => void) {
  const [batch, setBatch] = useState<Batch | null>(null);
  const [requestedIds, setRequestedIds] = useState(requested);
  const [refused, setRefused] = useState<readonly RefusedOrder[]>([]);
  const [seenStep, setSeenStep] = useState(step);
  // This screen was opened again, with a batch or without. Reset while rendering, not in an effect: if the choices are known already,
  // the batch is settled before an effect of this screen would run, and that effect would throw it away.
  if (seenStep !== step) {
    setSeenStep(step);
    setRequestedIds(requested);
    setBatch(null);
  }
  const onSettled = (settled: Batch): void => {
    setRequestedIds(none);
    setBatch(settled);
  };
  const onBooked = (left: readonly RefusedOrder[]): void => {
    setBatch(null);
    setRefused(left);
    onDone();
  };
  return { batch, setBatch, requestedIds, onSettled, refused, setRefused, onBooked };
}

const none: readonly string[] = [];

interface RequestedBatchProps {
  readonly orderIds: readonly string[];
  onSettled(batch: Batch): void;
}

/** Orders that another screen asks to book. Waits until account, carrier and printer are known, then hands the batch on; draws nothing. */
function RequestedBatch({ orderIds, onSettled }: RequestedBatchProps) {
  const { way, isSettled, isSure } = useDeskChoices();
  // biome-ignore lint/correctness/useExhaustiveDependencies: handed on once
  useEffect(() => {
    if (isSettled)
      onSettled({ ...way, selection: { orderIds: [...orderIds] }, count: orderIds.length, isAtOnce: isSure });
  }, [isSettled, orderIds]);
  return null;
}

const otherDesks = ['manual', 'unshipped'] as const;
type OtherDesk = (typeof otherDesks)[number];

/** The desk that is in place of the list: numbers bound by hand, or numbers that have not gone. */
function useOtherDesk(focus: PlaceFocus, step: number) {
  const { t } = useTranslation();
  const [desk, setDesk] = useState<OtherDesk | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `step` rises each time the screen is opened
  useEffect(() => setDesk(otherDesks.find((one) => one === focus.section) ?? null), [step]);
  useKeys([
    { combo: letters.add, says: t('manual.open'), run: () => setDesk('manual') },
    { combo: lettersOf.ship.unused, says: t('unshipped.title'), run: () => setDesk('unshipped') },
  ]);
  return { desk, setDesk };
}

/** Exports what the list shows, and says what narrows it. */
function ExportShown({ shown, count }: { readonly shown: ShipShown; readonly count: number }) {
  const { t } = useTranslation();
  return (
    <ExportButton
      filter={shown.filter}
      filterName={t(`ship.filter.${shown.state}`)}
      narrowed={useMarks(shown).filter(Boolean).join(' · ')}
      count={count}
    />
  );
}

interface ShipHeadProps extends Omit<ShipTableProps, 'groups'> {
  readonly goods: ReturnType<typeof useGoodsGroups>;
  setDesk(desk: OtherDesk): void;
}

/** The search, and what is done with the list or with what is ticked in it. */
function ShipHead({ shown, rows, ticks, columns, goods, setDesk }: ShipHeadProps) {
  const { t } = useTranslation();
  return (
    <header className="screen-head">
      <h1>{t('screen.ship')}</h1>
      <SearchField label={t('ship.search')} value={shown.search} onChange={shown.setSearch} />
      <span className="grow" />
      <GoodsButton goods={goods} onChange={ticks.clear} />
      <EditTickedButton ticked={ticks.rows} />
      <MergeChip
        isListRead={!rows.isLoading}
        ticked={ticks.rows}
        onMerged={shown.setActiveId}
        onDone={ticks.clear}
      />
      <Button size="small" keyHint="N" onPress={() => setDesk('manual')}>
        {t('manual.open')}
      </Button>
      <Button size="small" keyHint="U" onPress={() => setDesk('unshipped')}>
        {t('unshipped.title')}
      </Button>
      <WriteBackButton ticked={ticks.rows} />
      <ExportShown shown={shown} count={rows.total} />
      <ColumnChooser tableId="ship" columns={columns} />
    </header>
  );
}

/** Orders on their way out: choose, book, print; live states; one order's detail beside the table. */
export function ShipScreen({ focus, step }: { readonly focus: PlaceFocus; readonly step: number }) {
  const shown = useShipFilter(focus, step);
  const { state, setState, searched, filter, setActiveId } = shown;
  const listOf = useShipList();
  const goods = useGoodsGroups(filter);
  const rows = useWindowRows(goods.question, listOf(filter));
  const counts = useQuery(
    ask.orders.counts.queryOptions({ input: searched === '' ? {} : { search: searched } }),
  ).data;
  const { ticks, isTicking } = useTicks(rows, rowId, useTickedPart());
  const { batch, setBatch, requestedIds, onSettled, refused, setRefused, onBooked } = useBatch(
    focus,
    step,
    ticks.clear,
  );
  const check = usePreflight(batch);
  const backToList = (): void => setBatch(null);
  const isPlanning = useBookingRun(({ planning }) => planning !== null);
  const { desk, setDesk } = useOtherDesk(focus, step);
  const columns = useShipColumns(state);
  const choose = (id: ShipFilterId): void => {
    setState(id);
    ticks.clear();
  };
  if (desk !== null)
    return (
      <div className="screen">
        {desk === 'manual' ? (
          <ManualDesk onBack={() => setDesk(null)} />
        ) : (
          <UnshippedPage
            onBack={() => setDesk(null)}
            onShow={(orderId) => {
              setDesk(null);
              setActiveId(orderId);
            }}
          />
        )}
      </div>
    );
  if (batch !== null && check.needsReading)
    return (
      <div className="screen">
        <PreflightPage {...{ batch, check, onBooked }} onBack={backToList} />
        {isPlanning && <RunStrip onFilter={choose} />}
      </div>
    );
  return (
    <div className="screen">
      <ShipHead {...{ shown, rows, ticks, columns, goods, setDesk }} />
      <AwayNotice />
      <StateChips {...{ state, counts }} filterOf={shown.filterOf} onChoose={choose} />
      {state === 'held' && <HoldReasonChips chosen={shown.holdReason} onChoose={shown.setHoldReason} />}
      {shown.booked !== null && <BookedChip span={shown.booked} onRemove={() => shown.setBooked(null)} />}
      <ShipTable {...{ shown, rows, ticks, columns }} groups={goods.groups} />
      <LaneNotices />
      <RunStrip onFilter={choose} />
      {batch === null ? (
        <BookingDesk
          ticked={ticks.rows}
          isTicking={isTicking}
          searched={searched}
          readyCount={shown.booked === null ? counts && (counts.ready ?? 0) : 0}
          failedCount={counts?.failed ?? 0}
          onCheck={setBatch}
          onDone={ticks.clear}
        />
      ) : (
        <PreflightBar {...{ batch, check, onBooked }} onBack={backToList} />
      )}
      {requestedIds.length > 0 && <RequestedBatch orderIds={requestedIds} onSettled={onSettled} />}
      {refused.length > 0 && <RefusedList refused={refused} onClose={() => setRefused([])} />}
    </div>
  );
}
