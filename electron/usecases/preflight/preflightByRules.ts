import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { chooseBooking } from '../choosing/planByRules.ts';
import type { Workspace } from '../workspace.ts';
import type { Finding } from './finding.ts';
import { type PreflightReport, type PreflightRequest, runPreflight } from './runPreflight.ts';

/** The worst first. */
const states: readonly Finding['state'][] = ['stop', 'warn', 'unknown', 'ok'];
const namedOrders = 20;

/** Looks at a batch whose orders the rules spread over accounts: one look a group, the worst of each finding told. */
export async function preflightByRules(
  workspace: Workspace,
  request: Omit<PreflightRequest, 'accountId'>,
): Promise<Outcome<PreflightReport>> {
  const { groups, holds } = await chooseBooking(workspace, request);
  const reports: PreflightReport[] = [];
  for (const { lane, orderIds } of groups) {
    const { accountId, carrier } = lane;
    const report = await runPreflight(workspace, { ...request, orderIds, accountId, carrier });
    if (!report.ok) return report;
    reports.push(report.value);
  }
  const [first, ...more] = reports;
  if (first === undefined) return failure('ACCOUNT_MISSING');
  const joined = more.reduce(joinReports, first);
  return done({ ...joined, orders: joined.orders + holds.length });
}

function joinReports(one: PreflightReport, other: PreflightReport): PreflightReport {
  const findings = [...one.findings];
  for (const found of other.findings) {
    const at = findings.findIndex(({ name, code }) => name === found.name && code === found.code);
    const former = findings[at];
    if (former === undefined) findings.push(found);
    else findings[at] = joinFindings(former, found);
  }
  const verdicts = ['stop', 'look', 'go'] as const;
  return {
    verdict: verdicts.find((verdict) => one.verdict === verdict || other.verdict === verdict) ?? 'go',
    orders: one.orders + other.orders,
    bookable: one.bookable + other.bookable,
    // Accounts work beside each other.
    expectedSeconds: Math.max(one.expectedSeconds, other.expectedSeconds),
    checkedAt: Math.max(one.checkedAt, other.checkedAt),
    findings: findings.filter((found) => !isOutdone(found, findings)),
  };
}

/** That all is well with one account says nothing beside a trouble with another. */
function isOutdone(found: Finding, findings: readonly Finding[]): boolean {
  return found.state === 'ok' && findings.some(({ name, state }) => name === found.name && state !== 'ok');
}

function joinFindings(one: Finding, other: Finding): Finding {
  const worse = states.indexOf(other.state) < states.indexOf(one.state) ? other : one;
  return {
    ...worse,
    total: one.total + other.total,
    orderNos: [...one.orderNos, ...other.orderNos].slice(0, namedOrders),
  };
}
