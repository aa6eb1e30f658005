import { useTranslation } from 'react-i18next';
import { Icon, type IconName } from '../../../parts/Icon.tsx';
import { useBenchGestures } from './gestures.ts';
import type { BenchLook } from './stopLooks.ts';
import { useVerdictWords } from './useVerdictWords.ts';
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

/** The one big state: sign, word, what is the matter and what to do. Colour is never the only sign. */
export function VerdictBand({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation();
  const { big, says, next, code } = useVerdictWords()(verdict);
  const { isAway, waiting } = useBenchGestures();
  return (
    <section
      className={`bench-verdict bench-${verdict.look}`}
      aria-live="assertive"
      role={verdict.kind === 'stop' || verdict.kind === 'failure' ? 'alert' : 'status'}
    >
      <span className="bench-sign">
        <Icon name={signs[verdict.look]} size={56} />
      </span>
      <div className="bench-words">
        <h2>{big}</h2>
        <p>
          {says !== '' && <span className="number">{says} </span>}
          <strong>{next}</strong>
        </p>
        {isAway && <p>{t('packing.away', { count: waiting })}</p>}
      </div>
      {code !== '' && <code className="code bench-code">{code}</code>}
    </section>
  );
}
