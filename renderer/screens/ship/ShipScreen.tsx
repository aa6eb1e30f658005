import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ask } from '../../bridge/core.ts';
import { usePlaceState } from '../../parts/usePlaceState.ts';
import { AwayNotice } from '../../work/away/AwayNotice.tsx';
import { ListTable } from '../../work/ListTable.tsx';
import { useNarrowedBy } from '../../work/narrowedBy.ts';
import { useTickedPart } from '../../work/tickedPart.ts';
import './ship.css';
import type { OrderRow } from '../../../shared/contracts/orders.ts';
import type { HoldReason } from '../../../shared/domain/order.ts';
import { useBookingRun } from '../../bridge/longRuns.ts';
import type { OrderFilter } from '../../bridge/questions.ts';
import { useTicks, useWindowRows, type WindowRows } from '../../bridge/windowRows.ts';
import { Button } from '../../parts/Button.tsx';
import { SearchField } from '../../parts/form/TextField.tsx';
import { formatCount, formatMoney } from '../../parts/format.ts';
import { useKeys } from '../../parts/keys.ts';
import { letters, lettersOf } from '../../parts/letters.ts';
import { type BookedSpan, go, type PlaceFocus } from '../../parts/place.ts';
import { ColumnChooser } from '../../parts/table/ColumnChooser.tsx';
import type { TableGroup, TableTicks } from '../../parts/table/tableProps.ts';
import { BookingDesk } from './BookingDesk.tsx';
import { ExportButton } from './ExportDialog.tsx';
import { GoodsButton, groupOfGoods, useGoodsGroups } from './GoodsGroups.tsx';
import { LaneNotices } from './LaneNotices.tsx';
import { ManualDesk } from './ManualDesk.tsx';
import { EditTickedButton } from './order/EditOrders.tsx';
import { MergeChip } from './order/MergeChip.tsx';
import { OrderDetail } from './order/OrderDetail.tsx';
import { PreflightBar } from './preflight/PreflightBar.tsx';
import { PreflightPage } from './preflight/PreflightPage.tsx';
import { type Batch, usePreflight } from './preflight/preflight.ts';
import { RefusedList, type RefusedOrder } from './RefusedList.tsx';
import { RunStrip } from './RunStrip.tsx';
import {
  BookedChip,
  firstToDo,
  HoldReasonChips,
  isWork,
  type ShipFilterId,
  StateChips,
  shipFilters,
  useBookedWords,
  useShipList,
} from './ShipFilters.tsx';
import { UnshippedPage } from './UnshippedPage.tsx';
import { useDeskChoices } from './useDeskChoices.ts';
import { useShipColumns } from './useShipColumns.tsx';
import { WriteBackButton } from './WriteBackDialog.tsx';

function isShipFilter(id: string | undefined): id is ShipFilterId {
  return shipFilters.some((filter) => filter.id === id);
}

/** Where somebody begins who asked for nothing. Decided once, so that the list never changes under the hands. */
function useFirstFilter(): ShipFilterId {
  const counts = useQuery(ask.orders.counts.queryOptions({ input: {} })).data;
  const [first, setFirst] = useState<ShipFilterId | null>(null);
  if (first === null && counts !== undefined) setFirst(firstToDo(counts));
  return first ?? 'ready';
}

/** Which rows: state and search, changed by the operator or by whoever led here. */
function useShipFilter(focus: PlaceFocus, step: number) {
  const led = isShipFilter(focus.filter) ? focus.filter : undefined;
  // Who looks for something looks among all.
  const isLedToAll = focus.search !== undefined || focus.booked !== undefined || focus.orderId !== undefined;
  const first = useFirstFilter();
  const [chosen, setState] = usePlaceState<ShipFilterId | null>(
    led ?? (isLedToAll ? 'all' : undefined),
    step,
    null,
  );
  const [booked, setBooked] = usePlaceState<BookedSpan | null>(focus.booked ?? null, step, null);
  const [search, setSearch] = usePlaceState(focus.search, step, '');
  const [activeId, setActiveId] = usePlaceState<string | null>(focus.orderId, step, null);
  const [holdReason, setHoldReason] = useState<HoldReason | 'all'>('all');
  const searched = useDeferredValue(search.trim());
  const state = chosen ?? (searched === '' ? first : 'all');
  const filterOf = (state: ShipFilterId): OrderFilter => ({
    ...(state === 'all' ? {} : { state }),
    ...(state === 'held' && holdReason !== 'all' ? { holdReason } : {}),
    ...(searched === '' ? {} : { search: searched }),
    ...(booked === null ? {} : { booked }),
  });
  return {
    state,
    setState,
    search,
    setSearch,
    searched,
    holdReason,
    setHoldReason,
    booked,
    setBooked,
    filter: filterOf(state),
    filterOf,
    activeId,
    setActiveId,
  };
}

