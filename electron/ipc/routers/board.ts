import { boardContracts } from '../../../shared/contracts/insight/board.ts';
import { readCosts } from '../../usecases/insight/costs.ts';
import { readDayBoard } from '../../usecases/insight/dayBoard.ts';
import { readTransit } from '../../usecases/insight/transit.ts';
import { readTroubles } from '../../usecases/insight/troubles.ts';
import { readVolumes } from '../../usecases/insight/volumes.ts';
import { gateOf } from '../gate.ts';

const { onWorkspace } = gateOf(boardContracts);

const boardRouter = onWorkspace('board', {
  day: readDayBoard,
  volumes: readVolumes,
  transit: readTransit,
  costs: readCosts,
  troubles: readTroubles,
});

export const boardRouters = { board: boardRouter };
