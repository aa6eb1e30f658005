import type { PrinterView } from '../../../shared/contracts/printContract.ts';
import type { PrintJobState } from '../../../shared/domain/printJob.ts';
import { plainPrinterName } from '../../../shared/rules/plainPrinterName.ts';
import type { Printer } from '../../store/schema.ts';
import { readSettings } from '../workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { combinePrinterState, type PrinterReport, type ProbedPrinter } from './combinePrinterState.ts';
import { openPrinter } from './openPrinter.ts';
import { profileOf } from './printerProfiles.ts';

/** Asks one printer how it is. */
export async function probePrinter(workspace: Workspace, uri: string): Promise<ProbedPrinter> {
  const printer = openPrinter(workspace, uri);
  if (!printer.ok) return { state: 'error', source: 'address', askedAt: workspace.clock.now() };
  const { transport, target } = printer.value;
  const state = await transport.probe(target);
  return { state, source: transport.id === 'spool' ? 'spooler' : 'device', askedAt: workspace.clock.now() };
}

/** What is known of one printer by device, spooler and last label together. */
export async function reportPrinter(
  { store }: Pick<Workspace, 'store'>,
  uri: string,
  probed: ProbedPrinter | undefined,
): Promise<PrinterReport> {
  const last = await store.read.printJobs.lastSent(uri);
  return combinePrinterState(probed ?? null, {
    state: last?.state ?? null,
    at: last?.settledAt ?? last?.sentAt ?? 0,
    refusedAt: await store.read.printJobs.lastRefusedAt(uri),
  });
}

/** Every printer of this workstation, and every other address that still has labels waiting or asking. */
export async function readPrinterViews(
  workspace: Workspace,
  probes: ReadonlyMap<string, ProbedPrinter>,
): Promise<PrinterView[]> {
  const { read } = workspace.store;
  const counts = await read.printJobs.countsByPrinter();
  const open = counts.filter(({ state }) => !['accepted', 'confirmed', 'scanned', 'failed'].includes(state));
  const known = await read.printers.all();
  const strangers = [...new Set(open.map(({ printerUri }) => printerUri))]
    .filter((uri) => !known.some((printer) => printer.uri === uri))
    .map((uri): Printer => ({ uri, name: plainPrinterName(uri), createdAt: 0, profileJson: '{}' }));
  const { defaultPrinterUri } = await readSettings(workspace);
  const views: PrinterView[] = [];
  for (const printer of [...known, ...strangers]) {
    const { uri, name } = printer;
    const profile = profileOf(printer.profileJson);
    const last = await read.printJobs.lastSent(uri);
    const sum = (...states: PrintJobState[]) =>
      counts
        .filter(({ printerUri, state }) => printerUri === uri && states.includes(state))
        .reduce((total, row) => total + row.total, 0);
    views.push({
      uri,
      name,
      isDefault: uri === defaultPrinterUri,
      ...(await reportPrinter(workspace, uri, probes.get(uri))),
      isPaused: profile.isPaused,
      backupUri: profile.backupUri,
      size: sizeAt(workspace, uri),
      loadedSize: profile.loadedSize,
      waiting: sum('waiting', 'rendering', 'sending'),
      held: sum('held'),
      unconfirmed: sum('accepted'),
      unsure: sum('unsure'),
      lastJobState: last?.state ?? '',
      lastJobAt: last?.settledAt ?? last?.sentAt ?? null,
    });
  }
  return views;
}

/** Paper an address draws for; empty: it cannot be read. */
function sizeAt(workspace: Workspace, uri: string): PrinterView['size'] {
  const printer = openPrinter(workspace, uri);
  return printer.ok ? printer.value.target.size : '';
}
