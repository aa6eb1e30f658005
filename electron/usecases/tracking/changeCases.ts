import type { Answered, Asked } from '../../../shared/contracts/contract.ts';
import {
  type CaseState,
  type CaseStepKind,
  caseMoves,
  longestSnoozeDays,
  ownerOfShop,
} from '../../../shared/domain/cases/trackingCase.ts';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import type { CaseStep, TrackingCase } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { change, type Workspace } from '../workspace/workspace.ts';

type Choice = Asked<'cases', 'assign'>['choice'];
type Changed = Answered<'cases', 'assign'>;

/** More than a person can have checked at once. */
const mostAtOnce = 1000;

/** What one act does to each case: its new state, its columns, and the history line. */
interface CaseAct {
  readonly to: CaseState | 'same';
  readonly patch: Partial<TrackingCase>;
  readonly step: CaseStepKind;
  readonly note: string;
}

/** A history line of a case, by the present person. */
export function caseStep(
  { nextId, clock, actor }: Pick<Workspace, 'nextId' | 'clock' | 'actor'>,
  caseId: string,
  kind: CaseStepKind,
  note: string,
  operator = actor.name,
): CaseStep {
  return { id: nextId(), caseId, at: clock.now(), kind, operator, note };
}

async function chosenCases(
  { clock }: Workspace,
  write: Repositories,
  choice: Choice,
): Promise<Outcome<readonly TrackingCase[]>> {
  if ('caseIds' in choice) return done(await write.cases.byIds(choice.caseIds));
  const now = clock.now();
  const count = await write.cases.count(choice.filter, now);
  const { expected } = choice;
  if (count !== expected) return failure('CASES_COUNT_CHANGED', { count, expected });
  return done(await write.cases.window(choice.filter, { offset: 0, limit: mostAtOnce }, now));
}

/** One transaction for all; a case that cannot be changed is named and blocks no other. */
async function actOn(workspace: Workspace, choice: Choice, act: CaseAct): Promise<Outcome<Changed>> {
  return change(workspace, ['cases', 'status'], async (write): Promise<Outcome<Changed>> => {
    const chosen = await chosenCases(workspace, write, choice);
    if (!chosen.ok) return chosen;
    const named = 'caseIds' in choice ? [...new Set(choice.caseIds)] : [];
    const found = new Set(chosen.value.map(({ id }) => id));
    const refused = named
      .filter((caseId) => !found.has(caseId))
      .map((caseId) => ({ caseId, code: 'CASE_NOT_FOUND' }));
    let changed = 0;
    for (const row of chosen.value) {
      const to = act.to === 'same' ? row.state : act.to;
      const mayMove = act.step === 'note' || caseMoves[row.state].includes(to);
      if (!mayMove) refused.push({ caseId: row.id, code: 'CASE_MOVE_REFUSED' });
      else {
        const notes = row.notes + Number(act.step === 'note');
        await write.cases.change(row, { ...act.patch, state: to, notes });
        await write.cases.addStep(caseStep(workspace, row.id, act.step, act.note));
        changed++;
      }
    }
    return done({ changed, refused });
  });
}

/** Awake, and waiting on nobody. */
const atWork = { snoozeUntil: null, waitingOn: null } as const;

export async function assignCases(
  workspace: Workspace,
  { choice, ownerId }: Asked<'cases', 'assign'>,
): Promise<Outcome<Changed>> {
  const owner = await ownerOf(workspace, ownerId);
  if (!owner.ok) return owner;
  const patch = { ownerId, ownerName: owner.value };
  return actOn(workspace, choice, { to: 'same', patch, step: 'owner', note: owner.value });
}

async function ownerOf({ store }: Workspace, ownerId: string): Promise<Outcome<string>> {
  if (ownerId === '' || ownerId === ownerOfShop) return done('');
  const operators = await store.read.operators.active();
  const found = operators.find(({ id }) => id === ownerId);
  return found === undefined ? failure('CASE_OWNER_UNKNOWN') : done(found.name);
}

/** People to whom cases can be assigned. */
export async function caseOwners({ store }: Workspace): Promise<Answered<'cases', 'owners'>> {
  return (await store.read.operators.active()).map(({ id, name }) => ({ id, name }));
}

export function noteCases(workspace: Workspace, { choice, text }: Asked<'cases', 'note'>) {
  return actOn(workspace, choice, { to: 'same', patch: {}, step: 'note', note: text.trim() });
}

export async function setCasesDue(workspace: Workspace, { choice, dueAt }: Asked<'cases', 'setDue'>) {
  const refused = dueAt === null ? null : timeRefusal(workspace, dueAt, 365);
  if (refused !== null) return refused;
  return actOn(workspace, choice, { to: 'same', patch: { dueAt }, step: 'due', note: isoOrEmpty(dueAt) });
}

export async function snoozeCases(workspace: Workspace, { choice, until }: Asked<'cases', 'snooze'>) {
  const refused = timeRefusal(workspace, until, longestSnoozeDays);
  if (refused !== null) return refused;
  const patch = { ...atWork, snoozeUntil: until };
  return actOn(workspace, choice, { to: 'snoozed', patch, step: 'snoozed', note: isoOrEmpty(until) });
}

export function waitForOthers(workspace: Workspace, { choice, on }: Asked<'cases', 'waitFor'>) {
  const patch = { ...atWork, waitingOn: on };
  return actOn(workspace, choice, { to: 'waiting', patch, step: 'waiting', note: on });
}

export function reopenCases(workspace: Workspace, { choice }: Asked<'cases', 'reopen'>) {
  const patch = { ...atWork, outcome: null, closedAt: null, closedBy: '' };
  return actOn(workspace, choice, { to: 'open', patch, step: 'reopened', note: '' });
}

export function closeCases(workspace: Workspace, { choice, outcome, note }: Asked<'cases', 'close'>) {
  const { clock, actor } = workspace;
  const patch = { ...atWork, outcome, closedAt: clock.now(), closedBy: actor.name };
  const text = note.trim();
  return actOn(workspace, choice, {
    to: 'solved',
    patch,
    step: 'closed',
    note: text === '' ? outcome : `${outcome}: ${text}`,
  });
}

const isoOrEmpty = (at: number | null) => (at === null ? '' : new Date(at).toISOString());

function timeRefusal({ clock }: Workspace, at: number, days: number): Failure | null {
  const now = clock.now();
  return at > now && at <= now + days * dayMs
    ? null
    : failure('CASE_TIME_REFUSED', { days: longestSnoozeDays });
}
