import type { PreflightAccount } from '../../../../shared/contracts/booking.ts';
import type { Answered } from '../../../../shared/contracts/contract.ts';
import { type PreflightName, preflightNames } from '../../../../shared/domain/booking.ts';
import type { Party } from '../../../../shared/domain/party.ts';
import { routedPrinterUri } from '../../../../shared/domain/printing/printer.ts';
import type { ErrorCode } from '../../../../shared/errors/catalogue.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { PrinterState } from '../../../printers/kit/printerTransport.ts';
import type { Order } from '../../../store/schema.ts';
import { whyNoAccount } from '../../accounts/accounts.ts';
import { openAccount } from '../../accounts/openAccount.ts';
import { choosePrinterOrNone } from '../../printing/printers/choosePrinter.ts';
import { openPrinter } from '../../printing/printers/openPrinter.ts';
import { readSettings, type Settings } from '../../workspace/settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { accountReport, clockFinding, verdictOf } from './accountReport.ts';
import { type BatchLanes, type BatchRequest, batchLanes } from './batchLanes.ts';
import { type Finding, fine, joinFindings, notKnown, trouble } from './finding.ts';
import { duplicatesFinding, shipByFinding } from './orderFindings.ts';

interface PreflightRequest extends BatchRequest {
  readonly printerUri: string | null;
  /** null: the sender of Settings. */
  readonly sender?: Party | null;
  /** Platforms and printer may be asked now; false: only what is known. */
  readonly mayAsk: boolean;
  readonly printerStates?: ReadonlyMap<string, PrinterState>;
}

export type PreflightReport = Answered<'preflight', 'check'>;

/**
 * Looks at everything a batch depends on before it goes out: at each account that a person or the rules chose, and at
 * what they share. Books, prints and changes nothing.
 */
export async function runPreflight(
  workspace: Workspace,
  request: PreflightRequest,
): Promise<Outcome<PreflightReport>> {
  const printer = await choosePrinterOrNone(workspace, request.printerUri);
  if (!printer.ok) return printer;
  if (request.accountId !== null) {
    const named = await openAccount(workspace, request.accountId);
    if (!named.ok) return named;
  }
  const settings = await readSettings(workspace);
  const chosenSender = request.sender ?? null;
  const sender = chosenSender === null && settings.sender === null ? null : { asked: chosenSender, settings };
  const batch = await batchLanes(workspace, request);
  if (batch.lanes.size === 0 && batch.held === 0) {
    const why = await whyNoAccount(workspace);
    // With an account and without an order, everything else is looked at all the same.
    if (why === 'ACCOUNT_MISSING' || batch.homeless.length > 0) return failure(why);
  }
  const accounts: PreflightAccount[] = [];
  for (const [accountId, lanes] of batch.lanes)
    accounts.push(
      await accountReport(workspace, { accountId, lanes, settings, sender, mayAsk: request.mayAsk }),
    );
  const sum = (of: 'orders' | 'bookable') => accounts.reduce((total, account) => total + account[of], 0);
  const { mayAsk } = request;
  const printerUri = printer.value;
  const states = request.printerStates ?? new Map<string, PrinterState>();
  const shared = [
    sender === null ? trouble('sender', 'stop', 'SENDER_MISSING') : fine('sender'),
    ...homelessFinding(batch, await whyNoAccount(workspace)),
    await clockFinding(workspace),
    await changesFinding(workspace, ordersOf(batch)),
    await duplicatesFinding(workspace, ordersOf(batch)),
    shipByFinding(ordersOf(batch), workspace.clock.now()),
    ...(await deskFindings(workspace, { printerUri, labels: sum('bookable'), states, mayAsk, settings })),
  ];
  const findings = joinFindings([shared, ...accounts.map((account) => account.findings)]);
  return done({
    verdict: verdictOf(findings),
    orders: sum('orders') + batch.held + batch.homeless.length,
    bookable: sum('bookable'),
    // Accounts work beside each other.
    expectedSeconds: Math.max(0, ...accounts.map(({ expectedSeconds }) => expectedSeconds)),
    checkedAt: workspace.clock.now(),
    findings: inOrder(findings),
    accounts: accounts.map((account) => ({ ...account, findings: inOrder(account.findings) })),
  });
}

/** A newer file says something else of them, and they would go out as they were. */
async function changesFinding({ store }: Workspace, orders: readonly Order[]): Promise<Finding> {
  const changed = new Set(await store.read.orderChanges.pendingOrderIds());
  const orderNos = orders.filter(({ id }) => changed.has(id)).map(({ orderNo }) => orderNo);
  return orderNos.length === 0
    ? fine('changes')
    : trouble('changes', 'warn', 'PREFLIGHT_CHANGES', { count: orderNos.length }, orderNos);
}

/** Orders nobody would book; the others go all the same. */
function homelessFinding({ homeless }: BatchLanes, why: ErrorCode): Finding[] {
  const orderNos = homeless.map(({ orderNo }) => orderNo);
  return orderNos.length === 0 ? [] : [trouble('account', 'warn', why, {}, orderNos)];
}

function ordersOf({ lanes }: BatchLanes) {
  return [...lanes.values()].flatMap((ofAccount) => ofAccount.flatMap(({ orders }) => orders));
}

function inOrder(findings: readonly Finding[]): Finding[] {
  const place = (name: PreflightName) => preflightNames.indexOf(name);
  return [...findings].sort((left, right) => place(left.name) - place(right.name));
}

/** A label printer of this class puts out about one label a second. */
const labelsPerMinute = 60;

interface Desk {
  readonly printerUri: string | null;
  readonly labels: number;
  /** What was last known of printers. */
  readonly states: ReadonlyMap<string, PrinterState>;
  readonly mayAsk: boolean;
  readonly settings: Pick<Settings, 'labelsPerRoll'>;
}

/** Is the printer ready, and how much paper will it take? */
async function deskFindings(workspace: Workspace, desk: Desk): Promise<Finding[]> {
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

/** Of printers the rules choose among, the first that is not ready is told. */
async function routedFinding(workspace: Workspace, desk: Desk): Promise<Finding> {
  const routes = await workspace.store.read.printers.routes();
  const byDefault = await workspace.store.read.settings.get('defaultPrinterUri');
  const uris = new Set(routes.map(({ printerUri }) => printerUri));
  if (byDefault !== null) uris.add(byDefault);
  if (uris.size === 0) return trouble('printer', 'warn', 'PRINTER_ROUTE_MISSING');
  const found: Finding[] = [];
  for (const uri of uris) found.push(await printerFinding(workspace, uri, desk));
  const worst = (state: Finding['state']) => found.find((one) => one.state === state);
  return worst('warn') ?? worst('unknown') ?? (found[0] as Finding);
}

async function printerFinding(workspace: Workspace, uri: string, desk: Desk): Promise<Finding> {
  if (uri === routedPrinterUri) return routedFinding(workspace, desk);
  const { states, mayAsk } = desk;
  const printer = openPrinter(workspace, uri);
  if (!printer.ok) return trouble('printer', 'warn', printer.code, printer.params);
  const { transport, target } = printer.value;
  const state = mayAsk ? await transport.probe(target) : (states.get(uri) ?? 'unknown');
  if (state === 'unknown') return notKnown('printer');
  return state === 'ready' || state === 'busy'
    ? fine('printer', { state })
    : trouble('printer', 'warn', 'PREFLIGHT_PRINTER', { printerState: state });
}
