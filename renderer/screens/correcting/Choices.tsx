import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../shared/contracts/contract.ts';
import type { Party } from '../../../shared/domain/party.ts';
import { core } from '../../bridge/core.ts';
import type { Reading } from '../../bridge/questions.ts';
import { IconButton, KeyHint } from '../../parts/Button.tsx';
import { regionText } from '../../parts/form/RegionHits.tsx';
import { useKeys } from '../../parts/keys.ts';
import { Moment } from '../../work/Moment.tsx';
import { useAct } from '../../work/useAct.ts';
import { changedParts, reasonText } from './reading.ts';

type Suggestion = Answered<'addressKnowledge', 'suggestions'>[number];

type Candidate = Reading['candidates'][number];

/** One key each. */
const maxChoices = 9;

/** No region is written with digits: there one chooses, as on the form, unless something is being typed and its list is open. */
const isRegion = ({ name }: { readonly name: string }): boolean => name === 'province';

interface ChoicesProps {
  readonly receiver: Party;
  readonly candidates: readonly Candidate[];
  readonly suggestions: readonly Suggestion[];
  onChoose(part: Partial<Party>): void;
}

/** What a candidate writes: a town or detail it does not name stays as it is. */
function partOf({ province, city, district, town, detail }: Candidate): Partial<Party> {
  return {
    province,
    city,
    district,
    ...(town === '' ? {} : { town }),
    ...(detail === '' ? {} : { detail }),
  };
}

function SuggestionLine({
  suggestion,
  receiver,
}: {
  readonly suggestion: Suggestion;
  readonly receiver: Party;
}) {
  const { t } = useTranslation();
  const changes = changedParts(receiver, suggestion.receiver);
  return (
    <>
      <span className="choice-text">{changes === '' ? t('correct.sameAsNow') : changes}</span>
      <span className="soft small">
        {t(`correct.origin.${suggestion.origin}` as 'correct.origin.exact-address', {
          written: suggestion.written,
          defaultValue: suggestion.origin,
        })}
        {' · '}
        <Moment at={suggestion.learnedAt} as="age" />
      </span>
    </>
  );
}

/** Other readings of the region and what former corrections offer, on the number keys; the regions keep their numbers. */
export function Choices({ receiver, candidates, suggestions, onChoose }: ChoicesProps) {
  const { t } = useTranslation();
  const regions = candidates.slice(0, maxChoices);
  const learned = suggestions.slice(0, maxChoices - regions.length);
  const forget = useAct((id: string) => core.addressKnowledge.forget({ id }));
  const acts = [
    ...regions.map((candidate) => () => onChoose(partOf(candidate))),
    ...learned.map((suggestion) => () => onChoose(suggestion.receiver)),
  ];
  useKeys(
    acts.map((run, index) => ({
      combo: String(index + 1),
      says: t('correct.choiceKey', { number: index + 1 }),
      inFields: isRegion,
      run,
    })),
  );
  if (acts.length === 0) return null;
  return (
    <section aria-label={t('correct.choices')}>
      <h3 className="choices-head">{t('correct.choices')}</h3>
      <div className="candidates">
        {regions.map((candidate, index) => {
          const { key, year } = reasonText(candidate.reason);
          return (
            <button
              key={`${regionText(candidate)} ${candidate.detail}`}
              type="button"
              className="candidate"
              onClick={acts[index]}
            >
              <KeyHint combo={String(index + 1)} />
              <span className="choice-text">{regionText(candidate)}</span>
              <span className="soft small">{t(`correct.reason.${key}`, { year, field: '' })}</span>
            </button>
          );
        })}
        {learned.map((suggestion, index) => (
          <div key={suggestion.id} className="candidate-line">
            <button type="button" className="candidate" onClick={acts[regions.length + index]}>
              <KeyHint combo={String(regions.length + index + 1)} />
              <SuggestionLine suggestion={suggestion} receiver={receiver} />
            </button>
            <IconButton icon="trash" label={t('correct.forget')} {...forget.press(suggestion.id)} />
          </div>
        ))}
      </div>
    </section>
  );
}
