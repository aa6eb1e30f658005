import { readDayBoard } from '../../usecases/insight/dayBoard.ts';
import { onWorkspace } from '../gate.ts';

const boardRouter = onWorkspace('board', {
  day: readDayBoard,
});

export const boardRouters = { board: boardRouter };
