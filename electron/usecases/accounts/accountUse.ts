import type { Answered } from '../../../shared/contracts/contract.ts';
import { heldStates } from '../../../shared/domain/booking.ts';
import { done, type ErrorParams, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Account } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { ruleNosOf } from '../booking/choosing/ruleAccounts.ts';
import { readRuleSet } from '../booking/choosing/ruleSets.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { isSameMerchant } from './removedAccounts.ts';

/** Orders named one by one; the rest is counted. */
const namedOrders = 20;

export type AccountUse = Omit<Answered<'settings', 'accountUse'>, 'heirs'>;

/** What hangs on an account, and who might answer for it instead. */
export async function readAccountUse(
  { store: { read } }: Workspace,
  accountId: string,
): Promise<Outcome<Answered<'settings', 'accountUse'>>> {
  const account = await read.accounts.byId(accountId);
  if (account === undefined) return failure('ACCOUNT_GONE');
  const heirs = (await read.accounts.all())
    .filter((other) => other.id !== accountId && isSameMerchant(other, account))
    .map(({ id, name }) => ({ id, name }));
  return done({ ...(await accountUse(read, account)), heirs });
}

/** Parcels not handed over yet, couriers on their way and rules that need this account, or one it answers for. */
export async function accountUse(read: Repositories, { id }: Pick<Account, 'id'>): Promise<AccountUse> {
  const ids = await read.accounts.idsOf(id);
  const counts = await read.bookings.heldCounts(ids);
  const { set } = await readRuleSet(read);
  const { defaultAccountId } = await read.settings.all();
  const of = (state: string) => counts.find((row) => row.state === state)?.total ?? 0;
  const [planned, sending, unsure, voiding, booked] = heldStates.map(of);
  return {
    parcels: {
      planned: planned ?? 0,
      sending: sending ?? 0,
      unsure: unsure ?? 0,
      voiding: voiding ?? 0,
      booked: booked ?? 0,
    },
    orders: (await read.bookings.heldOrders(ids, namedOrders)).map(({ state, ...order }) => ({
      ...order,
      state: state as (typeof heldStates)[number],
    })),
    pickups: await read.pickups.countOpen(ids),
    ruleNos: [...ruleNosOf(set, ids)],
    isDefault: defaultAccountId === id,
  };
}

/** null: nothing hangs on it. */
export function inUseParams({ parcels, pickups, ruleNos, orders }: AccountUse): ErrorParams | null {
  const { planned, sending, unsure, voiding, booked } = parcels;
  const count = planned + sending + unsure + voiding + booked;
  if (count + pickups + ruleNos.length === 0) return null;
  return {
    count,
    waiting: planned,
    unconfirmed: sending + unsure + voiding,
    booked,
    pickups,
    rules: ruleNos.length,
    orders: orders
      .slice(0, 5)
      .map(({ orderNo }) => orderNo)
      .join(', '),
  };
}
