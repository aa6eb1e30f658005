import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { shopDayNo } from '../../../shared/rules/shopTime.ts';
import { platformById } from '../../carriers/kit/carrierPlatform.ts';
import type { Account } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { countOfToday, type DayBudget, endOfDay, leftForPlan, leftToday } from '../../tracking/dayBudget.ts';
import { recordAct } from '../operators/acts.ts';
import { change, type Workspace } from '../workspace/workspace.ts';

/** A platform counts the questions per merchant, however many accounts of it are here. */
export const meterOf = ({ platform, merchantId }: Pick<Account, 'platform' | 'merchantId'>): string =>
  `${platform} ${merchantId}`;

export interface Meter {
  readonly meter: string;
  readonly budget: DayBudget;
  /** The shop has set `perDay` itself; otherwise it is the platform's free allowance, if known. */
  readonly isOwn: boolean;
  /** Questions were counted for future days. */
  readonly isClockBack: boolean;
}

/** The questions allowed today for the merchant of this account. */
export async function readMeter(
  { platforms, clock }: Workspace,
  { settings, trackingBudgets }: Repositories,
  account: Pick<Account, 'platform' | 'merchantId'>,
): Promise<Meter> {
  const meter = meterOf(account);
  const now = clock.now();
  const own = (await settings.get('trackingPerDay'))[meter];
  const perDay = own ?? platformById(platforms, account.platform)?.manifest.trackPerDay ?? null;
  const stored = await trackingBudgets.since(meter, shopDayNo(now));
  const { today, isClockBack } = countOfToday(stored, emptyDay(meter), now);
  const { used, usedByPeople } = today;
  const budget = { perDay, used, usedByPeople, endedAt: endOfDay(today, perDay) };
  return { meter, budget, isOwn: own !== undefined, isClockBack };
}

const emptyDay = (meter: string) => ({
  meter,
  day: 0,
  used: 0,
  usedByPeople: 0,
  endedAt: null,
  endedPerDay: null,
});

export type AskedBy = 'person' | 'program';

/** Takes one question from today's budget, before it is sent. A failure: none is left for this caller. */
export async function takeQuestion(
  workspace: Workspace,
  write: Repositories,
  account: Account,
  by: AskedBy,
): Promise<Outcome<null>> {
  const { meter, budget, isClockBack } = await readMeter(workspace, write, account);
  const now = workspace.clock.now();
  const left = by === 'person' ? leftToday(budget) : leftForPlan(budget, now);
  if (left !== null && left <= 0) {
    const { perDay, used, endedAt } = budget;
    if (endedAt !== null) return failure('CARRIER_QUOTA');
    return failure('TRACK_BUDGET_SPENT', { used, perDay: perDay ?? 0, name: account.name });
  }
  if (isClockBack) await gather(write, meter, now);
  await write.trackingBudgets.count(meter, shopDayNo(now), by, 1);
  return done(null);
}

/** The question certainly never left this computer. */
export async function giveQuestionBack(
  { clock }: Workspace,
  write: Repositories,
  account: Account,
  by: AskedBy,
): Promise<void> {
  await write.trackingBudgets.count(meterOf(account), shopDayNo(clock.now()), by, -1);
}

/** The platform says that today's questions are used up: none are sent until tomorrow. */
export async function endDay(workspace: Workspace, write: Repositories, account: Account): Promise<void> {
  const now = workspace.clock.now();
  const { meter, budget } = await readMeter(workspace, write, account);
  const { today } = await gather(write, meter, now);
  await write.trackingBudgets.put({ ...today, endedAt: now, endedPerDay: budget.perDay });
}

/** What was counted for future days, before the clock was set back, counts today. */
async function gather({ trackingBudgets }: Repositories, meter: string, now: number) {
  const day = shopDayNo(now);
  const gathered = countOfToday(await trackingBudgets.since(meter, day), emptyDay(meter), now);
  await trackingBudgets.put(gathered.today);
  await trackingBudgets.removeAfter(meter, day);
  return gathered;
}

/** The highest value a shop may set. */
const mostPerDay = 1_000_000;

/** Sets the daily questions of this account's merchant; null: the platform's free allowance. */
export async function setPerDay(
  workspace: Workspace,
  accountId: string,
  perDay: number | null,
): Promise<Outcome<null>> {
  const account = await workspace.store.read.accounts.byId(accountId);
  if (account === undefined) return failure('ACCOUNT_GONE');
  if (perDay !== null && (!Number.isInteger(perDay) || perDay < 0 || perDay > mostPerDay))
    return failure('SETTING_OUT_OF_RANGE', { name: 'trackingPerDay', least: 0, most: mostPerDay });
  await change(workspace, ['settings', 'tracking'], async (write) => {
    const { [meterOf(account)]: _, ...others } = await write.settings.get('trackingPerDay');
    const all = perDay === null ? others : { ...others, [meterOf(account)]: perDay };
    await write.settings.put('trackingPerDay', all);
    await recordAct(workspace, write, { kind: 'settings-changed', what: 'trackingPerDay' });
  });
  return done(null);
}
