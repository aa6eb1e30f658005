import { loadPaperRoll, readPaperRolls } from '../../usecases/printing/paperRolls.ts';
import { gate, unwrap } from '../gate.ts';

export const paperRouter = {
  rolls: gate.paper.rolls.handler(({ context, errors }) =>
    readPaperRolls(unwrap(errors, context.session.workspace())),
  ),
  load: gate.paper.load.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    unwrap(errors, await loadPaperRoll(workspace, input));
    return readPaperRolls(workspace);
  }),
};
