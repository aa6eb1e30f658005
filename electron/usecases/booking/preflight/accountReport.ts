import type { Party } from '../../../../shared/domain/party.ts';
import { openAccount } from '../../accounts/openAccount.ts';
import type { Settings } from '../../workspace/settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { accountFindings } from './accountFindings.ts';
import { balanceFinding } from './balanceFinding.ts';
import type { BatchLane } from './batchLanes.ts';
import { type Finding, trouble } from './finding.ts';
import { orderFindings } from './orderFindings.ts';

export type Verdict = 'go' | 'look' | 'stop';

/** One account of a batch: may its share go? */
export interface AccountReport {
  readonly accountId: string;
  readonly accountName: string;
  readonly verdict: Verdict;
  /** Orders that would go with it, and those of them that would be booked. */
  readonly orders: number;
  readonly bookable: number;
  readonly expectedSeconds: number;
  readonly findings: Finding[];
}

export interface AccountShare {
  readonly accountId: string;
  readonly lanes: readonly BatchLane[];
  readonly settings: Settings;
  readonly sender: Party | null;
  readonly mayAsk: boolean;
}

/** Looks at one account and at the orders that would go with it: go-live, health, balance, reach, texts, queue. */
export async function accountReport(
  workspace: Workspace,
  { accountId, lanes, settings, sender, mayAsk }: AccountShare,
): Promise<AccountReport> {
  const opened = await openAccount(workspace, accountId);
  const more = lanes.reduce((sum, lane) => sum + lane.more, 0);
  const orders = lanes.reduce((sum, lane) => sum + lane.orders.length, more);
  if (!opened.ok) {
    const findings = [trouble('account', 'stop', opened.code, opened.params)];
    const nothing = { bookable: 0, expectedSeconds: 0, orders, findings };
    return { accountId, accountName: '', verdict: 'stop', ...nothing };
  }
  const { health, findings } = await accountFindings(workspace, accountId);
  const looked =
    sender === null
      ? { findings: [], bookable: 0, carriers: [] }
      : await orderFindings(workspace, {
          lanes,
          opened: opened.value,
          defaultCarrier: settings.defaultCarrier,
          sender,
        });
  const bookable = sender === null ? 0 : looked.bookable + more;
  const balance = await balanceFinding(workspace, {
    opened: opened.value,
    carriers: looked.carriers,
    wanted: bookable,
    mayAsk,
    settings,
  });
  const found = [...findings, ...looked.findings, balance];
  return {
    accountId,
    accountName: opened.value.row.name,
    verdict: verdictOf(found),
    orders,
    bookable,
    expectedSeconds: Math.ceil(((health?.counts.waiting ?? 0) + bookable) / (health?.rate.perSecond ?? 1)),
    findings: found,
  };
}

export function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.some(({ state }) => state === 'stop')) return 'stop';
  return findings.some(({ state }) => state === 'warn') ? 'look' : 'go';
}
