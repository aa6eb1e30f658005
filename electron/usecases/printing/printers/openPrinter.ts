import { join } from 'node:path';
import { isAtHand, standOf } from '../../../../shared/domain/printing/placedPrinter.ts';
import { defaultPrinterProfile, type PrinterProfile } from '../../../../shared/domain/printing/printer.ts';
import {
  didNotHappen,
  done,
  failure,
  type Outcome,
  unknownOutcome,
} from '../../../../shared/errors/outcome.ts';
import type { PrinterTarget, PrinterTransport } from '../../../printers/kit/printerTransport.ts';
import { parsePrinterUri } from '../../../printers/parsePrinterUri.ts';
import { printerProfileJson } from '../../../store/printing/printJson.ts';
import type { Repositories } from '../../../store/store.ts';
import type { Workspace } from '../../workspace/workspace.ts';

export interface OpenPrinter {
  readonly target: PrinterTarget;
  readonly transport: PrinterTransport;
}

/**
 * Finds the transport of a printer URI. `virtual:` without a folder prints into the workspace's own. For a printer of another workstation
 * its language is known; nothing is sent to it from here.
 */
export function openPrinter(
  { folder, transports, workstation }: Workspace,
  uri: string,
): Outcome<OpenPrinter> {
  const target = parsePrinterUri(standOf(uri).address, { virtualFolder: join(folder, 'labels') });
  if (!target.ok) return target;
  const transport = transports.find((candidate) => candidate.id === target.value.transport);
  if (transport === undefined)
    return failure('PRINTER_TRANSPORT_UNAVAILABLE', { transport: target.value.transport });
  return done({
    target: target.value,
    transport: isAtHand(workstation, uri) ? transport : elsewhere(transport),
  });
}

const elsewhere = ({ id }: PrinterTransport): PrinterTransport => ({
  id,
  send: async () => didNotHappen('PRINTER_ELSEWHERE'),
  find: async () => unknownOutcome('PRINTER_INTERRUPTED'),
  probe: async () => 'unknown',
});

/** The settings cannot be read: nothing is printed with others before a person has checked them. */
const unreadableProfile: PrinterProfile = { ...defaultPrinterProfile, isPaused: true };

/** The stored settings, with defaults for those that were never set. */
export function profileOf(json: string): PrinterProfile {
  return printerProfileJson.readOr(json, unreadableProfile);
}

/** The device of an address: language, resolution and size are parameters, not identity. */
export const deviceOf = (uri: string): string => uri.replace(/\?[^?/\\]*=[^?]*$/, '').toLowerCase();

/**
 * A printer that was never added (an address on the command line) has the defaults, and the paper set for the same device under another
 * address.
 */
export async function readProfile({ printers }: Repositories, uri: string): Promise<PrinterProfile> {
  const all = await printers.all();
  const row = all.find((known) => known.uri === uri);
  if (row !== undefined) return profileOf(row.profileJson);
  const same = all.find((known) => deviceOf(known.uri) === deviceOf(uri));
  if (same === undefined) return defaultPrinterProfile;
  return { ...defaultPrinterProfile, loadedSize: profileOf(same.profileJson).loadedSize };
}
