import { moveWaiting, readRunProgress, stopRun } from '../../usecases/booking/run.ts';
import { gate, unwrap } from '../gate.ts';

export const runRouter = {
  progress: gate.run.progress.handler(({ context, input, errors }) =>
    readRunProgress(unwrap(errors, context.session.workspace()), input.since),
  ),
  stop: gate.run.stop.handler(async ({ context, input, errors }) => ({
    stopped: await stopRun(unwrap(errors, context.session.workspace()), input.since),
  })),
  moveWaiting: gate.run.moveWaiting.handler(async ({ context, input, errors }) => {
    const moved = unwrap(errors, await moveWaiting(unwrap(errors, context.session.workspace()), input));
    context.session.wake();
    return { ...moved };
  }),
};
