import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CaseRuleSet } from '../../../shared/domain/cases/caseRules.ts';
import { caseKindFacts, caseRank, ownOutcome } from '../../../shared/domain/cases/trackingCase.ts';
import { finalTrackingStates } from '../../../shared/domain/tracking.ts';
import { groupBy } from '../../../shared/rules/groupBy.ts';
import { dayMs, hourMs, minuteMs } from '../../../shared/rules/shopTime.ts';
import type { TrackingCase } from '../../store/schema.ts';
import type { Repositories } from '../../store/store.ts';
import { parcelLimits } from '../../tracking/caseLimits.ts';
import { type Judgement, judgeParcel, type Reason } from '../../tracking/judgeParcel.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type JudgedParcel, readCaseFacts } from './caseFacts.ts';
import { readCaseRules } from './caseRules.ts';
import { caseBasis } from './cases.ts';
import { caseStep } from './changeCases.ts';
import {
  createLaneForecasts,
  createLaneSilences,
  type LaneForecasts,
  type LaneSilences,
  silenceDays,
} from './laneHistory.ts';

export interface WorkedCases {
  readonly looked: number;
  readonly opened: number;
  readonly closed: number;
  /** Cases whose snooze is over. */
  readonly woken: number;
}

/** Parcels per transaction and per round: the rest follows in the next. */
const batchSize = 100;
const roundSize = 3000;
/** After such a gap in the checks this computer was off, asleep, or its clock was moved. */
const gapMs = 20 * minuteMs;
const noteEveryMs = 5 * minuteMs;
/** Far in the future: only news makes it due again. */
const never = Number.MAX_SAFE_INTEGER;

interface Round {
  readonly rules: CaseRuleSet;
  readonly silences: LaneSilences;
  readonly forecasts: LaneForecasts;
  readonly awakeSince: number;
}

/**
 * Checks the parcels that are due, opens an exception for each problem and closes those whose reason is gone. A known problem is not
 * opened again, however often this runs.
 */
export async function workCases(workspace: Workspace, signal?: AbortSignal): Promise<WorkedCases> {
  const { store, clock } = workspace;
  const awakeSince = await noteRound(workspace);
  const round: Round = {
    rules: await readCaseRules(store.read),
    silences: createLaneSilences(clock.now()),
    forecasts: createLaneForecasts(clock.now()),
    awakeSince,
  };
  const counts = { looked: 0, opened: 0, closed: 0, woken: 0 };
  while (counts.looked < roundSize && !signal?.aborted) {
    const due = await store.read.caseWatches.due(clock.now(), batchSize);
    if (due.length === 0) break;
    const numbers = due.map(({ waybillNo }) => waybillNo);
    const { opened, closed } = await store.write((write) => judgeParcels(workspace, write, numbers, round));
    counts.looked += due.length;
    counts.opened += opened;
    counts.closed += closed;
    await nextTurn();
  }
  counts.woken = await wakeCases(workspace);
  if (counts.opened + counts.closed + counts.woken > 0) workspace.changed('cases', 'status');
  return counts;
}

/** Since when this computer has checked the parcels without a gap. */
async function noteRound({ store, clock }: Workspace): Promise<number> {
  const now = clock.now();
  const last = await store.read.settings.get('caseRounds');
  const isBack = last !== null && now < last.workedAt - minuteMs;
  const isGap = last === null || isBack || now > last.workedAt + gapMs;
  if (!isGap && now < last.workedAt + noteEveryMs) return last.awakeSince;
  const awakeSince = isGap ? now : last.awakeSince;
  await store.write(async (write) => {
    await write.settings.put('caseRounds', { workedAt: now, awakeSince });
    // What a clock that was ahead judged late is judged again.
    if (isBack) await write.caseWatches.watchAll(now);
    if (isGap) await write.parcelSilences.removeBefore(now - silenceDays * dayMs);
  });
  return awakeSince;
}

async function judgeParcels(
  workspace: Workspace,
  write: Repositories,
  waybillNos: readonly string[],
  round: Round,
): Promise<Pick<WorkedCases, 'opened' | 'closed'>> {
  const now = workspace.clock.now();
  const parcels = await readCaseFacts(write, waybillNos, now, round.forecasts);
  const casesOf = groupBy(await write.cases.ofParcels(waybillNos), ({ waybillNo }) => waybillNo);
  const known = new Set(parcels.map(({ row }) => row.waybillNo));
  for (const waybillNo of waybillNos) if (!known.has(waybillNo)) await write.caseWatches.remove(waybillNo);
  let opened = 0;
  let closed = 0;
  for (const parcel of parcels) {
    const { row, order, facts } = parcel;
    const province = order?.province ?? '';
    const silence = await round.silences.of(write, row.carrier, province);
    const limits = parcelLimits(round.rules, { carrier: row.carrier, province, silence });
    const judgement = judgeParcel(facts, limits, now, round.awakeSince);
    const cases = casesOf.get(row.waybillNo) ?? [];
    closed += await closeResolved(workspace, write, cases, judgement);
    const isForgotten = (row.bookedAt ?? now) < now - round.rules.forgetDays * dayMs;
    if (!isForgotten) opened += await openNew(workspace, write, { parcel, cases, round }, judgement.due);
    await watchAgain(write, parcel, isForgotten ? null : judgement.nextAt);
  }
  return { opened, closed };
}

