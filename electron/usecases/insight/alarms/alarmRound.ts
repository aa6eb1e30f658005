import { alarmKind } from '../../../../shared/domain/insight/alarm.ts';
import type { AlarmRules } from '../../../../shared/domain/insight/alarmRules.ts';
import { isAtHand, standOf } from '../../../../shared/domain/printing/placedPrinter.ts';
import { dayMs, minuteMs } from '../../../../shared/rules/shopTime.ts';
import { say, wordFor } from '../../../../shared/text/words.ts';
import type { Judged } from '../../../insight/alarmRules.ts';
import type { StoredAlarm } from '../../../store/schema.ts';
import { readSettings } from '../../workspace/settings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { onDuty } from '../../workstations/duty.ts';
import { readAlarmRules } from './alarmRules.ts';
import { type AlarmSight, ConditionTimes, judgeAll } from './conditions.ts';
import { deliverMessages, shownOutside } from './deliver.ts';
import { queueMessages } from './messages.ts';
import { clearAlarm, quietFor, raiseAlarm } from './raiseAlarm.ts';
import { checkAccount } from './sheet.ts';

/** Alarms to show on the desktop now, together. */
export interface AlarmNotice extends NoticeWords {
  readonly alarms: readonly StoredAlarm[];
  /** A reminder: they were not acknowledged the first time. */
  readonly isReminder: boolean;
}

/** The text of the notice: no order, no person. */
export interface NoticeWords {
  readonly title: string;
  readonly body: string;
  readonly isLoud: boolean;
}

const askMs = 5 * minuteMs;
/** Half a year of past alarms is kept. */
const keptMs = 180 * dayMs;

/** Checks every alarm condition, and raises, ends and announces alarms: each is announced once, however many rounds find it. */
export class AlarmRound {
  readonly #workspace: Workspace;
  readonly #sight: () => AlarmSight;
  readonly #notify: (notice: AlarmNotice) => void;
  readonly #since: ConditionTimes;
  #askedAt = Number.NEGATIVE_INFINITY;
  #sweptAt = Number.NEGATIVE_INFINITY;

  constructor(
    workspace: Workspace,
    sight: () => AlarmSight,
    notify: (notice: AlarmNotice) => void = () => undefined,
  ) {
    this.#workspace = workspace;
    this.#sight = sight;
    this.#notify = notify;
    this.#since = new ConditionTimes(workspace.clock.now());
  }

  /**
   * Of several benches one checks the common conditions, and each its own printers, which only it can see. `isAsked`: a person wants all
   * of it now, whichever bench has the duty.
   */
  async round({ isAsked = false }: { readonly isAsked?: boolean } = {}): Promise<void> {
    const workspace = this.#workspace;
    const isForAll = isAsked || (await onDuty(workspace, 'alarms', async () => true)) === true;
    const rules = await readAlarmRules(workspace);
    const own = await this.#own(isForAll);
    const conditions = { workspace, rules, sight: this.#sight(), since: this.#since, open: own };
    const judged = await judgeAll(conditions, isForAll);
    await settle(workspace, judged, own, rules);
    await this.#tell(rules, isForAll);
    if (!isForAll) return;
    await deliverMessages(workspace);
    await this.#askDiverted();
    await this.#sweep();
  }

  /** Open alarms this bench looks after. Printers of a bench that is gone are looked after by the one with the duty. */
  async #own(isForAll: boolean): Promise<StoredAlarm[]> {
    const { store, workstation } = this.#workspace;
    const others = await store.read.leases.livingOthers();
    const isOwn = ({ scopeKind, scopeId }: StoredAlarm): boolean =>
      scopeKind === 'printer'
        ? isAtHand(workstation, scopeId) || (isForAll && !others.has(standOf(scopeId).workstationId))
        : isForAll;
    return (await store.read.alarms.open()).filter(isOwn);
  }

  /** New alarms, and those not acknowledged for long, in one notice. */
  async #tell(rules: AlarmRules, isForAll: boolean): Promise<void> {
    const now = this.#workspace.clock.now();
    const open = (await this.#own(isForAll)).filter(({ state }) => state === 'raised');
    const mayTell = open.filter((alarm) => quietFor(alarm, now) === 0);
    const fresh = mayTell.filter(({ toldAt }) => toldAt === null);
    const forgotten = mayTell.filter(
      ({ severity, toldAt, remindedAt }) =>
        severity === 'urgent' &&
        toldAt !== null &&
        remindedAt === null &&
        // Announced while the clock was ahead: the true time is unknown.
        (toldAt > now || now - toldAt >= rules.limits.remindMinutes * minuteMs),
    );
    await this.#note(fresh, rules, 'first-time');
    await this.#note(forgotten, rules, 'reminder');
  }

