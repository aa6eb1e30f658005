import { type ServiceHours, serviceDeadline, serviceMsBetween } from '../../rules/serviceHours.ts';
import { minuteMs, shopDate } from '../../rules/shopTime.ts';
import type { PromiseKind, PromiseState, SupportTerms } from './platformRecord.ts';

type Agreed = Pick<SupportTerms, 'hours' | 'answerMinutes' | 'solutionMinutes'>;

/** What came of an incident so far. */
interface IncidentTimes {
  readonly startedAt: number;
  readonly answeredAt: number | null;
  readonly solvedAt: number | null;
}

export interface IncidentPromise {
  readonly kind: PromiseKind;
  readonly state: PromiseState;
  /** null: nothing was agreed, or nobody will ever be there. */
  readonly dueAt: number | null;
  /** How much of their time has passed, until it was done or until now; null: in which hours they work is not known. */
  readonly usedMs: number | null;
  readonly allowedMs: number | null;
}

/** Both promises of an incident: the clock stands still while nobody at the platform has to be there. */
export function promisesOf(
  terms: Agreed,
  { startedAt, answeredAt, solvedAt }: IncidentTimes,
  now: number,
): readonly IncidentPromise[] {
  const { hours, answerMinutes, solutionMinutes } = terms;
  // Who solved it has answered.
  const answered = answeredAt ?? solvedAt;
  return [
    promiseOf('answer', { hours, minutes: answerMinutes }, { startedAt, doneAt: answered }, now),
    promiseOf('solution', { hours, minutes: solutionMinutes }, { startedAt, doneAt: solvedAt }, now),
  ];
}

function promiseOf(
  kind: PromiseKind,
  { hours, minutes }: { readonly hours: ServiceHours | null; readonly minutes: number | null },
  { startedAt, doneAt }: { readonly startedAt: number; readonly doneAt: number | null },
  now: number,
): IncidentPromise {
  const usedMs = hours === null ? null : serviceMsBetween(hours, startedAt, doneAt ?? now);
  const allowedMs = minutes === null ? null : minutes * minuteMs;
  if (hours === null || allowedMs === null) return { kind, state: 'none', dueAt: null, usedMs, allowedMs };
  const dueAt = serviceDeadline(hours, startedAt, allowedMs);
  const isLate = dueAt !== null && (doneAt ?? now) > dueAt;
  const open = isLate ? 'late' : 'running';
  const closed = isLate ? 'broken' : 'kept';
  return { kind, state: doneAt === null ? open : closed, dueAt, usedMs, allowedMs };
}

/** `2026-11`, the month in the shop's time. */
const shopMonth = (at: number): string => shopDate(at).slice(0, 7);

export interface MonthOfIncidents {
  readonly month: string;
  /** Begun in it. */
  readonly incidents: number;
  /** Promises that ran out in it and were not kept by then. */
  readonly lateAnswers: number;
  readonly lateSolutions: number;
}

/** What was promised and not kept, by the month it ran out in; the latest month first. Months without anything are left out. */
export function incidentMonths(
  incidents: readonly (IncidentTimes & { readonly promises: readonly IncidentPromise[] })[],
): readonly MonthOfIncidents[] {
  const months = new Map<string, MonthOfIncidents>();
  const add = (at: number, count: 'incidents' | 'lateAnswers' | 'lateSolutions'): void => {
    const month = shopMonth(at);
    const known = months.get(month) ?? { month, incidents: 0, lateAnswers: 0, lateSolutions: 0 };
    months.set(month, { ...known, [count]: known[count] + 1 });
  };
  for (const { startedAt, promises } of incidents) {
    add(startedAt, 'incidents');
    for (const { kind, state, dueAt } of promises)
      if (dueAt !== null && (state === 'late' || state === 'broken'))
        add(dueAt, kind === 'answer' ? 'lateAnswers' : 'lateSolutions');
  }
  return [...months.values()].sort((one, other) => (one.month < other.month ? 1 : -1));
}
