import type { PreflightAccount } from '../../../../shared/contracts/booking.ts';
import type { AccountHealth } from '../../../../shared/contracts/bookingHealth.ts';
import { type ErrorCode, isErrorCode } from '../../../../shared/errors/catalogue.ts';
import { shareOf, wantedAvailability } from '../../../insight/serviceShares.ts';
import type { Account } from '../../../store/schema.ts';
import { rememberBalance } from '../../accounts/balance.ts';
import { type OpenAccount, openAccount } from '../../accounts/openAccount.ts';
import type { Settings } from '../../workspace/settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { askPlatform } from '../callOutside.ts';
import type { SenderChoice } from '../choosing/sender.ts';
import { untriedSteps } from '../goLive/checklist.ts';
import { readBookingHealth, readClockSkew } from '../health.ts';
import type { BatchLane } from './batchLanes.ts';
import { type Finding, fine, joinFindings, notKnown, trouble } from './finding.ts';
import { orderFindings } from './orderFindings.ts';

interface AccountShare {
  readonly accountId: string;
  readonly lanes: readonly BatchLane[];
  readonly settings: Settings;
  /** null: nobody sends anything. */
  readonly sender: SenderChoice | null;
  readonly mayAsk: boolean;
}

/** Looks at one account and at the orders that would go with it: go-live, health, balance, reach, texts, queue. */
export async function accountReport(
  workspace: Workspace,
  { accountId, lanes, settings, sender, mayAsk }: AccountShare,
): Promise<PreflightAccount> {
  const opened = await openAccount(workspace, accountId);
  const more = lanes.reduce((sum, lane) => sum + lane.more, 0);
  const orders = lanes.reduce((sum, lane) => sum + lane.orders.length, more);
  if (!opened.ok) {
    const findings = [trouble('account', 'stop', opened.code, opened.params)];
    const nothing = { bookable: 0, expectedSeconds: 0, orders, findings };
    return { accountId, accountName: '', verdict: 'stop', ...nothing };
  }
  const { health, findings } = await accountFindings(workspace, opened.value.row);
  const ofOrders =
    sender === null
      ? { findings: [], bookable: 0, carriers: [] }
      : await orderFindings(workspace, {
          lanes,
          opened: opened.value,
          defaultCarrier: settings.defaultCarrier,
          sender,
        });
  const bookable = sender === null ? 0 : ofOrders.bookable + more;
  const balance = await balanceFinding(workspace, {
    opened: opened.value,
    carriers:
      orders === 0
        ? lanes.map(({ carrier }) => carrier).filter((carrier) => carrier !== '')
        : ofOrders.carriers,
    wanted: bookable,
    mayAsk,
    settings,
  });
  const found = joinFindings([[...findings, ...ofOrders.findings, balance]]);
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

export function verdictOf(findings: readonly Finding[]): PreflightAccount['verdict'] {
  if (findings.some(({ state }) => state === 'stop')) return 'stop';
  return findings.some(({ state }) => state === 'warn') ? 'look' : 'go';
}

/** May the account book, does its platform answer, how long is the queue before this batch? */
async function accountFindings(workspace: Workspace, account: Account) {
  const health = (await readBookingHealth(workspace)).find(({ accountId }) => accountId === account.id);
  if (health === undefined) return { health, findings: [notKnown('account')] };
  return {
    health,
    findings: [
      await lockFinding(workspace, account, health),
      healthFinding(health),
      queueFinding(health, workspace.clock.now()),
    ],
  };
}

async function lockFinding(workspace: Workspace, account: Account, { lock, name }: AccountHealth) {
  if (lock === 'locked') return trouble('account', 'stop', 'ACCOUNT_LOCKED', { name });
  const untried = await untriedSteps(workspace, account);
  return untried.length > 0
    ? trouble('account', 'warn', 'GOLIVE_TRACK_UNTRIED', { name })
    : fine('account', { name });
}

/** Does this computer's clock fit those of the platforms? */
export async function clockFinding(workspace: Workspace): Promise<Finding> {
  const { skewMs, limitMs } = await readClockSkew(workspace);
  if (skewMs === null) return notKnown('clock');
  const seconds = Math.round(Math.abs(skewMs) / 1_000);
  return Math.abs(skewMs) > limitMs
    ? trouble('clock', 'warn', skewMs > 0 ? 'CLOCK_BEHIND' : 'CLOCK_AHEAD', { seconds })
    : fine('clock', { seconds });
}

function queueFinding({ counts, expectedFinishAt, rate }: AccountHealth, now: number): Finding {
  return fine('queue', {
    waiting: counts.waiting,
    minutes: expectedFinishAt === null ? 0 : Math.ceil((expectedFinishAt - now) / 60_000),
    perSecond: rate.perSecond,
  });
}

/** Fewer calls say nothing of a platform. */
const fewestCalls = 100;

/** Does the platform answer for this account? A lane that is due to try again sends: its first booking finds out. */
export function healthFinding(health: AccountHealth): Finding {
  const { name, lane, errorCode, errorParams, week } = health;
  const code: ErrorCode = isErrorCode(errorCode) ? errorCode : 'PREFLIGHT_LANE_BROKEN';
  if (lane === 'stopped') return trouble('health', 'stop', code, errorParams);
  if (lane === 'broken') return trouble('health', 'warn', 'PREFLIGHT_LANE_BROKEN', { name });
  if (lane === 'probing') return trouble('health', 'warn', 'PREFLIGHT_LANE_PROBING', { name });
  const { share, isFew } = shareOf(week.calls - week.failures, week.calls, fewestCalls);
  if (share !== null && !isFew && share < wantedAvailability)
    return trouble('health', 'warn', 'PREFLIGHT_AVAILABILITY', {
      name,
      percent: Math.floor(share * 1_000) / 10,
    });
  return week.calls === 0 ? notKnown('health') : fine('health', { calls: week.calls });
}

/** Codes by which a platform refuses the account whatever it is asked; a missing right for balances alone is none. */
const accountRefusals: readonly ErrorCode[] = ['CARRIER_CREDENTIALS', 'CARRIER_ACCOUNT', 'CARRIER_ARREARS'];
const isAccountRefusal = (code: ErrorCode): boolean => accountRefusals.includes(code);

/** Carriers asked about at most: a batch with more goes out by rules, and each rule's account is looked at by itself. */
const mostCarriers = 5;

interface BalanceQuestion {
  readonly opened: OpenAccount;
  readonly carriers: readonly string[];
  readonly wanted: number;
  readonly mayAsk: boolean;
  readonly settings: Pick<Settings, 'lowBalance'>;
}

/** Are there numbers enough for the batch? The lowest answer of the batch's carriers counts. */
async function balanceFinding(workspace: Workspace, question: BalanceQuestion): Promise<Finding> {
  const { opened, carriers, mayAsk } = question;
  const { balance } = opened.platform;
  if (balance === undefined) return notKnown('balance', { why: 'not-offered' });
  if (!mayAsk) return judge(question, (await workspace.store.read.lanes.of(opened.row.id)).balanceTotal);
  let lowest: number | null = null;
  let isUnlimited = false;
  for (const carrier of carriers.slice(0, mostCarriers)) {
    const answer = await askPlatform(workspace, opened, { interfaceName: 'balance', orderId: '' }, () =>
      balance({ carrier }, opened.account, workspace.ports),
    );
    // A platform that cannot say how many are left says nothing of the batch; one that refuses the account does.
    if (!answer.ok)
      return isAccountRefusal(answer.code)
        ? trouble('account', 'stop', answer.code, { name: opened.row.name, ...answer.params })
        : notKnown('balance', { why: 'not-told' });
    isUnlimited ||= answer.value.value.kind === 'unlimited';
    if (answer.value.value.kind === 'counted')
      lowest = Math.min(lowest ?? Number.POSITIVE_INFINITY, answer.value.value.available);
  }
  if (lowest === null) return isUnlimited ? fine('balance', { why: 'unlimited' }) : notKnown('balance');
  await rememberBalance(workspace, opened.row.id, lowest, workspace.clock.now());
  return judge(question, lowest);
}

function judge({ opened, wanted, settings }: BalanceQuestion, available: number | null): Finding {
  if (available === null) return notKnown('balance', { why: 'not-asked' });
  const params = { name: opened.row.name, available, wanted };
  if (available <= 0 && wanted > 0) return trouble('balance', 'stop', 'PREFLIGHT_BALANCE_SHORT', params);
  if (available < wanted) return trouble('balance', 'warn', 'PREFLIGHT_BALANCE_SHORT', params);
  return available - wanted < settings.lowBalance
    ? trouble('balance', 'warn', 'PREFLIGHT_BALANCE_LOW', { ...params, left: available - wanted })
    : fine('balance', params);
}
