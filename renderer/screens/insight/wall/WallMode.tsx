import { useQuery } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import './wall.css';
import { questions } from '../../../bridge/questions.ts';
import { Button } from '../../../parts/Button.tsx';
import { useWhen } from '../../../parts/format.ts';
import { KeyButton } from '../../../parts/KeyButton.tsx';
import { useKeys } from '../../../parts/keys.ts';
import { lettersOf } from '../../../parts/letters.ts';
import { AnswerState } from '../../../work/AnswerState.tsx';
import { DayHours } from '../../../work/board/DayHours.tsx';
import { DayStrip } from '../../../work/board/DayStrip.tsx';
import { PeopleList } from '../../../work/board/PeopleList.tsx';
import { OneNotice } from '../../../work/UnreadNotice.tsx';
import { FlowStrip } from '../calls/FlowStrip.tsx';

const turnEveryMs = 20_000;

/** What the wall shows in turn below the day's figures. Counts only: no name, no number of an order. */
const pages = ['hours', 'people', 'flow'] as const;
type WallPage = (typeof pages)[number];

/** The next page now and then; → and space turn at once. */
function usePages(): { readonly page: WallPage; turn(): void } {
  const [index, setIndex] = useState(0);
  const turn = (): void => setIndex((at) => (at + 1) % pages.length);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page somebody turned to stays for its whole time
  useEffect(() => {
    const timer = setTimeout(turn, turnEveryMs);
    return () => clearTimeout(timer);
  }, [index]);
  return { page: pages[index] ?? 'hours', turn };
}

/** The whole screen, as far as the system gives it; leaving it ends the wall. */
function useFullScreen(onLeave: () => void): void {
  const leave = useRef(onLeave);
  leave.current = onLeave;
  useEffect(() => {
    let wasFull = false;
    const onChange = (): void => {
      if (document.fullscreenElement !== null) wasFull = true;
      else if (wasFull) leave.current();
    };
    document.addEventListener('fullscreenchange', onChange);
    // Refused: the wall covers the window then, which is all there is to have.
    document.documentElement.requestFullscreen().catch(() => undefined);
    return () => {
      document.removeEventListener('fullscreenchange', onChange);
      if (document.fullscreenElement !== null) void document.exitFullscreen();
    };
  }, []);
}

/** Puts the board on the wall. */
export function WallButton() {
  const { t } = useTranslation();
  const [isWall, setIsWall] = useState(false);
  return (
    <>
      <KeyButton
        icon="eye"
        combo={lettersOf.insight.wall}
        title={t('insight.wall.open')}
        onPress={() => setIsWall(true)}
      >
        {t('insight.wall.open')}
      </KeyButton>
      {isWall && <WallMode onLeave={() => setIsWall(false)} />}
    </>
  );
}

/** The board for reading across a room: large, by itself, without a name. Esc leaves it. */
function WallMode({ onLeave }: { onLeave(): void }) {
  const { t } = useTranslation();
  const { page, turn } = usePages();
  const answer = useQuery(questions.dayBoard());
  const day = answer.data;
  const when = useWhen(day?.now ?? 0);
  useFullScreen(onLeave);
  useKeys([
    { combo: 'Escape', says: t('insight.wall.leave'), run: onLeave },
    { combo: 'ArrowRight', says: t('insight.wall.turn'), run: turn },
  ]);
  const shown: Readonly<Record<WallPage, ReactNode>> = {
    hours: day === undefined ? null : <DayHours day={day} />,
    people: <PeopleList />,
    flow: <FlowStrip span="1h" />,
  };
  return (
    <div className="wall" role="dialog" aria-label={t('insight.wall.title')}>
      <header className="line">
        <h1>{t('insight.tab.board')}</h1>
        <span className="grow" />
        {day !== undefined && <span className="soft number">{t('chart.asOf', { when: when(day.now) })}</span>}
        <Button look="quiet" icon="close" keyHint="Escape" onPress={onLeave}>
          {t('insight.wall.leave')}
        </Button>
      </header>
      <OneNotice>
        <AnswerState answer={answer} />
        {day !== undefined && <DayStrip day={day} />}
        <div className="wall-page" key={page}>
          {shown[page]}
        </div>
      </OneNotice>
    </div>
  );
}
