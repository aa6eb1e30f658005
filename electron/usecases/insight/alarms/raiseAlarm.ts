import {
  type AlarmEnding,
  type AlarmFacts,
  type AlarmKind,
  type AlarmScope,
  type AlarmState,
  alarmKind,
  alarmMoves,
} from '../../../../shared/domain/insight/alarm.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { dayMs } from '../../../../shared/rules/shopTime.ts';
import type { AlarmKey } from '../../../store/insight/alarmRepository.ts';
import type { StoredAlarm } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { recordAct } from '../../operators/acts.ts';
import { tryChange, type Workspace } from '../../workspace/workspace.ts';
import { queueEnd, queueMessages } from './messages.ts';

export interface AlarmReason {
  readonly kind: AlarmKind;
  readonly scope: AlarmScope;
  /** Counts, minutes and codes; see `AlarmFacts`. */
  readonly facts: AlarmFacts;
}

export interface RaisedAlarm {
  readonly alarm: StoredAlarm;
  /** false: it was already open; its figures were updated. */
  readonly isNew: boolean;
}

/** One alarm per kind and scope: raised again, only its figures are updated. */
export async function raiseAlarm(workspace: Workspace, reason: AlarmReason): Promise<RaisedAlarm> {
  const raised = await workspace.store.write((write) => raiseIn(workspace, write, reason));
  if (raised.isNew || raised.isOther) workspace.changed('alarms');
  return raised;
}

async function raiseIn(
  { clock, nextId }: Workspace,
  write: Repositories,
  { kind, scope, facts }: AlarmReason,
): Promise<RaisedAlarm & { readonly isOther: boolean }> {
  const key = { kind, scopeKind: scope.kind, scopeId: scope.id };
  const factsJson = JSON.stringify(facts);
  const open = await write.alarms.openOf(key);
  if (open !== undefined) {
    const isOther = open.factsJson !== factsJson || open.scopeName !== scope.name;
    const changed = isOther ? await write.alarms.change(open, { factsJson, scopeName: scope.name }) : open;
    return { alarm: changed ?? open, isNew: false, isOther };
  }
  const alarm: StoredAlarm = {
    id: nextId(),
    ...key,
    scopeName: scope.name,
    severity: alarmKind(kind).severity,
    state: 'raised',
    factsJson,
    raisedAt: clock.now(),
    seenAt: null,
    seenBy: '',
    clearedAt: null,
    ending: '',
    toldAt: null,
    loudAt: null,
    quietUntil: await quietUntil(write, key, clock.now()),
    remindedAt: null,
    version: 1,
  };
  await write.alarms.insert(alarm);
  await queueMessages({ clock, nextId }, write, alarm, 'raised');
  return { alarm, isNew: true, isOther: false };
}

/** An alarm that returns this soon was never quite over: it is announced once it has lasted longer than that. */
const restMs = 30 * 60_000;

/** For longer silences the rule must be switched off, which everyone sees. */
const longestSilenceMs = 7 * dayMs;

/** How long it is still silenced; 0: it is not. A silence longer than the longest was set while the clock was ahead. */
export function quietFor({ quietUntil }: Pick<StoredAlarm, 'quietUntil'>, now: number): number {
  const remainingMs = (quietUntil ?? now) - now;
  return remainingMs > longestSilenceMs ? 0 : Math.max(0, remainingMs);
}

/** A silence set by a person also applies to the next alarm about the same thing. */
async function quietUntil(write: Repositories, key: AlarmKey, now: number): Promise<number | null> {
  const last = await write.alarms.lastOf(key);
  if (last === undefined) return null;
  const endedAt = last.clearedAt ?? 0;
  const rest = endedAt > now ? 0 : Math.max(0, endedAt + restMs - now);
  const remainingMs = Math.max(quietFor(last, now), rest);
  return remainingMs > 0 ? now + remainingMs : null;
}

/** false: no such alarm is open. */
export async function clearAlarm(
  workspace: Workspace,
  { kind, scope }: { readonly kind: AlarmKind; readonly scope: Pick<AlarmScope, 'kind' | 'id'> },
  ending: AlarmEnding = 'healthy',
): Promise<boolean> {
  const isCleared = await workspace.store.write(async (write) => {
    const open = await write.alarms.openOf({ kind, scopeKind: scope.kind, scopeId: scope.id });
    if (open === undefined) return false;
    const cleared = { state: 'cleared', clearedAt: workspace.clock.now(), ending } as const;
    if (!mayMove(open, 'cleared') || (await write.alarms.change(open, cleared)) === undefined) return false;
    await queueEnd(workspace, write, open);
    return true;
  });
  if (isCleared) workspace.changed('alarms');
  return isCleared;
}

const mayMove = ({ state }: StoredAlarm, to: AlarmState): boolean => alarmMoves[state].includes(to);

/** Acknowledges it: no more reminders. An acknowledged or ended one is unchanged. */
export async function markAlarmSeen(workspace: Workspace, alarmId: string): Promise<Outcome<StoredAlarm>> {
  const outcome = await workspace.store.write(async (write): Promise<Outcome<StoredAlarm>> => {
    const alarm = await write.alarms.byId(alarmId);
    if (alarm === undefined) return failure('ALARM_NOT_FOUND');
    if (!mayMove(alarm, 'seen')) return done(alarm);
    const seen = { state: 'seen', seenAt: workspace.clock.now(), seenBy: workspace.actor.name } as const;
    return done((await write.alarms.change(alarm, seen)) ?? alarm);
  });
  if (outcome.ok) workspace.changed('alarms');
  return outcome;
}

/**
 * Silences it until then: no announcements and reminders, here or outside; it stays in the list. A silence outlives its alarm and applies
 * to the next about the same thing.
 */
export async function silenceAlarm(
  workspace: Workspace,
  { alarmId, until }: { readonly alarmId: string; readonly until: number },
): Promise<Outcome<StoredAlarm>> {
  const { clock } = workspace;
  return tryChange(workspace, ['alarms'], async (write): Promise<Outcome<StoredAlarm>> => {
    const alarm = await write.alarms.byId(alarmId);
    if (alarm === undefined) return failure('ALARM_NOT_FOUND');
    if (alarm.state === 'cleared') return failure('ALARM_OVER');
    const quietUntil = Math.min(Math.max(until, clock.now()), clock.now() + longestSilenceMs);
    const silenced = (await write.alarms.change(alarm, { quietUntil })) ?? alarm;
    await write.alarmMessages.delayOf(alarmId, quietUntil);
    await recordAct(workspace, write, { kind: 'alarm-silenced', what: alarm.kind });
    return done(silenced);
  });
}
