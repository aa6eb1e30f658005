import type { FoundPrinter } from '../../../shared/contracts/printers.ts';
import type { PrinterState, PrinterWhy } from '../../../shared/domain/printer.ts';
import { printerLanguages } from '../../printers/languages/index.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { combinePrinterState } from './combinePrinterState.ts';
import { openPrinter } from './openPrinter.ts';
import { probePrinter } from './printerViews.ts';

export interface FoundPrinters {
  readonly printers: FoundPrinter[];
  readonly unavailable: { readonly transport: string; readonly code: string }[];
}

/** Printers this computer knows. The network is never searched: a person gives the address of a network printer. */
export async function findPrinters(workspace: Workspace): Promise<FoundPrinters> {
  const known = await workspace.store.read.printers.all();
  const printers: FoundPrinter[] = [];
  const unavailable: FoundPrinters['unavailable'] = [];
  for (const { id, discover } of workspace.transports) {
    if (discover === undefined) continue;
    const found = await discover();
    if (!found.ok) unavailable.push({ transport: id, code: found.code });
    else
      printers.push(
        ...found.value.map((printer) => ({
          ...printer,
          isKnown: known.some(({ uri }) => uri === printer.uri || uri.startsWith(`${printer.uri}?`)),
        })),
      );
  }
  return { printers, unavailable };
}

export interface ProbedAddress {
  readonly isReachable: boolean;
  readonly state: PrinterState;
  readonly why: PrinterWhy;
  readonly answersStatus: boolean;
  readonly languages: string[];
  readonly errorCode: string;
  readonly durationMs: number;
}

/** Asks one address a person gave, in its own language first, then in the others. Nothing is printed. */
export async function probeAddress(workspace: Workspace, uri: string): Promise<ProbedAddress> {
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
