import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../../parts/Icon.tsx';
import { useBenchGestures } from './gestures.ts';
import type { BenchLook } from './stopLooks.ts';
import { useVerdictWords, type VerdictWords } from './useVerdictWords.ts';
import type { Verdict } from './verdict.ts';

const signs: Readonly<Record<BenchLook, IconName>> = {
  halt: 'ban',
  wrong: 'close',
  other: 'alert',
  again: 'refresh',
  unsure: 'question',
  moving: 'print',
  good: 'check',
  ready: 'arrow',
};

interface StateBandProps {
  readonly look: BenchLook;
  readonly words: VerdictWords;
  /** A stop is announced at once, whatever a screen reader is saying. */
  readonly isAlert: boolean;
  /** What else must be known; empty: nothing. */
  readonly more?: string;
}

/** The one big state: sign, word, what is the matter and what to do. Colour is never the only sign. */
export function StateBand({ look, words: { big, says, next, code }, isAlert, more = '' }: StateBandProps) {
  return (
    <section
      className={`bench-verdict bench-${look}`}
      aria-live="assertive"
      role={isAlert ? 'alert' : 'status'}
    >
      <span className="bench-sign">
        <Icon name={signs[look]} size={56} />
      </span>
      <div className="bench-words">
        <h2>{big}</h2>
        <p>
          {says !== '' && <span className="number">{says}</span>} <strong>{next}</strong>
        </p>
        {more !== '' && <p>{more}</p>}
      </div>
      {code !== '' && <code className="code bench-code">{code}</code>}
    </section>
  );
}

interface VerdictBandProps {
  readonly verdict: Verdict;
  /** What this person can do about it here; empty: what everybody can. */
  readonly next: string;
}

/** The state of the bench. */
export function VerdictBand({ verdict, next }: VerdictBandProps) {
  const { t } = useTranslation();
  const words = useVerdictWords()(verdict);
  const { isAway, waiting } = useBenchGestures();
  return (
    <StateBand
      look={verdict.look}
      words={next === '' ? words : { ...words, next }}
      isAlert={verdict.kind === 'stop' || verdict.kind === 'failure'}
      more={isAway ? t('packing.away', { count: waiting }) : ''}
    />
  );
}
