import { create } from 'zustand';

interface BookingRunStore {
  /** When the run began that the page follows; null: none was started here. */
  readonly since: number | null;
  /** A batch that joins a run which still goes on keeps the run's beginning. */
  begin(at: number): void;
  end(): void;
}

/** The run of bookings the page follows. It lives here, so that leaving the screen does not end it. */
export const useBookingRun = create<BookingRunStore>((set) => ({
  since: null,
  begin: (at) => set(({ since }) => ({ since: since ?? at })),
  end: () => set({ since: null }),
}));
