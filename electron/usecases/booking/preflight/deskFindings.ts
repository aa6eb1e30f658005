import type { PrinterState } from '../../../printers/kit/printerTransport.ts';
import { openPrinter } from '../../printing/openPrinter.ts';
import type { Settings } from '../../workspace/settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { type Finding, fine, notKnown, trouble } from './finding.ts';

/** A label printer of this class puts out about one label a second. */
const labelsPerMinute = 60;

export interface Desk {
  readonly printerUri: string | null;
  readonly labels: number;
  /** What was last known of printers. */
  readonly states: ReadonlyMap<string, PrinterState>;
  readonly mayAsk: boolean;
  readonly settings: Pick<Settings, 'labelsPerRoll'>;
}

/** Is the printer ready, and how much paper will it take? */
export async function deskFindings(workspace: Workspace, desk: Desk): Promise<Finding[]> {
  const { printerUri, labels, settings } = desk;
  if (printerUri === null) return [fine('printer', { state: 'none' }), fine('paper', { labels: 0 })];
  const params = {
    labels,
    rolls: Math.ceil(labels / settings.labelsPerRoll),
    minutes: Math.ceil(labels / labelsPerMinute),
  };
  const paper =
    params.rolls > 1 ? trouble('paper', 'warn', 'PREFLIGHT_PAPER', params) : fine('paper', params);
  return [await printerFinding(workspace, printerUri, desk), paper];
}

async function printerFinding(workspace: Workspace, uri: string, { states, mayAsk }: Desk): Promise<Finding> {
  const printer = openPrinter(workspace, uri);
  if (!printer.ok) return trouble('printer', 'warn', printer.code, printer.params);
  const { transport, target } = printer.value;
  const state = mayAsk ? await transport.probe(target) : (states.get(uri) ?? 'unknown');
  if (state === 'unknown') return notKnown('printer');
  return state === 'ready' || state === 'busy'
    ? fine('printer', { state })
    : trouble('printer', 'warn', 'PREFLIGHT_PRINTER', { state });
}
