import { join } from 'node:path';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { PrinterTarget, PrinterTransport } from '../../printers/kit/printerTransport.ts';
import { parsePrinterUri } from '../../printers/parsePrinterUri.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface OpenPrinter {
  readonly target: PrinterTarget;
  readonly transport: PrinterTransport;
}

/** Finds the transport a printer URI names. `virtual:` without a folder prints into the workspace's own. */
export function openPrinter(
  { folder, transports }: Pick<Workspace, 'folder' | 'transports'>,
  uri: string,
): Outcome<OpenPrinter> {
  const target = parsePrinterUri(uri, { virtualFolder: virtualPrinterFolder(folder) });
  if (!target.ok) return target;
  const transport = transports.find((candidate) => candidate.id === target.value.transport);
  if (transport === undefined)
    return failure('PRINTER_TRANSPORT_UNAVAILABLE', { transport: target.value.transport });
  return done({ target: target.value, transport });
}

export function virtualPrinterFolder(workspaceFolder: string): string {
  return join(workspaceFolder, 'labels');
}
