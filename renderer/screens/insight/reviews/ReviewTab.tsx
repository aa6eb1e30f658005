import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerState } from '../../../work/AnswerState.tsx';
import './review.css';
import type { ReviewFileType } from '../../../../shared/contracts/insight/reviews.ts';
import { type Review, type ReviewKind, reviewKinds } from '../../../../shared/domain/insight/review.ts';
import { shopDate } from '../../../../shared/rules/shopTime.ts';
import { reviewTables } from '../../../../shared/text/reviewTables.ts';
import { ask, core } from '../../../bridge/core.ts';
import { usePlatformName } from '../../../bridge/knownNames.ts';
import { ChoiceField } from '../../../parts/form/ChoiceField.tsx';
import { choicesOf } from '../../../parts/form/choices.tsx';
import { SelectField } from '../../../parts/form/SelectField.tsx';
import { formatCount, useWhen } from '../../../parts/format.ts';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { letters } from '../../../parts/letters.ts';
import { useLanguage } from '../../../words/useLanguage.ts';
import { useFileWords } from '../../../work/outcomeWords.ts';
import { useAct } from '../../../work/useAct.ts';
import { ReviewDays } from './ReviewDays.tsx';
import { ReviewFigures } from './ReviewFigures.tsx';
import { ReviewPart } from './ReviewPart.tsx';

/** What is looked back on; no day: the last one that is over. */
interface Chosen {
  readonly kind: ReviewKind;
  readonly day?: string;
}

/** A day or a week looked back on: its figures, then every part of it as a table. */
export function ReviewTab() {
  const language = useLanguage();
  const [chosen, setChosen] = useState<Chosen>({ kind: 'week' });
  const answer = useQuery(
    ask.reviews.read.queryOptions({ input: chosen, placeholderData: keepPreviousData }),
  );
  const platformName = usePlatformName();
  const review = answer.data;
  return (
    <div className="insight-board">
      <AnswerState answer={answer} />
      {review !== undefined && (
        <>
          <ReviewHead review={review} chosen={chosen} onChoose={setChosen} />
          <ReviewFigures review={review} />
          <div className="review-parts">
            {review.kind === 'week' && <ReviewDays review={review} />}
            {reviewTables(review, language, platformName)
              .filter(({ id }) => id !== 'days')
              .map((table) => (
                <ReviewPart key={table.id} table={table} />
              ))}
          </div>
        </>
      )}
    </div>
  );
}

interface KeptWeeksProps {
  readonly from: number;
  onChoose(day: string): void;
}

/** Weeks that are kept, however long ago they were. */
function KeptWeeks({ from, onChoose }: KeptWeeksProps) {
  const { t } = useTranslation();
  const kept = useQuery(ask.reviews.kept.queryOptions()).data ?? [];
  if (kept.length < 2) return null;
  const chosen = shopDate(from);
  const options = kept.map((week) => ({
    value: shopDate(week.from),
    label: t('insight.review.week', { day: shopDate(week.from), count: formatCount(week.booked) }),
  }));
  return (
    <SelectField
      label={t('insight.review.kept')}
      isLabelHidden
      width={264}
      placeholder={t('insight.review.kept')}
      value={options.some(({ value }) => value === chosen) ? chosen : null}
      options={options}
      onChange={onChoose}
    />
  );
}

interface ReviewHeadProps {
  readonly review: Review;
  readonly chosen: Chosen;
  onChoose(chosen: Chosen): void;
}

/** Which time it is, the ways to the ones beside it, and to paper. */
function ReviewHead({ review, chosen, onChoose }: ReviewHeadProps) {
  const { t } = useTranslation();
  const { kind, from, to, isFinished, madeAt } = review;
  const when = useWhen(madeAt);
  const fileWords = useFileWords();
  const write = useAct((type: ReviewFileType) => core.reviews.write({ ...chosen, type }), {
    says: (file) => fileWords(t('insight.review.written'), file),
  });
  const lastDay = shopDate(to - 1);
  return (
    <div className="line review-head">
      <ChoiceField<ReviewKind>
        label={t('insight.review.kind')}
        isLabelHidden
        value={chosen.kind}
        choices={choicesOf(reviewKinds, (value) => t(`insight.review.kinds.${value}`))}
        onChange={(next) => onChoose({ kind: next })}
      />
      <KeyButton
        combo="["
        look="quiet"
        size="small"
        says={t('insight.review.back')}
        onPress={() => onChoose({ kind, day: shopDate(from - 1) })}
      >
        {t('insight.review.earlier')}
      </KeyButton>
      <strong className="number">
        {kind === 'day' ? shopDate(from) : t('insight.review.span', { from: shopDate(from), to: lastDay })}
      </strong>
      <KeyButton
        combo="]"
        look="quiet"
        size="small"
        says={t('insight.review.forth')}
        isDisabled={!isFinished}
        onPress={() => onChoose({ kind, day: shopDate(to) })}
      >
        {t('insight.review.later')}
      </KeyButton>
      {kind === 'week' && <KeptWeeks from={from} onChoose={(day) => onChoose({ kind, day })} />}
      <span className="soft small">
        {t(isFinished ? 'insight.review.made' : 'insight.review.notOver', { when: when(madeAt) })}
      </span>
      <span className="line review-paper">
        <KeyButton combo={letters.print} {...write.press('html')}>
          {t('insight.review.page')}
        </KeyButton>
        <KeyButton combo="Ctrl+e" look="primary" {...write.press('xlsx')}>
          {t('insight.review.sheet')}
        </KeyButton>
      </span>
    </div>
  );
}
