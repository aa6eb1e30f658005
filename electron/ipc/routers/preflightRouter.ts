import { runPreflight } from '../../usecases/booking/preflight/runPreflight.ts';
import { selectedOrders } from '../../usecases/orders/select.ts';
import { readPrinters } from '../../usecases/printing/printers.ts';
import { gate, unwrap } from '../gate.ts';

export const preflightRouter = {
  check: gate.preflight.check.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { selection, ...request } = input;
    const orderIds = await selectedOrders(workspace, selection);
    const printers = await readPrinters(workspace, context.session.knowledge.printerStates);
    const printerStates = new Map(printers.map(({ uri, state }) => [uri, state]));
    return unwrap(errors, await runPreflight(workspace, { ...request, orderIds, printerStates }));
  }),
};
