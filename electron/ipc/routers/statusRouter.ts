import { readStatus } from '../../usecases/workspace/status.ts';
import { gate, unwrap } from '../gate.ts';

export const statusRouter = {
  get: gate.status.get.handler(async ({ context, errors }) =>
    readStatus(unwrap(errors, context.session.workspace()), context.session.knowledge),
  ),
  changes: gate.status.changes.handler(({ context, signal }) => context.session.changes.subscribe(signal)),
};
