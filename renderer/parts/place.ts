import { create } from 'zustand';
import type { CaseKind } from '../../shared/domain/cases/trackingCase.ts';
import type { MarkedPrints } from '../../shared/domain/printing/printJob.ts';
import type { PassedParcels } from '../../shared/domain/trackingGroup.ts';

export const screenIds = [
  'today',
  'import',
  'correct',
  'ship',
  'print',
  'pack',
  'track',
  'insight',
  'settings',
] as const;
export type ScreenId = (typeof screenIds)[number];

/** Each place keeps its digit for good (Alt+4 is Ship), whatever is added. */
export const screenDigits: Readonly<Record<ScreenId, number>> = {
  today: 1,
  import: 2,
  correct: 3,
  ship: 4,
  print: 5,
  pack: 6,
  track: 7,
  insight: 8,
  settings: 9,
};

export interface BookedSpan {
  readonly from: number;
  readonly to: number;
  readonly carrier?: string;
  readonly shop?: string;
}

/** What a screen should show first, given by whatever opened it. */
export interface PlaceFocus {
  readonly orderId?: string;
  readonly waybillNo?: string;
  /** State filter of the screen's table. */
  readonly filter?: string;
  readonly search?: string;
  /** Of Ship: orders with a number got in this time (UTC ms, `to` not included), of a carrier, of a shop. */
  readonly booked?: BookedSpan;
  /** Of Track: parcels that made a step of their way in some time, of a carrier, to a province. */
  readonly passed?: PassedParcels;
  /** Of Track: parcels that should have been asked about by now. */
  readonly due?: true;
  /** Of Print: labels that came out, or did not, in some time. */
  readonly printed?: MarkedPrints;
  /** Of Track: open exceptions of this kind. */
  readonly caseKind?: CaseKind;
  /** Of Ship: orders to look at, and to book where all is well. */
  readonly batch?: readonly string[];
  /** Section of Settings; of Import `changes`. */
  readonly section?: string;
  /** What of a section of Settings, or which tab of Insight or of the bench, is shown first. */
  readonly tab?: string;
  /** The import whose changes are shown. */
  readonly importId?: string;
}

interface Place {
  readonly screen: ScreenId;
  readonly focus: PlaceFocus;
  /** Raised with each step, so that the same place asked for twice is noticed. */
  readonly step: number;
}

interface PlaceStore {
  readonly place: Place;
  readonly past: readonly Place[];
  go(screen: ScreenId, focus?: PlaceFocus): void;
  back(): void;
}

/** Longest way back; older places are forgotten. */
const maxPast = 30;

/** Where the operator is. Screens lead to each other through this and never import one another. */
export const usePlace = create<PlaceStore>((set) => ({
  place: { screen: 'today', focus: {}, step: 0 },
  past: [],
  go: (screen, focus = {}) =>
    set(({ place, past }) => ({
      place: { screen, focus, step: place.step + 1 },
      past: [...past, place].slice(-maxPast),
    })),
  back: () =>
    set(({ place, past }) => {
      const last = past.at(-1);
      return last === undefined ? {} : { place: { ...last, step: place.step + 1 }, past: past.slice(0, -1) };
    }),
}));

/** Leads to a screen. */
export const { go } = usePlace.getState();

interface SignInWish {
  readonly isWanted: boolean;
  ask(): void;
  drop(): void;
}

/** Somebody else wants to work here, or the one who does wants to stop. Any screen may ask. */
export const useSignInWish = create<SignInWish>((set) => ({
  isWanted: false,
  ask: () => set({ isWanted: true }),
  drop: () => set({ isWanted: false }),
}));
