import type { TrackingPlanView } from '../../../shared/contracts/tracking/trackingPlan.ts';
import { minuteMs } from '../../../shared/rules/shopTime.ts';
import { platformById } from '../../carriers/kit/carrierPlatform.ts';
import type { Account } from '../../store/schema.ts';
import {
  daysFor,
  leftForPlan,
  leftToday,
  nextBudgetDayAt,
  reservedForPeople,
} from '../../tracking/dayBudget.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Meter, readMeter } from './budgets.ts';
import { accountsByMeter, dueByGroup } from './pollingRound.ts';

type MeterView = TrackingPlanView['meters'][number];

/** What is asked about when, and what today's questions do not cover. */
export async function readTrackingPlan(workspace: Workspace): Promise<TrackingPlanView> {
  const { read } = workspace.store;
  const now = workspace.clock.now();
  const meters: MeterView[] = [];
  let isClockBack = false;
  for (const [, accounts] of accountsByMeter(await read.accounts.all())) {
    const meter = await readMeter(workspace, read, accounts[0]);
    isClockBack ||= meter.isClockBack;
    meters.push(await meterView(workspace, accounts, meter, now));
  }
  const stopped = await read.tracking.stopCounts();
  return {
    meters,
    stopped: stopped.flatMap(({ stopReason, total }) =>
      stopReason === '' ? [] : [{ reason: stopReason, count: total }],
    ),
    isClockBack,
    now,
  };
}

async function meterView(
  workspace: Workspace,
  accounts: readonly [Account, ...Account[]],
  { budget, isOwn }: Meter,
  now: number,
): Promise<MeterView> {
  const [{ platform }] = accounts;
  const due = await dueByGroup(workspace, accounts, now);
  const today = await dueByGroup(workspace, accounts, nextBudgetDayAt(now) - 1);
  const dueNow = sumOf(due);
  const dueToday = sumOf(today);
  const forPlan = leftForPlan(budget, now);
  const intervalMs = platformById(workspace.platforms, platform)?.manifest.trackIntervalMs;
  return {
    platform,
    accounts: accounts.map(({ id, name }) => ({ accountId: id, accountName: name })),
    perDay: budget.perDay,
    isOwn,
    used: budget.used,
    usedByPeople: budget.usedByPeople,
    reserved: reservedForPeople(budget, now),
    left: leftToday(budget),
    leftForPlan: forPlan,
    endedAt: budget.endedAt,
    nextDayAt: nextBudgetDayAt(now),
    due: due.filter(({ count }) => count > 0),
    dueNow,
    dueToday,
    leftOver: forPlan === null ? 0 : Math.max(0, dueToday - forPlan),
    days: daysFor(dueNow, budget, now),
    minutesBetween: intervalMs === undefined ? null : Math.round(intervalMs / minuteMs),
  };
}

const sumOf = (counts: readonly { readonly count: number }[]): number =>
  counts.reduce((sum, { count }) => sum + count, 0);
