import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './welcome/welcome.css';
import type { UpgradeProgress } from '../../shared/domain/upgrade.ts';
import { pageBridge, pageClock, useNow } from '../bridge/page.ts';
import { useDuration } from '../parts/format.ts';
import { Mark } from '../parts/Mark.tsx';
import { ProgressBar } from '../parts/StateMark.tsx';

/** How far the upgrade of the workspace is, told by main, for the core answers nothing meanwhile; null: there is none. */
export function useUpgrade(): UpgradeProgress | null {
  const [progress, setProgress] = useState<UpgradeProgress | null>(null);
  useEffect(() => pageBridge().onUpgrade(setProgress), []);
  return progress;
}

const bytesPerMegabyte = 1_000_000;

/** In place of everything else: what is done, how far it is, and that it may be left alone. */
export function UpgradeScreen({ progress }: { readonly progress: UpgradeProgress }) {
  const { t } = useTranslation();
  const duration = useDuration();
  const [startedAt] = useState(pageClock.now);
  const seconds = (useNow(1_000) - startedAt) / 1_000;
  const { part, done, total, bytes, share } = progress;
  return (
    <main className="welcome">
      <section className="welcome-card panel stack" aria-live="polite">
        <p className="welcome-brand">
          <Mark />
          {t('app.name')}
        </p>
        <h1>{t('upgrade.title')}</h1>
        <ProgressBar share={(done + (share ?? 0)) / total} label={t('upgrade.title')} />
        <p>
          {t('upgrade.place', { place: done + 1, total })} {t(`upgrade.part.${part}`)}
          {share !== null && <span className="number"> {`${Math.floor(share * 100)} %`}</span>}
        </p>
        <p className="soft number">
          {t('upgrade.size', { size: Math.ceil(bytes / bytesPerMegabyte), time: duration(seconds) })}
        </p>
        <p className="soft small">{t('upgrade.note')}</p>
      </section>
    </main>
  );
}
