import { retentionContracts } from '../../../../shared/contracts/retention/retention.ts';
import { erasePerson } from '../../../usecases/retention/erasePerson.ts';
import { findPerson } from '../../../usecases/retention/person.ts';
import { setRetention, showRetention } from '../../../usecases/retention/retention.ts';
import { sweep } from '../../../usecases/retention/sweep.ts';
import { gateOf, unwrap } from '../../gate.ts';
import { streamWork } from '../../progress.ts';

const { onWorkspace } = gateOf(retentionContracts);

const retentionRouter = onWorkspace('retention', {
  get: (workspace, { days, isClockRight }) =>
    showRetention(workspace, { days, now: isClockRight ? workspace.clock.now() : undefined }),
  async set(workspace, { days }) {
    unwrap(await setRetention(workspace, days));
    return showRetention(workspace);
  },
  findPerson: async (workspace, request) => unwrap(await findPerson(workspace, request)),
  erasePerson: (workspace, request, { session }) =>
    session.whileBusy(async () => unwrap(await erasePerson(workspace, request))),
  run: (workspace, { isClockRight }, { session, signal }) =>
    streamWork((report: (progress: { readonly erased: number }) => void) =>
      session.whileBusy(async () =>
        unwrap(
          await sweep(workspace, {
            now: isClockRight ? workspace.clock.now() : undefined,
            signal,
            onProgress: (erased) => report({ erased }),
          }),
        ),
      ),
    ),
});

export const retentionRouters = { retention: retentionRouter };
