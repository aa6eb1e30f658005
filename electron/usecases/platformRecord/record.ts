import {
  type OfferAnswer,
  type PlatformOffer,
  platformOffers,
} from '../../../shared/domain/platformRecord/platformOffer.ts';
import {
  complianceEvidence,
  fewestCallsToJudge,
  type RecordDimension,
  type RecordVerdict,
  wantedAvailability,
} from '../../../shared/domain/platformRecord/platformRecord.ts';
import {
  needsOf,
  type RequirementList,
  supportMinutesAWeek,
} from '../../../shared/domain/platformRecord/requirements.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { serviceMinutesAWeek } from '../../../shared/rules/serviceHours.ts';
import { dayMs, readShopDate } from '../../../shared/rules/shopTime.ts';
import { platformById } from '../../carriers/kit/carrierPlatform.ts';
import { answerOf, type PlatformManifest } from '../../carriers/kit/manifest.ts';
import type { Account } from '../../store/schema.ts';
import { readCallFigures } from '../insight/callFigures.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { type Coverage, coverageOf, wantedCarriers } from './coverage.ts';
import type { Evidence } from './evidence.ts';
import { type Incidents, readIncidents } from './incidents.ts';
import { type Requirements, readRequirements } from './requirements.ts';
import { type KnownTerms, readTerms } from './terms.ts';

/** Availability is null where nothing was called. */
type Stability = Pick<
  Awaited<ReturnType<typeof readCallFigures>>['total'],
  'calls' | 'faults' | 'availability' | 'p95Ms' | 'p99Ms'
> & { readonly days: number; readonly fewestCalls: number };

interface PlatformAnswer {
  readonly offer: PlatformOffer;
  readonly answer: OfferAnswer;
  readonly isNeeded: boolean;
}

export interface PlatformRecord {
  readonly account: Pick<Account, 'id' | 'name' | 'platform'>;
  readonly dimensions: readonly { readonly dimension: RecordDimension; readonly verdict: RecordVerdict }[];
  readonly coverage: Coverage;
  /** Its calls of the last thirty days, as measured here. */
  readonly stability: Stability;
  /** What it can do, the needed ones first. */
  readonly answers: readonly PlatformAnswer[];
  readonly support: KnownTerms & { readonly wanted: RequirementList['support'] };
  readonly evidence: readonly (Evidence & { readonly isExpired: boolean })[];
  readonly notes: readonly RecordNote[];
  readonly incidents: Incidents;
  readonly confirmations: Requirements['confirmations'];
}

type RecordNote = Omit<
  Awaited<ReturnType<Workspace['store']['read']['platformRecords']['notesOf']>>[number],
  'accountId'
>;

/** All that is known of the platform of one account, judged by what the shop needs. What nobody knows is never good. */
export async function readPlatformRecord(
  workspace: Workspace,
  accountId: string,
): Promise<Outcome<PlatformRecord>> {
  const { read } = workspace.store;
  const account = await read.accounts.byId(accountId);
  if (account === undefined) return failure('ACCOUNT_GONE');
  const manifest = platformById(workspace.platforms, account.platform)?.manifest;
  if (manifest === undefined) return failure('ACCOUNT_NOT_FOUND', { name: account.name });
  const { list, confirmations } = await readRequirements(workspace);
  const now = workspace.clock.now();
  const coverage = coverageOf(manifest, list, await wantedCarriers(workspace, list));
  const stability = await stabilityOf(workspace, accountId);
  const answers = answersOf(manifest, list);
  const known = await readTerms(workspace, accountId);
  const evidence = (await read.platformRecords.evidenceOf(accountId)).map((one) => ({
    ...one,
    isExpired: isExpired(one.validUntil, now),
  }));
  const verdicts: Readonly<Record<RecordDimension, RecordVerdict>> = {
    coverage: coverage.verdict,
    stability: stabilityVerdict(stability),
    functions: functionsVerdict(answers),
    support: supportVerdict(known, list.support),
    compliance: complianceVerdict(evidence),
  };
  return done({
    account: { id: account.id, name: account.name, platform: account.platform },
    dimensions: Object.entries(verdicts).map(([dimension, verdict]) => ({
      dimension: dimension as RecordDimension,
      verdict,
    })),
    coverage,
    stability,
    answers,
    support: { ...known, wanted: list.support },
    evidence,
    notes: (await read.platformRecords.notesOf(accountId)).map(({ accountId: _, ...note }) => note),
    incidents: await readIncidents(workspace, accountId),
    confirmations,
  });
}

/** Every offer there is; needed: the list asks for it, and nobody outside of this program does it. */
function answersOf(manifest: PlatformManifest, list: RequirementList): readonly PlatformAnswer[] {
  const needed = needsOf(list);
  const blocking = new Set(needed.filter(({ isBlocking }) => isBlocking).map(({ offer }) => offer));
  const answers = platformOffers.map((offer) => ({
    offer,
    answer: answerOf(manifest, offer),
    isNeeded: blocking.has(offer),
  }));
  return [...answers.filter(({ isNeeded }) => isNeeded), ...answers.filter(({ isNeeded }) => !isNeeded)];
}

const measuredDays = 30;

async function stabilityOf(workspace: Workspace, accountId: string): Promise<Stability> {
  const to = workspace.clock.now();
  const span = { from: to - measuredDays * dayMs, to };
  const { total } = await readCallFigures(workspace, { ...span, by: 'account', accountId });
  const { calls, faults, availability, p95Ms, p99Ms } = total;
  return { days: measuredDays, fewestCalls: fewestCallsToJudge, calls, faults, availability, p95Ms, p99Ms };
}

/** Too few calls cannot tell 99.9 % from all of them. */
function stabilityVerdict({ calls, availability }: Stability): RecordVerdict {
  if (availability === null || calls < fewestCallsToJudge) return 'unknown';
  return availability >= wantedAvailability ? 'good' : 'lacking';
}

function functionsVerdict(answers: readonly PlatformAnswer[]): RecordVerdict {
  const needed = answers.filter(({ isNeeded }) => isNeeded);
  if (needed.some(({ answer }) => answer === 'no')) return 'lacking';
  return needed.length === 0 || needed.some(({ answer }) => answer === 'unknown') ? 'unknown' : 'good';
}

/** The agreed hours and first answer against those the shop wants. */
function supportVerdict({ terms }: KnownTerms, wanted: RequirementList['support']): RecordVerdict {
  const { hours, answerMinutes } = terms;
  const isTooShort = hours !== null && serviceMinutesAWeek(hours) < supportMinutesAWeek[wanted.hours];
  const isTooSlow = answerMinutes !== null && answerMinutes > wanted.firstResponseMinutes;
  if (isTooShort || isTooSlow) return 'lacking';
  return hours === null || answerMinutes === null ? 'unknown' : 'good';
}

/** Each of the two proofs has to be there; one that ran out proves nothing any more. */
function complianceVerdict(
  evidence: readonly { readonly kind: Evidence['kind']; readonly isExpired: boolean }[],
): RecordVerdict {
  const states = complianceEvidence.map((kind): RecordVerdict => {
    const files = evidence.filter((file) => file.kind === kind);
    if (files.length === 0) return 'unknown';
    return files.every(({ isExpired: hasRunOut }) => hasRunOut) ? 'lacking' : 'good';
  });
  if (states.includes('lacking')) return 'lacking';
  return states.includes('unknown') ? 'unknown' : 'good';
}

/** The last day counts whole. */
function isExpired(validUntil: string, now: number): boolean {
  const lastDay = readShopDate(validUntil);
  return lastDay !== null && now >= lastDay + dayMs;
}
