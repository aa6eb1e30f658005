import type { PrinterRow } from '../../../../shared/contracts/settings.ts';
import { isAtHand, placedAt, standOf } from '../../../../shared/domain/printing/placedPrinter.ts';
import { done, type Failure, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { Repositories } from '../../../store/store.ts';
import { recordAct } from '../../operators/acts.ts';
import { changeSettings, readSettings } from '../../workspace/settings.ts';
import { tryChange, type Workspace } from '../../workspace/workspace.ts';
import { openPrinter, readProfile } from './openPrinter.ts';
import { type ProbedPrinter, reportPrinter } from './printerState.ts';

export async function readPrinters(
  workspace: Workspace,
  probes: ReadonlyMap<string, ProbedPrinter>,
): Promise<PrinterRow[]> {
  const { defaultPrinterUri } = await readSettings(workspace);
  const printers = await workspace.store.read.printers.all();
  const rows: PrinterRow[] = [];
  for (const { uri, name } of printers) {
    const { state } = await reportPrinter(workspace, uri, probes.get(uri));
    rows.push({ uri, name, state, isDefault: uri === defaultPrinterUri });
  }
  return rows;
}

/** Adds a printer; the first one becomes the default. */
export async function addPrinter(
  workspace: Workspace,
  asked: { readonly uri: string; readonly name: string },
): Promise<Outcome<null>> {
  const printer = { ...asked, uri: placedAt(workspace.workstation, asked.uri) };
  const opened = openPrinter(workspace, printer.uri);
  if (!opened.ok) return opened;
  const added = await tryChange(workspace, [], async (write): Promise<Outcome<null>> => {
    const taken = await nameTaken(workspace, write, printer);
    if (taken !== null) return taken;
    // Another address of a known device: the same roll is in it.
    const { loadedSize } = await readProfile(write, printer.uri);
    const profileJson = loadedSize === '' ? '{}' : JSON.stringify({ loadedSize });
    await write.printers.put({ ...printer, createdAt: workspace.clock.now(), profileJson });
    await recordAct(workspace, write, { kind: 'printer-saved', what: printer.name });
    return done(null);
  });
  if (!added.ok) return added;
  if ((await readSettings(workspace)).defaultPrinterUri === null)
    await changeSettings(workspace, { defaultPrinterUri: printer.uri });
  workspace.changed('settings', 'status');
  return done(null);
}

/** As they are read aloud: in full or half width, in capitals or not. */
const spoken = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/**
 * Two printers of one bench under one name: a label sent to the name would be refused, and in a list nobody could tell them apart. One
 * that has its name already keeps it.
 */
async function nameTaken(
  { workstation }: Pick<Workspace, 'workstation'>,
  { printers }: Pick<Repositories, 'printers'>,
  { uri, name }: { readonly uri: string; readonly name: string },
): Promise<Failure | null> {
  const known = await printers.all();
  if (known.some((printer) => printer.uri === uri && printer.name === name)) return null;
  const other = known.find(
    (printer) =>
      printer.uri !== uri && isAtHand(workstation, printer.uri) && spoken(printer.name) === spoken(name),
  );
  return other === undefined
    ? null
    : failure('PRINTER_NAME_TAKEN', { name: other.name, place: standOf(other.uri).address });
}

export async function removePrinter(workspace: Workspace, uri: string): Promise<void> {
  await workspace.store.write(async (write) => {
    const printer = await write.printers.byUri(uri);
    await write.printers.remove(uri);
    if (printer !== undefined)
      await recordAct(workspace, write, { kind: 'printer-removed', what: printer.name });
  });
  if ((await readSettings(workspace)).defaultPrinterUri === uri)
    await changeSettings(workspace, { defaultPrinterUri: null });
  workspace.changed('settings', 'status');
}