/** The batch that is looked at before it is booked, and what booking it left out. */
function useBatch({ batch: led = none }: PlaceFocus, step: number, onDone: () => void) {
  const [batch, setBatch] = useState<Batch | null>(null);
  const [ledIds, setLedIds] = useState(led);
  const [refused, setRefused] = useState<readonly RefusedOrder[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `step` says that somebody led here, to the list or with a batch
  useEffect(() => {
    setLedIds(led);
    setBatch(null);
  }, [step]);
  const onSettled = (settled: Batch): void => {
    setLedIds(none);
    setBatch(settled);
  };
  const onBooked = (left: readonly RefusedOrder[]): void => {
    setBatch(null);
    setRefused(left);
    onDone();
  };
  return { batch, setBatch, ledIds, onSettled, refused, setRefused, onBooked };
}

const none: readonly string[] = [];

interface LedBatchProps {
  readonly orderIds: readonly string[];
  onSettled(batch: Batch): void;
}

/** Orders somebody led here with, until it is read with which account, carrier and printer they go. Nothing of it is seen. */
function LedBatch({ orderIds, onSettled }: LedBatchProps) {
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

/** The desk that stands in place of the list: numbers bound by hand, or numbers that have not gone. */
function useOtherDesk(focus: PlaceFocus, step: number) {
  const { t } = useTranslation();
  const [desk, setDesk] = useState<OtherDesk | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `step` says that somebody led here again
  useEffect(() => setDesk(otherDesks.find((one) => one === focus.section) ?? null), [step]);
  useKeys([
    { combo: letters.add, says: t('manual.open'), run: () => setDesk('manual') },
    { combo: lettersOf.ship.unused, says: t('unshipped.title'), run: () => setDesk('unshipped') },
  ]);
  return { desk, setDesk };
}

type ShipShown = ReturnType<typeof useShipFilter>;
type ShipRows = WindowRows<OrderRow>;

interface ShipTableProps {
  readonly shown: ShipShown;
  readonly rows: ShipRows;
  readonly ticks: TableTicks<OrderRow>;
  readonly columns: ReturnType<typeof useShipColumns>;
  /** Orders of the same goods together; null: by themselves. */
  readonly groups: readonly TableGroup[] | null;
}

/** What the ticked orders cost to send, as far as it is known; empty when none of them was priced. */
function useFreightWords(ticked: ReadonlyMap<string, OrderRow>): string {
  const { t } = useTranslation();
  const known = [...ticked.values()].flatMap(({ freightFen }) => (freightFen === null ? [] : [freightFen]));
  if (known.length === 0) return '';
  const money = formatMoney(known.reduce((sum, fen) => sum + fen, 0));
  const unknown = ticked.size - known.length;
  return unknown === 0
    ? t('ship.aboutCost', { money })
    : t('ship.aboutCostOf', { money, count: unknown, shown: formatCount(unknown) });
}

/** Of a search that more begins with than the list holds; empty: the list holds all of it. */
function useLimitWords(search: string): string {
  const { t } = useTranslation();
  const asked = ask.orders.searchLimit.queryOptions({ input: { search }, enabled: search !== '' });
  const most = useQuery(asked).data?.most ?? null;
  return most === null ? '' : t('ship.searchLimit', { most: formatCount(most) });
}

/** What narrows a state: why orders are held, and when they got their number. */
function useMarks({ state, holdReason, booked }: ShipShown): readonly string[] {
  const { t } = useTranslation();
  const bookedWords = useBookedWords();
  return [
    state === 'held' && holdReason !== 'all' ? t(`hold.${holdReason}`) : '',
    booked === null ? '' : bookedWords(booked),
  ];
}

/** The orders, and one of them beside. */
function ShipTable({ shown, rows, ticks, columns, groups }: ShipTableProps) {
  const { t } = useTranslation();
  const { state, setState, searched, setSearch, activeId, setActiveId, booked, setBooked } = shown;
  const showAll = (): void => {
    setBooked(null);
    setState('all');
    setSearch('');
  };
  const freight = useFreightWords(ticks.rows);
  const limit = useLimitWords(searched);
  const isDone = searched === '' && booked === null && isWork(state);
  const narrowedBy = useNarrowedBy();
  const narrowed = [state === 'all' ? '' : t(`ship.filter.${state}`), ...useMarks(shown)];
  return (
    <ListTable
      tableId="ship"
      label={t('screen.ship')}
      columns={columns}
      rows={rows}
      activeKey={activeId}
      ticks={ticks}
      {...(groups === null ? {} : { groups, groupOf: groupOfGoods(groups) })}
      rowKey={rowId}
      onActivate={(row) => setActiveId(row.id)}
      countWords={(count) => t('table.orders', { count, shown: formatCount(count) })}
      foot={[limit, freight]}
      nothing={
        isDone
          ? {
              icon: 'check',
              title: t('ship.allDone', { filter: t(`ship.filter.${state}`) }),
              act: { label: t('common.showAll'), run: showAll },
            }
          : state !== 'all' || searched !== '' || booked !== null
            ? {
                icon: 'search',
                title: t('ship.noneFound'),
                note: narrowedBy(narrowed, searched),
                act: { label: t('common.showAll'), run: showAll },
              }
            : {
                icon: 'ship',
                title: t('ship.empty'),
                note: t('ship.emptyNote'),
                act: { label: t('ship.toImport'), isMain: true, run: () => go('import') },
              }
      }
    >
      {activeId !== null && (
        <OrderDetail
          key={activeId}
          orderId={activeId}
          onShow={setActiveId}
          onClose={() => setActiveId(null)}
        />
      )}
    </ListTable>
  );
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
  const { batch, setBatch, ledIds, onSettled, refused, setRefused, onBooked } = useBatch(
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
          // Booking everything knows no search: with one, only ticked orders are booked.
          readyCount={searched === '' && shown.booked === null ? counts && (counts.ready ?? 0) : 0}
          failedCount={counts?.failed ?? 0}
          onCheck={setBatch}
          onDone={ticks.clear}
        />
      ) : (
        <PreflightBar {...{ batch, check, onBooked }} onBack={backToList} />
      )}
      {ledIds.length > 0 && <LedBatch orderIds={ledIds} onSettled={onSettled} />}
      {refused.length > 0 && <RefusedList refused={refused} onClose={() => setRefused([])} />}
    </div>
  );
}

function rowId(row: OrderRow): string {
  return row.id;
}
