import { create } from 'zustand';

/** The theme the page shows now; the form controls compute colours and cannot read them from the style sheet. */
export const useShownTheme = create<{ readonly shown: 'light' | 'dark' }>(() => ({ shown: 'light' }));
