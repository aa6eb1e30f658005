import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answered } from '../../../shared/contracts/contract.ts';
import type { Party } from '../../../shared/domain/party.ts';
import { core } from '../../bridge/core.ts';
import type { Reading } from '../../bridge/questions.ts';
import { IconButton, KeyHint } from '../../parts/Button.tsx';
import { regionText } from '../../parts/form/RegionHits.tsx';
import { Icon } from '../../parts/Icon.tsx';
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
  /** What was there before anybody chose. */
  readonly understood: Party;
  readonly candidates: readonly Candidate[];
  readonly suggestions: readonly Suggestion[];
  onChoose(part: Partial<Party>): void;
}

/** What a candidate writes: a detail it does not name stays, and so does a town beside the same street of the same district. */
function partOf(candidate: Candidate, receiver: Party): Partial<Party> {
  const { province, city, district, town, detail } = candidate;
  const isSameRegion = regionText({ ...candidate, town: '' }) === regionText({ ...receiver, town: '' });
  const isSamePlace = isSameRegion && (detail === '' || detail === receiver.detail);
  return {
    province,
    city,
    district,
    ...(town === '' && isSamePlace ? {} : { town }),
    ...(detail === '' ? {} : { detail }),
    ...candidate.contact,
  };
}

/** Of the street and of whom it is for what is news. */
function newsOf({ detail, contact }: Candidate, understood: Party): string {
  const street = detail === understood.detail ? '' : detail;
  return [street, contact?.name ?? '', contact?.phone ?? ''].filter((text) => text !== '').join(' ');
}

const stands = (part: Partial<Party>, receiver: Party): boolean =>
  Object.entries(part).every(([field, text]) => receiver[field as keyof Party] === text);

interface ChoiceProps {
  readonly number: number;
  /** It is what the fields say now. */
  readonly isChosen: boolean;
  readonly children: ReactNode;
  onPress(): void;
}

/** One answer with its key, in whose place the chosen one has its sign, so that no word moves. */
function Choice({ number, isChosen, children, onPress }: ChoiceProps) {
  const { t } = useTranslation();
  return (
    <button type="button" className="candidate" aria-pressed={isChosen} onClick={onPress}>
      <span className="candidate-key" title={isChosen ? t('correct.chosen') : undefined}>
        {isChosen ? <Icon name="check" /> : <KeyHint combo={String(number)} />}
      </span>
      {children}
    </button>
  );
}

function SuggestionLine({
  suggestion,
  receiver,
  understood,
}: Pick<ChoicesProps, 'receiver' | 'understood'> & { readonly suggestion: Suggestion }) {
  const { t } = useTranslation();
  // Once chosen it changes nothing more; it still says what it did.
  const changes =
    changedParts(receiver, suggestion.receiver) || changedParts(understood, suggestion.receiver);
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

/** Other readings of the region and what previous corrections offer, on the number keys; the regions keep their numbers. */
export function Choices({ receiver, understood, candidates, suggestions, onChoose }: ChoicesProps) {
  const { t } = useTranslation();
  const regions = candidates.slice(0, maxChoices);
  const learned = suggestions.slice(0, maxChoices - regions.length);
  const forget = useAct((id: string) => core.addressKnowledge.forget({ id }));
  const acts = [
    ...regions.map((candidate) => () => onChoose(partOf(candidate, receiver))),
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
          const news = newsOf(candidate, understood);
          return (
            <div
              key={`${regionText(candidate)} ${news}`}
              className={news === '' ? 'candidate-cell' : 'candidate-line'}
            >
              <Choice
                number={index + 1}
                isChosen={stands(partOf(candidate, receiver), receiver)}
                onPress={() => onChoose(partOf(candidate, receiver))}
              >
                <span className="choice-text">{`${regionText(candidate)} ${news}`.trim()}</span>
                <span className="soft small">{t(`correct.reason.${key}`, { year, field: '' })}</span>
              </Choice>
            </div>
          );
        })}
        {learned.map((suggestion, index) => (
          <div key={suggestion.id} className="candidate-line">
            <Choice
              number={regions.length + index + 1}
              isChosen={stands(suggestion.receiver, receiver)}
              onPress={() => onChoose(suggestion.receiver)}
            >
              <SuggestionLine {...{ suggestion, receiver, understood }} />
            </Choice>
            <IconButton icon="trash" label={t('correct.forget')} {...forget.press(suggestion.id)} />
          </div>
        ))}
      </div>
    </section>
  );
}
