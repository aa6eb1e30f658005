import type { PrinterProfile } from '../../../shared/domain/printer.ts';
import { readPrinterKinds } from '../../printers/printerKinds.ts';
import {
  calibratePrinter,
  findPrinters,
  probeAddress,
  readPrinterSetup,
  savePrinterSetup,
} from '../../usecases/printing/printerSetup.ts';
import { printSetupSheet } from '../../usecases/printing/setupSheet.ts';
import { does, opened, unwrap } from '../gate.ts';

const printerSetupRouter = {
  kinds: opened.printerSetup.kinds.handler(readPrinterKinds),
  find: opened.printerSetup.find.handler(({ context: { workspace } }) => findPrinters(workspace)),
  probe: opened.printerSetup.probe.handler(({ context: { workspace }, input }) =>
    probeAddress(workspace, input.uri),
  ),
  get: opened.printerSetup.get.handler(async ({ context: { workspace }, input }) =>
    unwrap(await readPrinterSetup(workspace, input.uri)),
  ),
  save: opened.printerSetup.save.handler(async ({ context: { workspace }, input }) =>
    unwrap(
      await savePrinterSetup(workspace, {
        ...input,
        profile: input.profile as Partial<PrinterProfile>,
      }),
    ),
  ),
  print: opened.printerSetup.print.handler(async ({ context: { workspace }, input }) => {
    const outcome = await printSetupSheet(workspace, {
      ...input,
      profile: (input.profile ?? {}) as Partial<PrinterProfile>,
    });
    return { ok: outcome.ok, errorCode: outcome.ok ? '' : outcome.code };
  }),
  calibrate: opened.printerSetup.calibrate.handler(does(calibratePrinter)),
};

export const printersRouters = { printerSetup: printerSetupRouter };
