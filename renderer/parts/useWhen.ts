import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Language } from '../../shared/text/describeError.ts';
import { formatWhen } from './formatWhen.ts';

/** `formatWhen` in the operator's language, for a moment inside a sentence. */
export function useWhen(now: number): (at: number) => string {
  const language = useTranslation().i18n.language as Language;
  return useCallback((at) => formatWhen(at, now, language), [now, language]);
}
