import { readStatus } from '../../usecases/readStatus.ts';
import { gate, valueOf } from '../gate.ts';

export const statusRouter = {
  get: gate.status.get.handler(async ({ context, errors }) =>
    readStatus(valueOf(errors, context.session.workspace()), context.session.knowledge),
  ),
  changes: gate.status.changes.handler(({ context, signal }) => context.session.changes.subscribe(signal)),
};
