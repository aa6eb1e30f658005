import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HoldReason } from '../../../shared/domain/order.ts';
import { ask } from '../../bridge/core.ts';
import type { OrderFilter } from '../../bridge/questions.ts';
import type { BookedSpan, PlaceFocus } from '../../parts/place.ts';
import { usePlaceState } from '../../parts/usePlaceState.ts';
import { firstToDo, type ShipFilterId, shipFilters, useBookedWords } from './ShipFilters.tsx';

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

/** Which rows: state and search, changed by the operator or by whoever opened it. */
export function useShipFilter(focus: PlaceFocus, step: number) {
  const requested = isShipFilter(focus.filter) ? focus.filter : undefined;
  // Who looks for something looks among all.
  const isAllRequested =
    focus.search !== undefined || focus.booked !== undefined || focus.orderId !== undefined;
  const first = useFirstFilter();
  const [chosen, setState] = usePlaceState<ShipFilterId | null>(
    requested ?? (isAllRequested ? 'all' : undefined),
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

export type ShipShown = ReturnType<typeof useShipFilter>;

/** What narrows a state: why orders are held, and when they got their number. */
export function useMarks({ state, holdReason, booked }: ShipShown): readonly string[] {
  const { t } = useTranslation();
  const bookedWords = useBookedWords();
  return [
    state === 'held' && holdReason !== 'all' ? t(`hold.${holdReason}`) : '',
    booked === null ? '' : bookedWords(booked),
  ];
}