  async #note(
    alarms: readonly StoredAlarm[],
    rules: AlarmRules,
    occasion: 'first-time' | 'reminder',
  ): Promise<void> {
    const isReminder = occasion === 'reminder';
    if (alarms.length === 0) return;
    const workspace = this.#workspace;
    const now = workspace.clock.now();
    const isLoud = rules.isSoundOn && alarms.some(({ severity }) => severity === 'urgent');
    await workspace.store.write(async (write) => {
      for (const alarm of alarms) {
        const loudAt = isLoud && alarm.severity === 'urgent' ? now : alarm.loudAt;
        await write.alarms.change(alarm, { loudAt, ...(isReminder ? { remindedAt: now } : { toldAt: now }) });
        if (isReminder) await queueMessages(workspace, write, alarm, 'still');
      }
    });
    if (rules.isDesktopOn)
      this.#notify({ alarms, isReminder, isLoud, ...(await wordsOf(workspace, alarms)) });
    workspace.changed('alarms');
  }

  /** An account that gets no orders would never be found working again: it is sent a harmless question now and then. */
  async #askDiverted(): Promise<void> {
    const workspace = this.#workspace;
    const now = workspace.clock.now();
    if (Math.abs(now - this.#askedAt) < askMs) return;
    this.#askedAt = now;
    for (const accountId of (await workspace.store.read.lanes.diversions()).keys())
      await checkAccount(workspace, accountId);
  }

  async #sweep(): Promise<void> {
    const { clock, store } = this.#workspace;
    const now = clock.now();
    if (Math.abs(now - this.#sweptAt) < dayMs) return;
    this.#sweptAt = now;
    await store.write(async (write) => {
      await write.alarms.forgetBefore(now - keptMs);
      await write.alarmMessages.forgetBefore(now - keptMs);
    });
  }
}

/** Desktops show no more lines than this. */
const mostLines = 4;

async function wordsOf(
  workspace: Workspace,
  alarms: readonly StoredAlarm[],
): Promise<Omit<NoticeWords, 'isLoud'>> {
  const { language } = await readSettings(workspace);
  const [first] = alarms;
  const title =
    first === undefined || alarms.length > 1
      ? say(language, 'alarmText.many', { count: alarms.length })
      : wordFor(language, 'alarm', first.kind);
  const lines = alarms.slice(0, mostLines).map((alarm) => shownOutside(alarm, language));
  return { title, body: lines.join('\n') };
}

/** Raises what fires and ends what is clear; an alarm about something that no longer exists ends too. */
async function settle(
  workspace: Workspace,
  judged: readonly Judged[],
  open: readonly StoredAlarm[],
  { off }: AlarmRules,
): Promise<void> {
  for (const { kind, scope, verdict, facts } of judged) {
    if (off.includes(kind)) continue;
    if (verdict === 'fires') await raiseAlarm(workspace, { kind, scope, facts });
    else if (verdict === 'clear') await clearAlarm(workspace, { kind, scope });
  }
  for (const alarm of open) {
    const { kind, scopeKind, scopeId } = alarm;
    const isLookedAt = judged.some((one) => one.kind === kind && one.scope.id === scopeId);
    const isGone = !isLookedAt && (await isScopeGone(workspace, alarm));
    if (isGone || off.includes(kind))
      await clearAlarm(workspace, { kind, scope: { kind: scopeKind, id: scopeId } }, 'gone');
  }
}

async function isScopeGone({ store }: Workspace, { kind, scopeId }: StoredAlarm): Promise<boolean> {
  const { read } = store;
  switch (alarmKind(kind).scope) {
    case 'account':
      return (await read.accounts.byId(scopeId)) === undefined;
    case 'printer':
      return !(await read.printers.all()).some(({ uri }) => uri === scopeId);
    case 'channel':
      return (await read.alarmChannels.byId(scopeId)) === undefined;
    default:
      return false;
  }
}
