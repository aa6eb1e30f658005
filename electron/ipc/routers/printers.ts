import type { PrinterProfile } from '../../../shared/domain/printer.ts';
import {
  calibratePrinter,
  findPrinters,
  probeAddress,
  readPrinterSetup,
  savePrinterSetup,
} from '../../usecases/printing/printerSetup.ts';
import { printSetupSheet } from '../../usecases/printing/setupSheet.ts';
import { gate, unwrap } from '../gate.ts';

export const printerSetupRouter = {
  find: gate.printerSetup.find.handler(({ context, errors }) =>
    findPrinters(unwrap(errors, context.session.workspace())),
  ),
  probe: gate.printerSetup.probe.handler(({ context, input, errors }) =>
    probeAddress(unwrap(errors, context.session.workspace()), input.uri),
  ),
  get: gate.printerSetup.get.handler(async ({ context, input, errors }) =>
    unwrap(errors, await readPrinterSetup(unwrap(errors, context.session.workspace()), input.uri)),
  ),
  save: gate.printerSetup.save.handler(async ({ context, input, errors }) =>
    unwrap(
      errors,
      await savePrinterSetup(unwrap(errors, context.session.workspace()), {
        ...input,
        profile: input.profile as Partial<PrinterProfile>,
      }),
    ),
  ),
  print: gate.printerSetup.print.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const outcome = await printSetupSheet(workspace, {
      ...input,
      profile: (input.profile ?? {}) as Partial<PrinterProfile>,
    });
    return { ok: outcome.ok, errorCode: outcome.ok ? '' : outcome.code };
  }),
  calibrate: gate.printerSetup.calibrate.handler(async ({ context, input, errors }) =>
    unwrap(errors, await calibratePrinter(unwrap(errors, context.session.workspace()), input)),
  ),
};
