import type { AlarmFacts, AlarmKind, AlarmScope } from '../../shared/domain/insight/alarm.ts';
import type { AlarmLimits } from '../../shared/domain/insight/alarmRules.ts';
import { callClassOf, type FaultKind, faultKindOf } from '../../shared/errors/callMeaning.ts';

/**
 * `fires`: it is so · `clear`: it certainly is not · `holds`: nobody can tell now, or it is only a little better; an alarm that
 * stands goes on standing, one that does not is not raised.
 */
export type Verdict = 'fires' | 'holds' | 'clear';

export interface Judged {
  readonly kind: AlarmKind;
  readonly scope: AlarmScope;
  readonly verdict: Verdict;
  readonly facts: AlarmFacts;
}

/** Calls in some time. */
export interface CallCounts {
  readonly calls: number;
  readonly faults: number;
  readonly unavailable: number;
  readonly codes: readonly { readonly code: string; readonly count: number }[];
}

export interface AccountFacts {
  readonly id: string;
  readonly name: string;
  /** What stopped the account; empty: nothing. */
  readonly haltCode: string;
  readonly breaker: 'closed' | 'open' | 'half-open';
  /** Minutes since nothing gets through, as far as known. */
  readonly downMinutes: number;
  readonly waiting: number;
  /** Over the window of the share. */
  readonly window: CallCounts;
  /** Over the last minutes. */
  readonly recent: CallCounts;
  /** Codes of the last minutes that no later answer speaks against: see `faultsLeftOpen`. */
  readonly openFaults: readonly string[];
  /** null: nobody has asked, or the platform does not say. */
  readonly balance: { readonly total: number; readonly unit: string } | null;
}

type IsOpen = (kind: AlarmKind, scopeId: string) => boolean;

/**
 * Exactly at the limit nothing is raised, above it is. An alarm that stands ends at half of it, so that a share that swings about
 * the limit does not raise one after the other.
 */
export function judgeShare(
  { calls, faults }: Pick<CallCounts, 'calls' | 'faults'>,
  limits: Pick<AlarmLimits, 'errorPermille' | 'errorMinimumCalls'>,
  isStanding: boolean,
): Verdict {
  // Counted in whole calls: a share as a fraction is off by its last digit just where it matters.
  const excess = faults * 1_000 - calls * limits.errorPermille;
  if (calls < limits.errorMinimumCalls) return calls > 0 && faults === 0 ? 'clear' : 'holds';
  if (excess > 0) return 'fires';
  if (!isStanding) return 'clear';
  return faults * 2_000 <= calls * limits.errorPermille ? 'clear' : 'holds';
}

const accountFaults = ['signature', 'permission', 'arrears'] as const satisfies readonly (AlarmKind &
  FaultKind)[];

const isAccountFault = (kind: FaultKind | null) => accountFaults.some((one) => one === kind);

/** May these figures hold a fault of the account? Then its calls are worth reading one by one. */
export const hasAccountFault = ({ codes }: CallCounts): boolean =>
  codes.some(({ code }) => isAccountFault(faultKindOf(code)));

/**
 * Faults of an account, of its calls from the oldest to the newest, that still hold. A key that one interface takes is taken by all;
 * rights and money may be lacking for one interface alone, so that only this one's answer shows that they are there. A booking whose
 * answer was lost has had it once asking finds its number.
 */
export function faultsLeftOpen(
  calls: readonly { readonly interfaceName: string; readonly orderId: string; readonly errorCode: string }[],
): string[] {
  const left = new Map<string, string>();
  const sentSince = new Set<string>();
  const placeOf = (kind: FaultKind, interfaceName: string) =>
    kind === 'signature' ? kind : `${kind} ${interfaceName}`;
  const answered = (interfaceName: string) => {
    for (const kind of accountFaults) left.delete(placeOf(kind, interfaceName));
  };
  for (const { interfaceName, orderId, errorCode } of calls) {
    const kind = faultKindOf(errorCode);
    const isFault = kind !== null && isAccountFault(kind);
    if (isFault) left.set(placeOf(kind, interfaceName), errorCode);
    if (interfaceName === 'book') {
      // What was sent before a refusal like this one may have been taken while there was still money.
      if (isFault) sentSince.clear();
      else sentSince.add(orderId);
    }
    const callClass = callClassOf(errorCode);
    if (callClass === 'fine' || callClass === 'refusal') answered(interfaceName);
    if (interfaceName === 'find' && callClass === 'fine' && sentSince.has(orderId)) answered('book');
  }
  return [...new Set(left.values())];
}

