import i18next from 'i18next';
import { useSyncExternalStore } from 'react';
import type { Language } from '../../shared/text/describeError.ts';

/** Hears of another language of the page. */
function onLanguage(listener: () => void): () => void {
  i18next.on('languageChanged', listener);
  return () => i18next.off('languageChanged', listener);
}

/** The language of the page. Cheaper than `useTranslation`, which copies the whole of i18next wherever it stands: rows of tables have one each. */
export function useLanguage(): Language {
  return useSyncExternalStore(onLanguage, () => i18next.language as Language);
}
