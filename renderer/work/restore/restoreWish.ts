import { create } from 'zustand';

interface RestoreWish {
  /** Somebody locked the workspace in order to restore a backup. */
  readonly isWanted: boolean;
  ask(): void;
  drop(): void;
}

/** Outside of every screen: the one that asks goes with the open workspace, the one that answers comes with the closed one. */
export const useRestoreWish = create<RestoreWish>((set) => ({
  isWanted: false,
  ask: () => set({ isWanted: true }),
  drop: () => set({ isWanted: false }),
}));