/** One such answer is enough: the next call would get the same. */
function judgeFault(kind: (typeof accountFaults)[number], account: AccountFacts): Judged {
  const { id, name, haltCode, recent, openFaults } = account;
  const isHalted = faultKindOf(haltCode) === kind;
  const openFault = openFaults.find((code) => faultKindOf(code) === kind);
  const code = isHalted ? haltCode : (openFault ?? '');
  const verdict = isHalted || openFault !== undefined ? 'fires' : recent.calls > 0 ? 'clear' : 'holds';
  return { kind, scope: { kind: 'account', id, name }, verdict, facts: { code } };
}

/** Fewer calls that all fail may be bad luck; the breaker of bookings counts for itself. */
const fewestCalls = 3;

function judgeDown({ id, name, breaker, recent, downMinutes, waiting }: AccountFacts): Judged {
  const isSilent = recent.calls >= fewestCalls && recent.unavailable === recent.calls;
  const hasAnswered = recent.calls > recent.unavailable;
  const isDown = breaker === 'open' || isSilent;
  const isBack = hasAnswered && (breaker === 'closed' || recent.unavailable === 0);
  return {
    kind: 'platform-down',
    scope: { kind: 'account', id, name },
    verdict: isDown ? 'fires' : isBack ? 'clear' : 'holds',
    facts: { minutes: downMinutes, waiting },
  };
}

function judgeRate(account: AccountFacts, limits: AlarmLimits, isStanding: boolean): Judged {
  const { id, name, window } = account;
  const { calls, faults } = window;
  return {
    kind: 'error-rate',
    scope: { kind: 'account', id, name },
    verdict: judgeShare(window, limits, isStanding),
    facts: {
      calls,
      faults,
      percent: calls === 0 ? 0 : Math.round((faults / calls) * 1_000) / 10,
      limit: limits.errorPermille / 10,
      minutes: limits.errorWindowMinutes,
    },
  };
}

function judgeBalance({ id, name, balance }: AccountFacts, lowBalance: number): Judged {
  const scope = { kind: 'account', id, name } as const;
  if (balance === null) return { kind: 'balance', scope, verdict: 'holds', facts: {} };
  const verdict = balance.total < lowBalance ? 'fires' : 'clear';
  return { kind: 'balance', scope, verdict, facts: { ...balance, limit: lowBalance } };
}

interface AccountLimits {
  readonly limits: AlarmLimits;
  readonly lowBalance: number;
  readonly isStanding: IsOpen;
}

/**
 * What is wrong with accounts. The share of faults is said only where nothing plainer is, and where none of several platforms
 * answers it is the network of this computer, said once.
 */
export function judgeAccounts(accounts: readonly AccountFacts[], asked: AccountLimits): Judged[] {
  const { limits, lowBalance, isStanding } = asked;
  const downs = accounts.map(judgeDown);
  const network = judgeNetwork(accounts, downs);
  const isNetworkDown = network.verdict === 'fires';
  const judged = accounts.flatMap((account, index): Judged[] => {
    const down = downs[index] ?? judgeDown(account);
    const faults = accountFaults.map((kind) => judgeFault(kind, account));
    const plain = [...faults, down];
    const isPlain = plain.some(
      ({ kind, verdict }) => verdict === 'fires' || (verdict === 'holds' && isStanding(kind, account.id)),
    );
    const rate = judgeRate(account, limits, isStanding('error-rate', account.id));
    return [
      ...faults,
      isNetworkDown ? { ...down, verdict: 'holds' } : down,
      isPlain && rate.verdict === 'fires' ? { ...rate, verdict: 'holds' } : rate,
      judgeBalance(account, lowBalance),
    ];
  });
  return [network, ...judged];
}

function judgeNetwork(accounts: readonly AccountFacts[], downs: readonly Judged[]): Judged {
  const asked = downs.filter(({ verdict }, index) => {
    const { calls = 0 } = accounts[index]?.recent ?? {};
    return verdict === 'fires' || calls > 0;
  });
  const isDown = asked.length >= 2 && asked.every(({ verdict }) => verdict === 'fires');
  const minutes = Math.min(...asked.map(({ facts }) => Number(facts.minutes)));
  return {
    kind: 'network-down',
    scope: { kind: 'shop', id: '', name: '' },
    verdict: isDown ? 'fires' : asked.some(({ verdict }) => verdict !== 'fires') ? 'clear' : 'holds',
    facts: { minutes: Number.isFinite(minutes) ? minutes : 0 },
  };
}

/** How long something may last: above the limit it fires, a standing alarm ends below half of it. */
export function judgeLength(minutes: number, limitMinutes: number, isStanding: boolean): Verdict {
  if (minutes > limitMinutes) return 'fires';
  return isStanding && minutes * 2 > limitMinutes ? 'holds' : 'clear';
}
