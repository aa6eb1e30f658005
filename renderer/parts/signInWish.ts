import { create } from 'zustand';

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
