import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Asked } from '../../../shared/contracts/contract.ts';
import { type HoldReason, holdReasons } from '../../../shared/domain/order.ts';
import { ask } from '../../bridge/core.ts';
import { useCarrierNames } from '../../bridge/knownNames.ts';
import { useNow } from '../../bridge/page.ts';
import type { OrderFilter } from '../../bridge/questions.ts';
import { useAskAhead } from '../../bridge/windowRows.ts';
import { FilterChips } from '../../parts/FilterChips.tsx';
import { useWhen } from '../../parts/format.ts';
import type { BookedSpan } from '../../parts/place.ts';
import type { Tone } from '../../parts/StateMark.tsx';
import { useTableSort } from '../../parts/table/tableLook.ts';
import { MarkChip } from '../../work/MarkChip.tsx';

type ShipList = Pick<Asked<'orders', 'window'>, 'filter' | 'sort'>;

interface HoldReasonChipsProps {
  readonly chosen: HoldReason | 'all';
  onChoose(reason: HoldReason | 'all'): void;
}

/** The held orders by why they are held; a reason nobody has is not offered. */
export function HoldReasonChips({ chosen, onChoose }: HoldReasonChipsProps) {
  const { t } = useTranslation();
  const counts = useQuery(ask.orders.holdCounts.queryOptions()).data ?? {};
  const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
  const shown = holdReasons.filter((reason) => (counts[reason] ?? 0) > 0 || reason === chosen);
  return (
    <FilterChips
      label={t('common.reason')}
      chosen={chosen}
      onChoose={onChoose}
      choices={[
        { id: 'all', label: t('holding.anyReason'), count: total },
        ...shown.map((id) => ({
          id,
          label: t(`hold.${id}`),
          count: counts[id] ?? 0,
          ...(id === 'refund' || id === 'booked-before' ? { tone: 'unsure' as const } : {}),
        })),
      ]}
    />
  );
}

interface BookedChipProps {
  readonly span: BookedSpan;
  onRemove(): void;
}

/** Which orders got their number in some time, in words. */
export function useBookedWords(): (span: BookedSpan) => string {
  const { t } = useTranslation();
  const carrierName = useCarrierNames();
  const when = useWhen(useNow());
  return ({ from, to, carrier, shop }) =>
    [
      t('ship.bookedIn', { from: when(from), to: when(to) }),
      carrier === undefined ? '' : carrierName(carrier),
      shop ?? '',
    ]
      .filter(Boolean)
      .join(' · ');
}

/** The list is only of orders that got their number in some time; says so, and goes at a press. */
export function BookedChip({ span, onRemove }: BookedChipProps) {
  return <MarkChip words={useBookedWords()(span)} onRemove={onRemove} />;
}

/** Filters of the order table in the order of an order's life; `all` shows every order, what needs no hands is beside. */
export const shipFilters = [
  { id: 'all' },
  { id: 'needs-review' },
  { id: 'ready' },
  { id: 'booking', isBeside: true },
  { id: 'unsure', tone: 'unsure' },
  { id: 'failed', tone: 'failed' },
  { id: 'alarm', tone: 'failed' },
  { id: 'due', tone: 'failed' },
  { id: 'booked' },
  { id: 'unprinted' },
  { id: 'in-transit', isBeside: true },
  { id: 'delivered', isBeside: true },
  { id: 'held', isBeside: true },
  { id: 'cancelled', isBeside: true },
] as const satisfies readonly { readonly id: string; readonly tone?: Tone; readonly isBeside?: true }[];

export type ShipFilterId = (typeof shipFilters)[number]['id'];

/** What waits for hands in Ship, in the order it is worked; nothing of it left: all. */
const toDo = ['ready', 'failed', 'unprinted'] as const satisfies readonly ShipFilterId[];

const workOfHands: readonly ShipFilterId[] = [...toDo, 'needs-review', 'unsure', 'alarm'];

/** Orders of this filter wait for somebody: none left means that all is done. */
export function isWork(id: ShipFilterId): boolean {
  return workOfHands.includes(id);
}

export function firstToDo(counts: Readonly<Partial<Record<ShipFilterId, number>>>): ShipFilterId {
  return toDo.find((id) => (counts[id] ?? 0) > 0) ?? 'all';
}

const sortable = ['createdAt', 'orderNo', 'paidAt', 'shipBy'] as const;

/** The list of a filter as the core is asked for it, in the order of the table; without one newest first. */
export function useShipList(): (filter: OrderFilter) => ShipList {
  const sort = useTableSort('ship');
  const by = sortable.find((id) => id === sort?.columnId);
  return (filter) =>
    sort === null || by === undefined
      ? { filter }
      : { filter, sort: { by, isDescending: sort.isDescending } };
}

interface StateChipsProps {
  readonly state: ShipFilterId;
  readonly counts: Readonly<Partial<Record<ShipFilterId, number>>> | undefined;
  filterOf(state: ShipFilterId): OrderFilter;
  onChoose(state: ShipFilterId): void;
}

/** The states, and how many orders are in each. */
export function StateChips({ state, counts, filterOf, onChoose }: StateChipsProps) {
  const { t } = useTranslation();
  const askAhead = useAskAhead();
  const listOf = useShipList();
  const choices = shipFilters.map((filter) => ({
    ...filter,
    label: t(`ship.filter.${filter.id}`),
    count: counts === undefined ? undefined : (counts[filter.id] ?? 0),
  }));
  return (
    <FilterChips
      label={t('common.byState')}
      choices={choices}
      chosen={state}
      onChoose={onChoose}
      onPressing={(id) => askAhead(ask.orders.window, listOf(filterOf(id)))}
    />
  );
}