/** There is one case per reason until the reason is gone, even if a person has closed it. */
const isSame = (one: TrackingCase, reason: Reason) => one.kind === reason.kind && one.goneAt === null;

async function closeResolved(
  workspace: Workspace,
  write: Repositories,
  cases: readonly TrackingCase[],
  { due }: Judgement,
): Promise<number> {
  const now = workspace.clock.now();
  let closed = 0;
  for (const row of cases) {
    if (row.goneAt !== null || due.some((reason) => isSame(row, reason))) continue;
    if (row.state === 'solved') {
      await write.cases.change(row, { goneAt: now });
      continue;
    }
    const solved = { state: 'solved', outcome: ownOutcome, closedAt: now, closedBy: '' } as const;
    await write.cases.change(row, { ...solved, snoozeUntil: null, waitingOn: null, goneAt: now });
    await write.cases.addStep(caseStep(workspace, row.id, 'reason-gone', '', ''));
    closed++;
  }
  return closed;
}

interface Openings {
  readonly parcel: JudgedParcel;
  readonly cases: readonly TrackingCase[];
  readonly round: Round;
}

async function openNew(
  workspace: Workspace,
  write: Repositories,
  { parcel: { row, order }, cases, round: { rules } }: Openings,
  due: readonly Reason[],
): Promise<number> {
  const now = workspace.clock.now();
  const { waybillNo, carrier, orderId, orderNo, phoneTail } = row;
  let opened = 0;
  for (const reason of due) {
    if (cases.some((one) => isSame(one, reason))) continue;
    const { kind, sinceAt, limitAt, ...basis } = reason;
    const earlier = cases.filter((one) => one.kind === kind).length;
    const answerHours = rules.rules.find((rule) => rule.kind === kind)?.answerHours;
    const id = workspace.nextId();
    const isNew = await write.cases.open({
      id,
      waybillNo,
      carrier,
      orderId,
      orderNo,
      phoneTail,
      kind,
      sinceAt,
      limitAt,
      province: order?.province ?? '',
      rank: caseRank(kind),
      occurrence: earlier + 1,
      state: 'open',
      version: 0,
      basisJson: caseBasis.write(basis),
      openedAt: now,
      ownerId: '',
      ownerName: '',
      dueAt: now + (answerHours ?? caseKindFacts[kind].answerHours) * hourMs,
      snoozeUntil: null,
      waitingOn: null,
      outcome: null,
      closedAt: null,
      closedBy: '',
      notes: 0,
      goneAt: null,
    });
    if (!isNew) continue;
    await write.cases.addStep(caseStep(workspace, id, 'opened', '', ''));
    opened++;
  }
  return opened;
}

/** An arrived parcel needs no more checks; how long it was silent is recorded for its lane. */
async function watchAgain(
  write: Repositories,
  { row, order, silenceHours, facts }: JudgedParcel,
  nextAt: number | null,
): Promise<void> {
  const { waybillNo, carrier, state } = row;
  if (!finalTrackingStates.includes(state)) {
    await write.caseWatches.put({ waybillNo, dueAt: nextAt ?? never });
    return;
  }
  await write.caseWatches.remove(waybillNo);
  const arrivedAt = facts.heardAt;
  if (state !== 'signed' || order === undefined || silenceHours === null || arrivedAt === null) return;
  const { province } = order;
  await write.parcelSilences.put({ waybillNo, carrier, province, arrivedAt, hours: silenceHours });
}

/** The snooze is over. */
async function wakeCases(workspace: Workspace): Promise<number> {
  const { store, clock } = workspace;
  const due = await store.read.cases.toWake(clock.now(), roundSize);
  if (due.length === 0) return 0;
  await store.write(async (write) => {
    for (const row of due) {
      await write.cases.change(row, { state: 'open', snoozeUntil: null });
      await write.cases.addStep(caseStep(workspace, row.id, 'woke', '', ''));
    }
  });
  return due.length;
}
