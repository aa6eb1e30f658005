import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../shared/text/describeError.ts';
import { formatDuration } from './formatDuration.ts';

/** `formatDuration` in the operator's language. */
export function useDuration(): (seconds: number) => string {
  const language = useTranslation().i18n.language as Language;
  return useCallback((seconds) => formatDuration(seconds, language), [language]);
}
