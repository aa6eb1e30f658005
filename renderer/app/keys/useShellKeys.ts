import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../parts/useKeys.ts';
import { screenIds, usePlace } from '../../parts/usePlace.ts';

interface ShellActions {
  openPalette(): void;
  openKeys(): void;
  /** null: there are no operators. */
  readonly openSignIn: (() => void) | null;
}

/** Keys that work on every screen. */
export function useShellKeys({ openPalette, openKeys, openSignIn }: ShellActions): void {
  const { t } = useTranslation();
  const { go, back } = usePlace.getState();
  useKeys(
    useMemo(
      () => [
        { combo: 'Ctrl+k', says: t('palette.title'), run: openPalette },
        { combo: '?', says: t('keys.title'), run: openKeys },
        ...(openSignIn === null
          ? []
          : [{ combo: 'Ctrl+l', says: t('operators.switchTitle'), run: openSignIn }]),
        ...screenIds.map((screen, index) => ({
          combo: `Alt+${index + 1}`,
          says: t(`screen.${screen}`),
          run: () => go(screen),
        })),
        { combo: 'Escape', says: t('keys.back'), run: back },
      ],
      [t, go, back, openPalette, openKeys, openSignIn],
    ),
  );
}
