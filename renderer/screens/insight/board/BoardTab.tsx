import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { questions } from '../../../bridge/questions.ts';
import { Button } from '../../../parts/Button.tsx';
import { go } from '../../../parts/place.ts';
import { AnswerState } from '../../../work/AnswerState.tsx';
import { DayHours } from '../../../work/board/DayHours.tsx';
import { DayStrip } from '../../../work/board/DayStrip.tsx';
import { PeopleList } from '../../../work/board/PeopleList.tsx';

/** The day so far: five numbers, its hours beside what is usual, and what needs a person. */
export function BoardTab() {
  const { t } = useTranslation();
  const answer = useQuery(questions.dayBoard());
  const day = answer.data;
  return (
    <div className="insight-board">
      <AnswerState answer={answer} />
      {day !== undefined && <DayStrip day={day} />}
      <div className="board-day">
        {day !== undefined && <DayHours day={day} />}
        <PeopleList />
      </div>
      {day?.cutOffHour === null && (
        <div className="line">
          <Button
            look="quiet"
            size="small"
            onPress={() => go('settings', { section: 'rules', tab: 'cutOffHour' })}
          >
            {t('insight.hours.setCutOff')}
          </Button>
        </div>
      )}
    </div>
  );
}
