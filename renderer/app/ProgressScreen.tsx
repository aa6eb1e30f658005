import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './welcome/welcome.css';
import { pageClock, useNow } from '../bridge/page.ts';
import { Mark } from '../parts/Mark.tsx';
import { ProgressBar } from '../parts/StateMark.tsx';

/** How long the screen has been there, in seconds. */
export function useSecondsShown(): number {
  const [shownAt] = useState(pageClock.now);
  return (useNow(1_000) - shownAt) / 1_000;
}

interface ProgressScreenProps {
  readonly title: string;
  /** 0..1; null while nobody can know. */
  readonly share: number | null;
  /** What is done, the time it takes, and what may be done meanwhile. */
  readonly children: ReactNode;
}

/** In place of everything else while the order book itself is at work. */
export function ProgressScreen({ title, share, children }: ProgressScreenProps) {
  const { t } = useTranslation();
  return (
    <main className="welcome">
      <section className="welcome-card panel stack" aria-live="polite">
        <p className="welcome-brand">
          <Mark />
          {t('app.name')}
        </p>
        <h1>{title}</h1>
        <ProgressBar share={share} label={title} />
        {children}
      </section>
    </main>
  );
}
