import type { Tone } from '../../parts/StateMark.tsx';

export type ShipFilterId =
  | 'all'
  | 'needs-review'
  | 'ready'
  | 'booking'
  | 'unsure'
  | 'failed'
  | 'alarm'
  | 'booked'
  | 'unprinted'
  | 'in-transit'
  | 'delivered'
  | 'held'
  | 'cancelled';

/** Filters of the order table in the order of an order's life; `all` shows every order. */
export const shipFilters: readonly { readonly id: ShipFilterId; readonly tone?: Tone }[] = [
  { id: 'all' },
  { id: 'needs-review' },
  { id: 'ready' },
  { id: 'booking' },
  { id: 'unsure', tone: 'unsure' },
  { id: 'failed', tone: 'failed' },
  { id: 'alarm', tone: 'failed' },
  { id: 'booked' },
  { id: 'unprinted' },
  { id: 'in-transit' },
  { id: 'delivered' },
  { id: 'held' },
  { id: 'cancelled' },
];
