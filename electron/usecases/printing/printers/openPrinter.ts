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
 * Finds the transport a printer URI names. `virtual:` without a folder prints into the workspace's own. Of one that stands at another
 * workstation it is known what it prints; nothing is sent to it from here.
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

/** Nobody knows what was set: nothing is printed with other settings before a person has looked and let it go on. */
const unreadableProfile: PrinterProfile = { ...defaultPrinterProfile, isPaused: true };

/** Settings as they lie in the store; what was never set has its default. */
export function profileOf(json: string): PrinterProfile {
  return printerProfileJson.readOr(json, unreadableProfile);
}

/** The device behind an address: language, resolution and size are how it is spoken to, not which it is. */
export const deviceOf = (uri: string): string => uri.replace(/\?[^?/\\]*=[^?]*$/, '').toLowerCase();

/**
 * A printer nobody added (an address on the command line) has the defaults, and the paper that somebody said lies in the
 * same device under another address.
 */
export async function readProfile({ printers }: Repositories, uri: string): Promise<PrinterProfile> {
  const all = await printers.all();
  const row = all.find((known) => known.uri === uri);
  if (row !== undefined) return profileOf(row.profileJson);
  const same = all.find((known) => deviceOf(known.uri) === deviceOf(uri));
  if (same === undefined) return defaultPrinterProfile;
  return { ...defaultPrinterProfile, loadedSize: profileOf(same.profileJson).loadedSize };
}
