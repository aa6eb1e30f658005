import type { AlarmRules } from '../../../../shared/domain/insight/alarmRules.ts';
import { backupStanding } from '../../../../shared/rules/backupAge.ts';
import { minuteMs } from '../../../../shared/rules/shopTime.ts';
import {
  type AccountFacts,
  type CallCounts,
  faultsLeftOpen,
  hasAccountFault,
  type Judged,
  judgeAccounts,
  judgeLength,
  type Verdict,
} from '../../../insight/alarmRules.ts';
import type { StoredAlarm } from '../../../store/schema.ts';
import { type BackupKnowledge, readBackupFacts } from '../../backups/plan.ts';
import { breakerLane } from '../../booking/lanes.ts';
import { dueSpan, oldOrdersMs } from '../../orders/due.ts';
import { readLate } from '../../packing/handover/late.ts';
import { type ProbedPrinter, reportPrinter } from '../../printing/printers/printerState.ts';
import { readSettings } from '../../workspace/settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { readCallFigures } from '../callFigures.ts';

/** State of the program that is not in its database. */
export interface AlarmSight {
  /** null: printers are not observed. */
  readonly printerStates: ReadonlyMap<string, ProbedPrinter> | null;
  readonly backups: BackupKnowledge;
}

/** Since when each condition is true, as far as this process has seen. */
export class ConditionTimes {
  readonly startedAt: number;
  readonly #since = new Map<string, number>();

  constructor(now: number) {
    this.startedAt = now;
  }

