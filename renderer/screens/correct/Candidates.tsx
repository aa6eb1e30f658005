import { useTranslation } from 'react-i18next';
import type { Reading } from '../../bridge/queries/correctQueries.ts';
import { KeyHint } from '../../parts/KeyHint.tsx';
import { useKeys } from '../../parts/keys/useKeys.ts';
import { reasonText } from './reasonText.ts';

type Candidate = Reading['candidates'][number];

/** One key each. */
const maxCandidates = 9;

/** Other readings of the region, on the number keys. */
export function Candidates({
  candidates,
  onChoose,
}: {
  readonly candidates: readonly Candidate[];
  onChoose(candidate: Candidate): void;
}) {
  const { t } = useTranslation();
  const offered = candidates.slice(0, maxCandidates);
  useKeys(
    offered.map((candidate, index) => ({
      combo: String(index + 1),
      says: t('correct.candidateKey', { number: index + 1 }),
      run: () => onChoose(candidate),
    })),
  );
  if (offered.length === 0) return null;
  return (
    <section aria-label={t('correct.candidates')}>
      <h3>{t('correct.candidates')}</h3>
      <div className="candidates">
        {offered.map((candidate, index) => {
          const { key, year } = reasonText(candidate.reason);
          const path = [
            candidate.province,
            candidate.city === candidate.province ? '' : candidate.city,
            candidate.district,
            candidate.town,
          ];
          return (
            <button
              key={path.join('/')}
              type="button"
              className="candidate"
              onClick={() => onChoose(candidate)}
            >
              <KeyHint combo={String(index + 1)} />
              <span>{path.filter(Boolean).join(' ')}</span>
              <span className="soft small">{t(`correct.reason.${key}`, { year, field: '' })}</span>
            </button>
          );
        })}
      </div>
    </section>
  );
}
