import { printersContracts } from '../../../shared/contracts/printers.ts';
import { definedIn } from '../../../shared/rules/typedRecord.ts';
import { readPrinterKinds } from '../../printers/printerKinds.ts';
import {
  calibratePrinter,
  findPrinters,
  probeAddress,
  readPrinterSetup,
  savePrinterSetup,
} from '../../usecases/printing/printers/printerSetup.ts';
import { printSetupSheet } from '../../usecases/printing/printers/setupSheet.ts';
import { does, gateOf } from '../gate.ts';

const { onWorkspace } = gateOf(printersContracts);

const printerSetupRouter = onWorkspace('printerSetup', {
  kinds: readPrinterKinds,
  find: findPrinters,
  probe: (workspace, { uri }) => probeAddress(workspace, uri),
  get: does((workspace, { uri }) => readPrinterSetup(workspace, uri)),
  save: does((workspace, { profile, ...printer }) =>
    savePrinterSetup(workspace, { ...printer, profile: definedIn(profile) }),
  ),
  async print(workspace, { profile = {}, ...sheet }) {
    const request = { ...sheet, profile: definedIn(profile) };
    const outcome = await printSetupSheet(workspace, request);
    return { ok: outcome.ok, errorCode: outcome.ok ? '' : outcome.code };
  },
  calibrate: does(calibratePrinter),
});

export const printersRouters = { printerSetup: printerSetupRouter };
