import type { Answered } from '../../../../shared/contracts/contract.ts';
import type { FoundPrinter, PrinterSetupView } from '../../../../shared/contracts/printers.ts';
import { placedAt, standOf } from '../../../../shared/domain/printing/placedPrinter.ts';
import type { PrinterProfile } from '../../../../shared/domain/printing/printer.ts';
import { plainPrinterName } from '../../../../shared/domain/printing/printerAddress.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { isOfficePrinter } from '../../../printers/kit/officePrinter.ts';
import { encodingsByLanguage, printerLanguage, printerLanguages } from '../../../printers/languages/index.ts';
import { printerWays } from '../../../printers/transports/index.ts';
import type { Printer } from '../../../store/schema.ts';
import { change, type Workspace } from '../../workspace/workspace.ts';
import { deviceOf, openPrinter, profileOf, readProfile } from './openPrinter.ts';
import { combinePrinterState, probePrinter } from './printerState.ts';
import { addPrinter } from './printers.ts';

/** One printer with all its settings; an address that was never added shows the defaults. */
export async function readPrinterSetup(
  workspace: Workspace,
  asked: string,
): Promise<Outcome<PrinterSetupView>> {
  const uri = placedAt(workspace.workstation, asked);
  const printer = openPrinter(workspace, uri);
  if (!printer.ok) return printer;
  const { language, dpi, size, encoding } = printer.value.target;
  const row = await workspace.store.read.printers.byUri(uri);
  const known = printerLanguage(language);
  const encodings = known?.encodings ?? [];
  return done({
    uri,
    name: row?.name ?? plainPrinterName(uri, printerWays),
    language,
    dpi,
    size,
    can: { density: false, speed: false, gap: false, ...known?.settings },
    encodings:
      encoding === undefined ? [...encodings] : [encoding, ...encodings.filter((one) => one !== encoding)],
    profile: await readProfile(workspace.store.read, uri),
  });
}

/** Names and sets a printer; a new one is added first. The backup printer must print the same size. */
export async function savePrinterSetup(
  workspace: Workspace,
  { uri, name, profile }: { uri: string; name: string; profile: Partial<PrinterProfile> },
): Promise<Outcome<PrinterSetupView>> {
  const printer = openPrinter(workspace, uri);
  if (!printer.ok) return printer;
  const { encoding } = profile;
  if (encoding !== undefined && encoding !== null) {
    const { language } = printer.value.target;
    if (printerLanguage(language)?.encodings.includes(encoding) !== true)
      return failure('PRINTER_ENCODING_UNKNOWN', { language, encodings: encodingsByLanguage });
  }
  if (profile.backupUri !== undefined && profile.backupUri !== '') {
    const backup = openPrinter(workspace, profile.backupUri);
    if (!backup.ok) return backup;
    const { size } = printer.value.target;
    if (backup.value.target.size !== size)
      return failure('PRINTER_MEDIA_MISMATCH', { loaded: backup.value.target.size, wanted: size });
  }
  const added = await addPrinter(workspace, { uri, name });
  if (!added.ok) return added;
  await patchProfile(workspace, placedAt(workspace.workstation, uri), profile);
  return readPrinterSetup(workspace, uri);
}

/** A roll belongs to the device, under any of its addresses. false: this printer was never added. */
export function patchProfile(
  workspace: Workspace,
  uri: string,
  patch: Partial<PrinterProfile>,
): Promise<boolean> {
  return change(workspace, ['settings', 'status', 'printJobs'], async (write) => {
    const row = await write.printers.byUri(uri);
    if (row === undefined) return false;
    if (patch.isPaused === false) await write.jobs.hastenLane(uri, 'print', workspace.clock.now());
    const put = (to: Printer, part: Partial<PrinterProfile>) =>
      write.printers.setProfile(to.uri, JSON.stringify({ ...profileOf(to.profileJson), ...part }));
    if (patch.loadedSize !== undefined)
      for (const other of await write.printers.all())
        if (other.uri !== uri && deviceOf(other.uri) === deviceOf(uri))
          await put(other, { loadedSize: patch.loadedSize });
    return put(row, patch);
  });
}

/** What the person reads off the ruler sheet becomes the offset: a paper edge at 3 mm moves the picture 3 mm in. */
export async function calibratePrinter(
  workspace: Workspace,
  { uri, leftTenthMm, topTenthMm }: { uri: string; leftTenthMm: number; topTenthMm: number },
): Promise<Outcome<PrinterSetupView>> {
  const isKnown = await patchProfile(workspace, uri, {
    offsetXTenthMm: leftTenthMm,
    offsetYTenthMm: topTenthMm,
  });
  return isKnown ? readPrinterSetup(workspace, uri) : failure('PRINTER_NOT_SET_UP');
}

const isSameOrWithOptions = (uri: string, found: string): boolean =>
  uri === found || uri.startsWith(`${found}?`);

/** Printers this computer knows. The network is never searched: a person gives the address of a network printer. */
export async function findPrinters(workspace: Workspace): Promise<Answered<'printerSetup', 'find'>> {
  const known = await workspace.store.read.printers.all();
  const printers: FoundPrinter[] = [];
  const unavailable: { transport: string; code: string }[] = [];
  for (const { id, discover } of workspace.transports) {
    if (discover === undefined) continue;
    const found = await discover();
    if (!found.ok) unavailable.push({ transport: id, code: found.code });
    else
      printers.push(
        ...found.value.map(({ model = '', ...printer }) => ({
          ...printer,
          isOffice: printer.kind === 'spooler' ? isOfficePrinter(printer.name, model) : null,
          isKnown: known.some(({ uri }) => isSameOrWithOptions(standOf(uri).address, printer.uri)),
        })),
      );
  }
  return { printers, unavailable };
}

/** Asks the address a person gave, in its own language first, then in the others. Nothing is printed. */
export async function probeAddress(
  workspace: Workspace,
  uri: string,
): Promise<Answered<'printerSetup', 'probe'>> {
  const startedAt = workspace.clock.now();
  const printer = openPrinter(workspace, uri);
  const probed = await probePrinter(workspace, uri);
  const { state, why } = combinePrinterState(probed, null);
  const isReachable = printer.ok && state !== 'offline';
  const languages: string[] = [];
  if (printer.ok && isReachable) {
    const { target, transport } = printer.value;
    const others = printerLanguages.map(({ id }) => id).filter((id) => id !== target.language);
    for (const language of [target.language, ...others]) {
      const answer = language === target.language ? state : await transport.probe({ ...target, language });
      if (answer !== 'unknown' && answer !== 'offline') languages.push(language);
    }
  }
  return {
    isReachable,
    state,
    why,
    answersStatus: printer.ok && languages[0] === printer.value.target.language,
    languages,
    errorCode: printer.ok ? (isReachable ? '' : 'PRINTER_UNREACHABLE') : printer.code,
    durationMs: workspace.clock.now() - startedAt,
  };
}
