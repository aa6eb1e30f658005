import type { Party } from '../../../shared/domain/party.ts';
import { type PreflightName, preflightNames } from '../../../shared/domain/preflight.ts';
import { done, type Outcome } from '../../../shared/errors/outcome.ts';
import type { PrinterState } from '../../printers/kit/printerTransport.ts';
import type { OrdersTable } from '../../store/schema.ts';
import { openAccount } from '../openAccount.ts';
import { readSettings } from '../settings.ts';
import type { Workspace } from '../workspace.ts';
import { accountFindings } from './accountFindings.ts';
import { balanceFinding } from './balanceFinding.ts';
import { deskFindings } from './deskFindings.ts';
import { type Finding, fine, trouble } from './finding.ts';
import { orderFindings } from './orderFindings.ts';

export interface PreflightRequest {
  readonly orderIds: readonly string[];
  readonly accountId: string;
  readonly carrier: string;
  readonly printerUri: string | null;
  /** null: the sender of Settings. */
  readonly sender?: Party | null;
  /** Platform and printer may be asked now; false: only what is known. */
  readonly mayAsk: boolean;
  readonly printerStates?: ReadonlyMap<string, PrinterState>;
  /** Orders that are still in their file, for a run that stores nothing. */
  readonly alsoExpected?: number;
}

export interface PreflightReport {
  readonly verdict: 'go' | 'look' | 'stop';
  readonly orders: number;
  readonly bookable: number;
  readonly expectedSeconds: number;
  readonly checkedAt: number;
  readonly findings: Finding[];
}

/** Looks at everything a batch depends on before it goes out. Books, prints and changes nothing. */
export async function runPreflight(
  workspace: Workspace,
  request: PreflightRequest,
): Promise<Outcome<PreflightReport>> {
  const opened = await openAccount(workspace, request.accountId);
  if (!opened.ok) return opened;
  const settings = await readSettings(workspace);
  const sender = request.sender ?? settings.sender;
  const more = request.alsoExpected ?? 0;
  const orders = await readyOrders(workspace, request.orderIds);
  const account = await accountFindings(workspace, request.accountId);
  const looked =
    sender === null
      ? { findings: [], bookable: 0, carriers: [] }
      : await orderFindings(workspace, {
          orders,
          opened: opened.value,
          carrier: request.carrier,
          defaultCarrier: settings.defaultCarrier,
          sender,
        });
  const bookable = looked.bookable + more;
  const carriers = more > 0 ? [request.carrier || settings.defaultCarrier] : looked.carriers;
  const { mayAsk, printerUri } = request;
  // Until it is unlocked an account makes no call to the real address, not even a question.
  const mayAskPlatform = mayAsk && account.health?.lock !== 'locked';
  const findings = [
    sender === null ? trouble('sender', 'stop', 'SENDER_MISSING') : fine('sender'),
    ...account.findings,
    ...looked.findings,
    await balanceFinding(workspace, {
      opened: opened.value,
      carriers,
      wanted: bookable,
      mayAsk: mayAskPlatform,
      settings,
    }),
    ...(await deskFindings(workspace, {
      printerUri,
      labels: bookable,
      states: request.printerStates ?? new Map(),
      mayAsk,
      settings,
    })),
  ];
  const perSecond = account.health?.rate.perSecond ?? 1;
  return done({
    verdict: verdictOf(findings),
    orders: orders.length + more,
    bookable,
    expectedSeconds: Math.ceil(((account.health?.counts.waiting ?? 0) + bookable) / perSecond),
    checkedAt: workspace.clock.now(),
    findings: findings.sort((left, right) => place(left.name) - place(right.name)),
  });
}

function place(name: PreflightName): number {
  return preflightNames.indexOf(name);
}

function verdictOf(findings: readonly Finding[]): PreflightReport['verdict'] {
  if (findings.some(({ state }) => state === 'stop')) return 'stop';
  return findings.some(({ state }) => state === 'warn') ? 'look' : 'go';
}

async function readyOrders(workspace: Workspace, ids: readonly string[]): Promise<OrdersTable[]> {
  const ready: OrdersTable[] = [];
  for (let start = 0; start < ids.length; start += 500) {
    const orders = await workspace.store.read.orders.byIds(ids.slice(start, start + 500));
    ready.push(...orders.filter((order) => order.state === 'ready'));
  }
  return ready;
}
