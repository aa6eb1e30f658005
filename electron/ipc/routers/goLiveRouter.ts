import { readAllGoLive } from '../../usecases/booking/goLive/readGoLive.ts';
import { runGoLive } from '../../usecases/booking/goLive/runGoLive.ts';
import { gate, unwrap } from '../gate.ts';

export const goLiveRouter = {
  list: gate.goLive.list.handler(({ context, errors }) =>
    readAllGoLive(unwrap(errors, context.session.workspace())),
  ),
  run: gate.goLive.run.handler(async ({ context, input, errors }) =>
    unwrap(errors, await runGoLive(unwrap(errors, context.session.workspace()), input)),
  ),
};
