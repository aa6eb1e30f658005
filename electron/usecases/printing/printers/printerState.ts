import type { PrinterView } from '../../../../shared/contracts/printing.ts';
import type { PrinterState, PrinterWhy } from '../../../../shared/domain/printing/printer.ts';
import { plainPrinterName } from '../../../../shared/domain/printing/printerAddress.ts';
import { isPrinted, type PrintJobState } from '../../../../shared/domain/printing/printJob.ts';
import { printerWay, printerWays } from '../../../printers/transports/index.ts';
import type { Printer } from '../../../store/schema.ts';
import { readSettings } from '../../workspace/settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { openPrinter, profileOf, readProfile } from './openPrinter.ts';

/** The last answer of device or spooler. */
export interface ProbedPrinter {
  readonly state: PrinterState;
  readonly source: 'device' | 'spooler' | 'address';
  /** UTC ms. */
  readonly askedAt: number;
}

/** The last labels this printer was given. */
interface LastLabel {
  /** null: none may have been printed yet. */
  readonly state: PrintJobState | null;
  /** UTC ms: when it was sent or settled. */
  readonly at: number;
  /** UTC ms: when it last refused a label; null: never. */
  readonly refusedAt: number | null;
}

type PrinterReport = Pick<PrinterView, 'state' | 'why' | 'askedAt'>;

/**
 * Combines device, spooler and last label. A named fault is shown as it is; where two sources contradict each other the state is unknown,
 * and *ready* is shown only when nothing contradicts it.
 */
export function combinePrinterState(probed: ProbedPrinter | null, last: LastLabel | null): PrinterReport {
  if (probed === null) return { state: 'unknown', why: 'never-asked', askedAt: null };
  const { state, source, askedAt } = probed;
  const report = (shown: PrinterState, why: PrinterWhy): PrinterReport => ({ state: shown, why, askedAt });
  if (source === 'address') return report('error', 'address-invalid');
  const says = source === 'spooler' ? 'spooler-says' : 'device-says';
  switch (state) {
    case 'unknown':
      // Several printers do not answer with the head open or the paper out.
      return report('unknown', 'silent');
    case 'offline':
      if (last !== null && isPrinted(last.state) && last.at > askedAt) return report('unknown', 'disagrees');
      return report('offline', source === 'device' ? 'unreachable' : says);
    case 'ready':
    case 'busy':
      // It has not taken a label since that answer.
      if ((last?.refusedAt ?? 0) > askedAt) return report('unknown', 'disagrees');
      if (state === 'busy') return report(state, says);
      return last?.state === 'unsure' ? report('unknown', 'disagrees') : report('ready', says);
    default:
      return report(state, says);
  }
}

/** Asks one printer how it is. */
export async function probePrinter(workspace: Workspace, uri: string): Promise<ProbedPrinter> {
  const printer = openPrinter(workspace, uri);
  if (!printer.ok) return { state: 'error', source: 'address', askedAt: workspace.clock.now() };
  const { transport, target } = printer.value;
  const state = await transport.probe(target);
  return { state, source: printerWay(transport.id)?.stateFrom ?? 'device', askedAt: workspace.clock.now() };
}

/** The state of a printer, asked only if it is known to answer, or where asking reaches no device: others may print the question. */
export async function stateIfAnswering(workspace: Workspace, uri: string): Promise<PrinterState> {
  const printer = openPrinter(workspace, uri);
  const way = printer.ok ? printerWay(printer.value.transport.id) : undefined;
  const { answersStatus } = await readProfile(workspace.store.read, uri);
  const mayAsk = answersStatus || way?.keepsFiles === true || way?.stateFrom === 'spooler';
  return mayAsk ? combinePrinterState(await probePrinter(workspace, uri), null).state : 'unknown';
}

/** The state of one printer from device, spooler and last label together. */
export async function reportPrinter(
  { store }: Workspace,
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

/** Every printer of this workstation, and every other address with labels that wait or are unsure. */
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
    .map(
      (uri): Printer => ({ uri, name: plainPrinterName(uri, printerWays), createdAt: 0, profileJson: '{}' }),
    );
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

/** The paper an address draws for; empty: the address is invalid. */
function sizeAt(workspace: Workspace, uri: string): PrinterView['size'] {
  const printer = openPrinter(workspace, uri);
  return printer.ok ? printer.value.target.size : '';
}
