import type { BookingLane, RuleSet } from '../../../../shared/domain/bookingRule.ts';
import type { ChoosingContext } from '../../../dispatch/rules/chooseByRules.ts';
import { areaMap } from '../../../dispatch/rules/matchCondition.ts';
import type { OrderFacts } from '../../../dispatch/rules/orderFacts.ts';
import type { KnownAccount, ProblemContext } from '../../../dispatch/rules/ruleProblems.ts';
import { openAccount } from '../../accounts/openAccount.ts';
import { readSettings } from '../../workspace/settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { accountLock } from '../goLive/checklist.ts';
import { openFreight } from './freight.ts';

/** All that choosing looks at, read once for any number of orders. */
export type Choosing = Awaited<ReturnType<typeof openChoosing>>;

export async function openChoosing(workspace: Workspace) {
  const settings = await readSettings(workspace);
  const accounts = await readAccounts(workspace);
  const only = accounts.length === 1 ? accounts[0]?.id : undefined;
  const accountId = accounts.find(({ id }) => id === settings.defaultAccountId)?.id ?? only;
  const { defaultCarrier } = settings;
  const defaultLane: BookingLane | null =
    accountId === undefined ? null : { accountId, carrier: '', product: '', template: '' };
  /** The carrier a lane means for an order. */
  const carrierOf = (lane: BookingLane, facts: Pick<OrderFacts, 'carrier'>): string =>
    lane.carrier ||
    facts.carrier ||
    accounts.find(({ id }) => id === lane.accountId)?.carrier ||
    defaultCarrier;
  const freight = await openFreight(workspace, settings.sender);
  const now = workspace.clock.now();
  const diversions = await workspace.store.read.lanes.diversions();
  return {
    accounts,
    /** The lane that takes its orders now: that of another account while its orders are switched there. */
    diverted: (lane: BookingLane): BookingLane => {
      const to = diversions.get(lane.accountId);
      return to === undefined ? lane : { ...lane, accountId: to };
    },
    defaultCarrier,
    defaultLane,
    carrierOf,
    freight,
    contextFor: (
      set: RuleSet,
      rulesVersion: number,
      passed: ReadonlySet<string> = new Set(),
    ): ChoosingContext => ({
      set,
      rulesVersion,
      areas: areaMap(set),
      now,
      defaultLane,
      freightOf: (lane, facts) => {
        const known = freight.of(lane.accountId, carrierOf(lane, facts), facts);
        return known.isKnown ? known.amountFen : null;
      },
      passed,
    }),
    problemsContextFor: (set: RuleSet): ProblemContext => ({
      accounts,
      areas: areaMap(set),
      defaultCarrier,
      now,
    }),
  };
}

async function readAccounts(workspace: Workspace): Promise<KnownAccount[]> {
  const rows = await workspace.store.read.accounts.all();
  return Promise.all(
    rows.map(async ({ id, name }) => {
      const opened = await openAccount(workspace, id);
      return {
        id,
        name,
        carrier: opened.ok ? (opened.value.account.fields.carrier ?? '') : '',
        isLocked: !opened.ok || (await accountLock(workspace, opened.value.row)) === 'locked',
        knowsCarrier: (carrier: string) => opened.ok && opened.value.platform.manifest.serves(carrier),
      };
    }),
  );
}
