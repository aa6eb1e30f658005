import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { questions } from '../../../bridge/questions.ts';
import { Button } from '../../../parts/Button.tsx';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { lettersOf } from '../../../parts/letters.ts';
import { go } from '../../../parts/place.ts';
import { AnswerState } from '../../../work/AnswerState.tsx';
import { DayHours } from '../../../work/board/DayHours.tsx';
import { DayStrip } from '../../../work/board/DayStrip.tsx';
import { PeopleList } from '../../../work/board/PeopleList.tsx';
import { WallMode } from '../wall/WallMode.tsx';

/** The day so far: five numbers, its hours beside what is usual, and what needs a person. */
export function BoardTab() {
  const { t } = useTranslation();
  const [isWall, setIsWall] = useState(false);
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
      <div className="line">
        {day?.cutOffHour === null && (
          <Button
            look="quiet"
            size="small"
            onPress={() => go('settings', { section: 'rules', tab: 'cutOffHour' })}
          >
            {t('insight.hours.setCutOff')}
          </Button>
        )}
        <span className="grow" />
        <KeyButton icon="eye" combo={lettersOf.insight.wall} onPress={() => setIsWall(true)}>
          {t('insight.wall.open')}
        </KeyButton>
      </div>
      {isWall && <WallMode onLeave={() => setIsWall(false)} />}
    </div>
  );
}
