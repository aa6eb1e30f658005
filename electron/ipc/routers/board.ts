import { readCosts } from '../../usecases/insight/costs.ts';
import { readDayBoard } from '../../usecases/insight/dayBoard.ts';
import { readTransit } from '../../usecases/insight/transit.ts';
import { readTroubles } from '../../usecases/insight/troubles.ts';
import { readVolumes } from '../../usecases/insight/volumes.ts';
import { onWorkspace } from '../gate.ts';

const boardRouter = onWorkspace('board', {
  day: readDayBoard,
  volumes: readVolumes,
  transit: readTransit,
  costs: readCosts,
  troubles: readTroubles,
});

export const boardRouters = { board: boardRouter };
