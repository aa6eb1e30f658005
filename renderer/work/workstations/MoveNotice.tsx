import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ask, core } from '../../bridge/core.ts';
import { useMissingRight } from '../../bridge/operators.ts';
import { queryClient } from '../../bridge/queryClient.ts';
import { Button } from '../../parts/Button.tsx';
import { FailureNotice, Notice } from '../../parts/feedback/Notice.tsx';
import { formatCount } from '../../parts/format.ts';
import { Moment } from '../Moment.tsx';
import { useAct } from '../useAct.ts';
import { useMovePlace } from './movePlace.ts';

/** How the last move ended, or that the end of the program cut one off, until somebody has seen it. */
export function MoveNotice() {
  const { t } = useTranslation();
  const place = useMovePlace();
  const note = useAct(() => core.workstations.noteMove(), {
    after: (noted) => queryClient.setQueryData(ask.workstations.get.queryKey(), noted),
  });
  const mayNote = useMissingRight(['manageOperators']) === null;
  const view = useQuery(ask.workstations.get.queryOptions()).data;
  if (view === undefined) return null;
  const { lastMove, begunMove } = view;
  const seen = mayNote && <Button {...note.press()}>{t('workstations.moveSeen')}</Button>;
  if (lastMove?.failure) return <FailureNotice failure={lastMove.failure}>{seen}</FailureNotice>;
  if (lastMove?.copied) {
    const { rows, earlier, kept } = lastMove.copied;
    return (
      <Notice
        tone="done"
        title={t('workstations.moved', { place: place(lastMove.place), rows: formatCount(rows) })}
        next={t(lastMove.place === '' ? 'workstations.movedHereNext' : 'workstations.movedThereNext')}
      >
        {earlier === 'goes-on' && <p>{t('workstations.moveKept', { kept: formatCount(kept) })}</p>}
        {earlier === 'unlike' && <p>{t('workstations.moveAnew')}</p>}
        {seen}
      </Notice>
    );
  }
  if (begunMove === null) return null;
  return (
    <Notice
      tone="note"
      title={t('workstations.moveCut', { place: place(begunMove.place) })}
      next={t('workstations.moveCutNext')}
    >
      <Moment at={begunMove.at} as="age" />
      {seen}
    </Notice>
  );
}
