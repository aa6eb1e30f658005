import { create } from 'zustand';
import { persist } from 'zustand/middleware';

interface BenchLook {
  /** null: nobody has chosen, the theme of the window holds. */
  readonly isDark: boolean | null;
  /** Larger, for eyes that are two metres away; what is not read from there gives way. */
  readonly isFar: boolean;
}

/** How the bench of this computer looks. */
export const useBenchLook = create<BenchLook>()(
  persist((): BenchLook => ({ isDark: null, isFar: false }), { name: 'shipdesk.benchLook' }),
);

/** Is the bench what is looked at? Its own light is the whole window's then: a bright frame around it would dazzle. */
export const useBenchShown = create<{ readonly isShown: boolean }>(() => ({ isShown: false }));
