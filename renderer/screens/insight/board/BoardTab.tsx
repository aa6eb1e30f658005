import { useQuery } from '@tanstack/react-query';
import { failureIn } from '../../../bridge/failureOf.ts';
import { questions } from '../../../bridge/questions.ts';
import { FailureNotice } from '../../../parts/feedback/Notice.tsx';
import { DayHours } from '../../../work/board/DayHours.tsx';
import { DayStrip } from '../../../work/board/DayStrip.tsx';
import { PeopleList } from '../../../work/board/PeopleList.tsx';

/** The day so far: five numbers, its hours beside what is usual, and what needs a person. */
export function BoardTab() {
  const answer = useQuery(questions.dayBoard());
  const failure = failureIn(answer);
  const day = answer.data;
  return (
    <div className="stack-tight insight-board">
      {failure !== null && <FailureNotice failure={failure} />}
      {day !== undefined && (
        <>
          <DayStrip day={day} />
          <div className="board-day">
            <DayHours day={day} />
            <PeopleList />
          </div>
        </>
      )}
    </div>
  );
}