  /** Whole minutes; 0: not true, or only since now. */
  minutes(key: string, isSo: boolean, now: number): number {
    if (!isSo) {
      this.#since.delete(key);
      return 0;
    }
    const since = Math.min(this.#since.get(key) ?? now, now);
    this.#since.set(key, since);
    return Math.floor((now - since) / minuteMs);
  }
}

interface AlarmContext {
  readonly workspace: Workspace;
  readonly rules: AlarmRules;
  readonly sight: AlarmSight;
  readonly since: ConditionTimes;
  readonly open: readonly StoredAlarm[];
}

/** The last minutes show the present: long enough for three calls, short enough to notice the end of a problem. */
const recentMs = 10 * minuteMs;
const channelMs = 15 * minuteMs;
/** How long a due backup waits for an idle moment, with margin for a large one: a computer that was off over the weekend catches up. */
const catchUpMs = 45 * minuteMs;
const shop = { kind: 'shop', id: '', name: '' } as const;

/** Judges every alarm condition as it is now: printers of this bench, and the common ones if all are requested. */
export async function judgeAll(context: AlarmContext, isForAll: boolean): Promise<Judged[]> {
  const here = await judgePrinters(context);
  return isForAll ? [...here, ...(await judgeCommon(context))] : here;
}

async function judgeCommon(context: AlarmContext): Promise<Judged[]> {
  return [
    ...(await judgeLanes(context)),
    ...(await judgeOrders(context)),
    await judgeTracking(context),
    ...(await judgeBackups(context)),
    ...(await judgeChannels(context)),
  ];
}

const isStanding = ({ open }: AlarmContext, kind: StoredAlarm['kind'], scopeId: string): boolean =>
  open.some((alarm) => alarm.kind === kind && alarm.scopeId === scopeId);

const noCalls: CallCounts = { calls: 0, faults: 0, unavailable: 0, codes: [] };

async function judgeLanes(context: AlarmContext): Promise<Judged[]> {
  const { workspace, rules, since } = context;
  const { read } = workspace.store;
  const now = workspace.clock.now();
  const counts = async (spanMs: number) => {
    const { rows } = await readCallFigures(workspace, { by: 'account', from: now - spanMs, to: now });
    return new Map<string, CallCounts>(rows.map((row) => [row.accountId, row]));
  };
  const window = await counts(rules.limits.errorWindowMinutes * minuteMs);
  const recent = await counts(recentMs);
  const waiting = await read.bookings.openCounts();
  const facts: AccountFacts[] = [];
  for (const { id, name } of await read.accounts.all()) {
    const lane = await read.lanes.of(id);
    const calls = recent.get(id) ?? noCalls;
    const breaker = workspace.breaker.view(breakerLane(id, 'book')).state;
    // Single calls are only read where something is wrong: an answer after the fault ends it at once.
    const made = hasAccountFault(calls) ? await read.calls.outcomesSince(id, now - recentMs) : [];
    const isAway = breaker === 'open' || (calls.calls > 0 && calls.calls === calls.unavailable);
    facts.push({
      id,
      name,
      haltCode: lane.haltCode,
      breaker,
      downMinutes: Math.max(1, since.minutes(`down ${id}`, isAway, now)),
      waiting: waiting.find((row) => row.accountId === id && row.state === 'planned')?.total ?? 0,
      window: window.get(id) ?? noCalls,
      recent: calls,
      // What was recorded while the clock was ahead says nothing about now.
      openFaults: faultsLeftOpen(made.filter(({ at }) => at <= now)),
      balance: lane.balanceTotal === null ? null : { total: lane.balanceTotal, unit: lane.balanceUnit },
    });
  }
  const { lowBalance } = await readSettings(workspace);
  return judgeAccounts(facts, {
    limits: rules.limits,
    lowBalance,
    isStanding: (kind, scopeId) => isStanding(context, kind, scopeId),
  });
}

/** A stopped printer with waiting labels; an unused one raises no alarm. */
async function judgePrinters({ workspace, rules, sight, since }: AlarmContext): Promise<Judged[]> {
  const { printerStates } = sight;
  if (printerStates === null) return [];
  const now = workspace.clock.now();
  const judged: Judged[] = [];
  for (const { uri, name } of await workspace.store.read.printers.all()) {
    const { state } = await reportPrinter(workspace, uri, printerStates.get(uri));
    const isFine = state === 'ready' || state === 'busy';
    const waiting = isFine ? 0 : await workspace.store.read.printJobs.waitingAt(uri);
    const minutes = since.minutes(`printer ${uri}`, !isFine && state !== 'unknown' && waiting > 0, now);
    const verdict: Verdict =
      minutes >= rules.limits.printerMinutes
        ? 'fires'
        : isFine || (waiting === 0 && state !== 'unknown')
          ? 'clear'
          : 'holds';
    judged.push({
      kind: 'printer',
      scope: { kind: 'printer', id: uri, name },
      verdict,
      facts: { minutes, waiting },
    });
  }
  return judged;
}

async function judgeOrders({ workspace, rules }: AlarmContext): Promise<Judged[]> {
  const { read } = workspace.store;
  const now = workspace.clock.now();
  const { stuckMinutes, shipByHours, shipWithinHours } = rules.limits;
  const stuck = await read.bookings.stuckSince(now - stuckMinutes * minuteMs);
  const nearMs = Math.max(0, shipWithinHours - shipByHours) * 60 * minuteMs;
  // The platform's deadline comes first; without one, the usual time is counted from payment or import.
  const dueByPromise = await read.orders.countDue(await dueSpan(workspace));
  const due = dueByPromise + (await read.orders.countNotHandedOver(now - oldOrdersMs, now - nearMs));
  const late = await readLate(workspace);
  const counts = await read.cases.counts(now);
  const overdue = counts.reduce((sum, row) => sum + row.overdue, 0);
  const counted = (kind: Judged['kind'], count: number, facts: Judged['facts'] = {}): Judged => ({
    kind,
    scope: shop,
    verdict: count > 0 ? 'fires' : 'clear',
    facts: { count, ...facts },
  });
  return [
    counted('stuck-orders', stuck, { minutes: stuckMinutes }),
    counted('ship-by', due, { hours: shipByHours, limit: shipWithinHours }),
    counted('handover', late.unsigned + late.stayed, { lists: late.unsigned, parcels: late.stayed }),
    counted('cases', overdue),
  ];
}

/**
 * Delay means due questions without any answer: with more parcels than daily questions, some always wait. While the program was not
 * running no questions were asked.
 */
async function judgeTracking(context: AlarmContext): Promise<Judged> {
  const { workspace, rules, since } = context;
  const now = workspace.clock.now();
  const limitMinutes = rules.limits.syncDelayMinutes;
  const late = await workspace.store.read.tracking.lateSince(now - (limitMinutes * minuteMs) / 2);
  const dueSince = late.oldest === null ? now : Math.max(late.oldest, since.startedAt);
  const minutes = Math.max(0, Math.floor((now - dueSince) / minuteMs));
  const from = now - limitMinutes * minuteMs;
  const figures = await readCallFigures(workspace, {
    by: 'interface',
    from,
    to: now,
    interfaceName: 'track',
  });
  const isAnswered = figures.total.calls > figures.total.faults;
  const verdict = isAnswered
    ? 'clear'
    : judgeLength(minutes, limitMinutes, isStanding(context, 'sync-delay', ''));
  return { kind: 'sync-delay', scope: shop, verdict, facts: { minutes, count: late.total } };
}

async function judgeBackups({ workspace, sight, since }: AlarmContext): Promise<Judged[]> {
  if (workspace.isPractice) return [];
  const now = workspace.clock.now();
  const facts = await readBackupFacts(workspace, sight.backups.failing !== null);
  const standing = backupStanding(facts, now);
  const isSecond = standing === 'second-old';
  const at = isSecond ? facts.secondSince : (facts.lastBackupAt ?? facts.usedSince);
  // Without such a time there was never anything to lose. For a new workspace the status bar shows from the first day that there is no
  // backup.
  if (at === null || standing === 'fine' || standing === 'none')
    return [{ kind: 'backup-age', scope: shop, verdict: 'clear', facts: {} }];
  const minutes = Math.max(0, Math.floor((now - at) / minuteMs));
  const place = isSecond ? { place: 'second' } : facts.lastBackupAt === null ? { place: 'never' } : {};
  const { makingSince = null } = sight.backups;
  // The later of both: while the computer slept none was made, though the program was running.
  const isCatchingUp =
    facts.isScheduled &&
    standing !== 'failing' &&
    makingSince !== null &&
    Math.abs(now - Math.max(makingSince, since.startedAt)) < catchUpMs;
  const verdict = isCatchingUp ? 'holds' : 'fires';
  return [{ kind: 'backup-age', scope: shop, verdict, facts: { minutes, ...place } }];
}

async function judgeChannels({ workspace }: AlarmContext): Promise<Judged[]> {
  const now = workspace.clock.now();
  const channels = await workspace.store.read.alarmChannels.all();
  return channels.map(({ id, name, failingSince, errorCode }) => ({
    kind: 'channel-down',
    scope: { kind: 'channel', id, name },
    verdict: failingSince === null ? 'clear' : now - failingSince >= channelMs ? 'fires' : 'holds',
    facts: { minutes: Math.floor((now - (failingSince ?? now)) / minuteMs), code: errorCode },
  }));
}
