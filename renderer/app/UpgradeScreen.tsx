import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UpgradeProgress } from '../../shared/domain/upgrade.ts';
import { joinTexts } from '../../shared/text/hanSpacing.ts';
import { pageBridge } from '../bridge/page.ts';
import { useDuration } from '../parts/format.ts';
import { ProgressScreen, useSecondsShown } from './ProgressScreen.tsx';

/** How far the upgrade of the workspace is, as main says, for the core answers nothing meanwhile; null: there is none. */
export function useUpgrade(): UpgradeProgress | null {
  const [progress, setProgress] = useState<UpgradeProgress | null>(null);
  useEffect(() => pageBridge().onUpgrade(setProgress), []);
  return progress;
}

const bytesPerMegabyte = 1_000_000;

/** While the workspace is upgraded: what is done, how far it is, and that it may be left alone. */
export function UpgradeScreen({ progress }: { readonly progress: UpgradeProgress }) {
  const { t } = useTranslation();
  const duration = useDuration();
  const seconds = useSecondsShown();
  const { part, done, total, bytes, share } = progress;
  return (
    <ProgressScreen title={t('upgrade.title')} share={(done + (share ?? 0)) / total}>
      <p>
        {joinTexts([t('upgrade.place', { place: done + 1, total }), t(`upgrade.part.${part}`)])}
        {share !== null && <span className="number"> {`${Math.floor(share * 100)}%`}</span>}
      </p>
      <p className="soft number">
        {t('upgrade.size', { size: Math.ceil(bytes / bytesPerMegabyte), time: duration(seconds) })}
      </p>
      <p className="soft small">{t('upgrade.note')}</p>
    </ProgressScreen>
  );
}
