import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** How long a call took: milliseconds up to a second, then seconds with one decimal. */
export function useCallTime(): (durationMs: number) => string {
  const { t } = useTranslation();
  return useCallback(
    (durationMs: number) =>
      durationMs < 1_000
        ? t('calls.durationMs', { ms: durationMs })
        : t('calls.seconds', { seconds: (durationMs / 1_000).toFixed(1) }),
    [t],
  );
}
