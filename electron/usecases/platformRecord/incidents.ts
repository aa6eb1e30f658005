import {
  type IncidentPromise,
  incidentMonths,
  type MonthOfIncidents,
  promisesOf,
} from '../../../shared/domain/platformRecord/incidentClock.ts';
import { noTerms } from '../../../shared/domain/platformRecord/platformRecord.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { termsOf, writeTerms } from '../../store/platformRecord/termsJson.ts';
import type { StoredIncident } from '../../store/schema.ts';
import { recordAct } from '../operators/acts.ts';
import { tryChange, type Workspace } from '../workspace/workspace.ts';

export interface Incident extends Omit<StoredIncident, 'termsJson' | 'accountId'> {
  readonly promises: readonly IncidentPromise[];
}

export interface Incidents {
  /** Open ones first, the latest first among equals. */
  readonly rows: readonly Incident[];
  readonly months: readonly MonthOfIncidents[];
}

export async function readIncidents(
  { store, clock }: Pick<Workspace, 'store' | 'clock'>,
  accountId: string,
): Promise<Incidents> {
  const stored = await store.read.platformRecords.incidentsOf(accountId);
  const now = clock.now();
  const rows = stored.map(({ termsJson, accountId: _, ...row }) => ({
    ...row,
    promises: promisesOf(termsOf(termsJson), row, now),
  }));
  const open = rows.filter(({ solvedAt }) => solvedAt === null);
  const solved = rows.filter(({ solvedAt }) => solvedAt !== null);
  return { rows: [...open, ...solved], months: incidentMonths(rows) };
}

export interface NewIncident {
  readonly accountId: string;
  readonly title: string;
  readonly ticketNo: string;
  /** null: now. */
  readonly startedAt: number | null;
}

/** The clock starts when it was reported to the platform, against what is agreed with it now. */
export async function startIncident(workspace: Workspace, given: NewIncident): Promise<Outcome<string>> {
  const { accountId } = given;
  const title = given.title.trim();
  const now = workspace.clock.now();
  const startedAt = given.startedAt ?? now;
  if (title === '') return failure('RECORD_TEXT_MISSING');
  if (startedAt > now) return failure('INCIDENT_TIME_WRONG');
  const id = workspace.nextId();
  return tryChange(workspace, ['platformRecord'], async (write) => {
    const account = await write.accounts.byId(accountId);
    if (account === undefined) return failure('ACCOUNT_GONE');
    const terms = await write.platformRecords.termsOf(accountId);
    await write.platformRecords.addIncident({
      id,
      accountId,
      title,
      ticketNo: given.ticketNo.trim(),
      termsJson: terms?.termsJson ?? writeTerms(noTerms),
      startedAt,
      notedBy: workspace.actor.name,
      answeredAt: null,
      solvedAt: null,
      outcome: '',
      version: 1,
    });
    await recordAct(workspace, write, { kind: 'incident-started', what: account.name });
    return done(id);
  });
}

export interface IncidentStep {
  readonly id: string;
  readonly step: 'answered' | 'solved' | 'reopened';
  /** When it was; null: now. */
  readonly at: number | null;
  /** How it ended; for `solved`. */
  readonly outcome: string;
}

/** They answered, it is solved, or it was not solved after all: then the clock has never stopped. */
export async function moveIncident(
  workspace: Workspace,
  { id, step, at: given, outcome }: IncidentStep,
): Promise<Outcome<null>> {
  const now = workspace.clock.now();
  const at = given ?? now;
  return tryChange(workspace, ['platformRecord'], async (write) => {
    const row = await write.platformRecords.incidentById(id);
    if (row === undefined) return failure('INCIDENT_NOT_FOUND');
    if (at > now || at < row.startedAt) return failure('INCIDENT_TIME_WRONG');
    if (step === 'solved' && at < (row.answeredAt ?? 0)) return failure('INCIDENT_TIME_WRONG');
    if (step === 'solved' && outcome.trim() === '') return failure('RECORD_TEXT_MISSING');
    const isStale = step === 'reopened' ? row.solvedAt === null : row.solvedAt !== null;
    if (isStale || (step === 'answered' && row.answeredAt !== null))
      return failure('RECORD_CHANGED_MEANWHILE');
    const changes = {
      answered: { answeredAt: at },
      solved: { solvedAt: at, answeredAt: row.answeredAt ?? at, outcome: outcome.trim() },
      reopened: { solvedAt: null },
    }[step];
    const changed = await write.platformRecords.changeIncident(row, changes);
    if (changed === undefined) return failure('RECORD_CHANGED_MEANWHILE');
    await recordAct(workspace, write, { kind: `incident-${step}`, what: row.ticketNo });
    return done(null);
  });
}
