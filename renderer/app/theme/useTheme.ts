import { useEffect, useSyncExternalStore } from 'react';
import type { ThemeChoice } from '../../../shared/contracts/bridge.ts';
import { pageBridge } from '../../bridge/page.ts';
import { useShownTheme } from '../../parts/view.ts';
import { useBenchLook, useBenchShown } from '../../work/devices/benchLook.ts';

const rememberedKey = 'shipdesk.theme';
const dark = window.matchMedia('(prefers-color-scheme: dark)');

function subscribe(listener: () => void): () => void {
  dark.addEventListener('change', listener);
  return () => dark.removeEventListener('change', listener);
}

/** What was last chosen on this computer; used until the core has answered, so that no white flash is seen at night. */
export function rememberedTheme(): ThemeChoice {
  const kept = localStorage.getItem(rememberedKey);
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

/** Puts the theme on the document and the form controls, and tells the shell; at the bench its own switch comes first. */
export function useTheme(choice: ThemeChoice): void {
  const isSystemDark = useSyncExternalStore(subscribe, () => dark.matches);
  const isAtBench = useBenchShown(({ isShown }) => isShown);
  const benchIsDark = useBenchLook(({ isDark }) => isDark);
  const usual = choice === 'system' ? (isSystemDark ? 'dark' : 'light') : choice;
  const shown = isAtBench && benchIsDark !== null ? (benchIsDark ? 'dark' : 'light') : usual;
  useEffect(() => {
    document.documentElement.dataset.theme = shown;
    useShownTheme.setState({ shown });
  }, [shown]);
  useEffect(() => {
    localStorage.setItem(rememberedKey, choice);
    void pageBridge().setTheme(choice);
  }, [choice]);
}
