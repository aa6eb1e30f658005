import { awayContracts } from '../../../../shared/contracts/packing/away.ts';
import { listWaitingImports } from '../../../usecases/workstations/away/bringImports.ts';
import {
  compareVersions,
  listConflicts,
  settleConflict,
  takeOurVersion,
} from '../../../usecases/workstations/away/conflicts.ts';
import { gateOf } from '../../gate.ts';

const { onWorkspace } = gateOf(awayContracts);

const atHand = { since: null, knownAt: null, waiting: 0, labels: 0, code: '' };

const awayRouter = onWorkspace('away', {
  async state(workspace, _, { session: { away } }) {
    const imports = listWaitingImports(workspace);
    if (away === null) return { ...atHand, imports, conflicts: [] };
    // Read first: whoever meets a book that is away learns so by it.
    const conflicts = await away.orAway(() => listConflicts(workspace), []);
    return { ...away.knowledge, labels: await away.labelsLeft(), imports, conflicts };
  },
  settle: settleConflict,
  compare: compareVersions,
  takeOurs: takeOurVersion,
});

export const awayRouters = { away: awayRouter };
