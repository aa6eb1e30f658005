import { create } from 'zustand';

interface ReconnectWish {
  /** Somebody locked the workspace in order to give it another address of its server. */
  readonly isWanted: boolean;
  ask(): void;
  drop(): void;
}

/** Outside of every screen: the one that asks goes with the open workspace, the one that answers comes with the closed one. */
export const useReconnectWish = create<ReconnectWish>((set) => ({
  isWanted: false,
  ask: () => set({ isWanted: true }),
  drop: () => set({ isWanted: false }),
}));
