import type { AddressIssue, AddressReading } from '../../../shared/domain/addressReading.ts';
import type { FoundName } from '../names/findName.ts';
import type { TakenNumbers } from '../numbers/takeNumbers.ts';
import type { RegionChoice } from '../regions/chooseRegion.ts';
import type { ResolvedRegion } from '../regions/resolveRegion.ts';
import { detailDoubts } from '../text/detail.ts';
import { saysNoStreet } from '../text/saysNothing.ts';
import { confidenceSteps } from './confidenceSteps.ts';

interface Evidence {
  readonly numbers: TakenNumbers;
  readonly choice: RegionChoice | null;
  readonly region: ResolvedRegion | null;
  readonly name: FoundName | null;
  /** The street, as far as it may be judged. */
  readonly judged: { readonly town: string; readonly detail: string };
  readonly zone: string;
  /** Left over, apart from what only talks to the shop. */
  readonly unread: string;
  /** One street of the district is changed for another, and nobody here knows which is meant. */
  readonly hasTwoStreets: boolean;
  /** A word in front of the region might be no part of the street. */
  readonly isDoubtful: boolean;
}

/** Reasons to stop: such a row cannot be shipped as it is. */
const rejecting: ReadonlySet<AddressIssue> = new Set(['masked', 'no_region', 'phone_invalid']);
/** Facts that need no look. */
const harmless: ReadonlySet<AddressIssue> = new Set(['extension_present', 'old_name_corrected']);

/** A reading that is less sure than this wants a look even when nothing is wrong with it. */
const reviewBelow = 0.9;
/** Below this the name is a guess that a person should see. */
const uncertainName = 0.9;

const outsideMainland: ReadonlySet<string> = new Set(['台湾省', '香港特别行政区', '澳门特别行政区']);

function isRenamed({ corrections }: ResolvedRegion): boolean {
  return corrections.some(({ reason }) => /:|upgraded|merged|renamed|split/.test(reason));
}

function issuesOf(evidence: Evidence, scores: FieldScores): AddressIssue[] {
  const { numbers, region, choice, name } = evidence;
  const certain = region?.certain ?? null;
  const hasDistricts = certain !== null && certain.level !== 'district' && certain.children.length > 0;
  const districtMissing = region !== null && region.candidates.length === 0 && hasDistricts;
  const issues: AddressIssue[] = [];
  const say = (issue: AddressIssue, holds: boolean): void => {
    if (holds) issues.push(issue);
  };
  say('masked', numbers.masked);
  say('missing_phone', numbers.phone === '' && !numbers.broken);
  say('phone_invalid', numbers.broken);
  say('extension_present', numbers.extension !== '');
  say('extension_uncertain', numbers.isExtensionGuessed);
  say('two_phones', numbers.otherPhones.length > 0);
  say('name_missing', name === null);
  say('name_uncertain', name !== null && scores.name < uncertainName);
  say('no_region', region === null);
  say('district_missing', districtMissing);
  say('district_ambiguous', region !== null && region.candidates.length > 0);
  say('old_name_corrected', region !== null && isRenamed(region));
  say('region_conflict', contradicts(choice, region));
  say('two_streets', evidence.hasTwoStreets);
  say('zone_not_district', districtMissing && evidence.zone !== '');
  say('outside_mainland', region !== null && outsideMainland.has(region.province));
  say('detail_missing', hasNoStreet(evidence));
  say('leftover_text', scores.hasUnread || scores.doubts > 0);
  return issues;
}

const hasNoStreet = ({ judged: { town, detail } }: Evidence): boolean =>
  detail === '' ? town === '' : saysNoStreet(town, detail);

/**
 * 阿克苏地区阿拉尔市, 焦作市济源市: a city that answers to its province alone is told by where it lies, and no other can be meant. 六安市寿县
 * is another matter: one of the two has been written by mistake.
 */
const contradicts = (choice: RegionChoice | null, region: ResolvedRegion | null): boolean =>
  region?.contradicted === true ||
  (choice !== null && choice.conflicts.length + (region?.city === '' ? 0 : choice.left.length) > 0);

const round = (value: number): number => Math.round(value * 100) / 100;

/** Confidence, issues and the verdict: print, print with a glance, stop. */
export function judgeReading(evidence: Evidence): Pick<AddressReading, 'confidence' | 'status' | 'issues'> {
  const scores = rateFields(evidence);
  const issues = issuesOf(evidence, scores);
  const overall = calibrate(Math.min(scores.region, scores.name, scores.phone, scores.detail));
  const rejected = issues.some((issue) => rejecting.has(issue));
  const needsReview = issues.some((issue) => !harmless.has(issue));
  return {
    confidence: {
      overall: round(overall),
      region: round(scores.region),
      name: round(scores.name),
      phone: round(scores.phone),
      detail: round(scores.detail),
    },
    status: rejected ? 'reject' : needsReview || overall < reviewBelow ? 'review' : 'ok',
    issues,
  };
}

/** Raw scores of the fields, 0..1: good for an order, not yet for a promise. */
interface FieldScores {
  readonly region: number;
  readonly name: number;
  readonly phone: number;
  readonly detail: number;
  /** How many things in the detail were read into it that are none. */
  readonly doubts: number;
  /** Words are left over. */
  readonly hasUnread: boolean;
}

/** Two readings of the name that lie this close are a guess. */
const closeLead = 2.5;

/** 尕玛求吉 in 玉树, 图尔荪 in 和田: names there follow no list of surnames, so that one that stands beside the phone is as good as 王芳. */
const hasOwnNames = /^(?:西藏|新疆|内蒙古|青海)|(?:藏族|彝族|蒙古族)\S*自治州$/;

function nameScore(evidence: Evidence): number {
  const { name, numbers } = evidence;
  // A text without a phone is mostly an address alone; one with a phone nearly always names somebody.
  if (name === null) return numbers.phone === '' ? 0.88 : 0.5;
  if (name.rule === 'label') return name.score >= 12 ? 0.98 : 0.93;
  if ((name.lead ?? closeLead) < closeLead) return 0.75;
  if (name.rule === 'glued') return name.score >= 7 ? 0.92 : name.score >= 5 ? 0.86 : 0.7;
  const expected = hasOwnNames.test(`${evidence.region?.province} ${evidence.region?.city}`) ? 4 : 5.5;
  const base = name.score >= 8 ? 0.97 : name.score >= expected ? 0.94 : name.score >= 4 ? 0.84 : 0.75;
  return hasNoStreet(evidence) ? base - 0.1 : base;
}

/** 顺德北滘镇, 义乌北苑街道: a town of the one district meant says as much as the city in front of it would. */
export const confirmedRegion = 0.93;

function regionScore({ choice, region, judged }: Evidence): number {
  if (choice === null || region === null) return 0.3;
  if (region.candidates.length > 0) return region.likely ? 0.5 : 0.4;
  if (contradicts(choice, region)) return 0.5;
  const base =
    choice.score >= 16
      ? 0.99
      : choice.score >= 9
        ? 0.96
        : choice.score >= 8
          ? 0.93
          : choice.score >= 6
            ? 0.85
            : 0.6;
  const isWhole = region.district !== '' || region.certain?.children.length === 0;
  if (judged.town !== '' && choice.divisions.length === 1 && isWhole) return Math.max(base, confirmedRegion);
  if (region.district !== '') return base;
  return region.certain !== null && region.certain.children.length === 0 ? base : Math.min(base, 0.7);
}

/** One of two is right. */
const twoStreets = 0.5;

function detailScore(
  evidence: Evidence,
  name: number,
  region: number,
  doubts: number,
  hasUnread: boolean,
): number {
  if (hasNoStreet(evidence)) return evidence.name === null ? 0.85 : 0.5;
  if (evidence.hasTwoStreets) return twoStreets;
  const unread = hasUnread ? 0.15 : 0;
  return Math.max(0.1, Math.min(0.97, name, region + 0.1) - unread - Math.min(3, doubts) * 0.12);
}

function phoneScore({ numbers }: Evidence): number {
  if (numbers.phone === '') return numbers.broken || numbers.masked ? 0.2 : 0.95;
  if (numbers.isExtensionGuessed) return 0.7;
  return numbers.local ? 0.6 : 0.99;
}

/** Rates each field by what speaks for it. */
function rateFields(evidence: Evidence): FieldScores {
  const name = nameScore(evidence);
  const region = regionScore(evidence);
  const doubts = detailDoubts(evidence.judged.detail) + (evidence.isDoubtful ? 1 : 0);
  const hasUnread = evidence.unread !== '' && /[\p{L}\p{N}]{2}/u.test(evidence.unread);
  const detail = detailScore(evidence, name, region, doubts, hasUnread);
  return { region, name, phone: phoneScore(evidence), detail, doubts, hasUnread };
}

/**
 * How often readings with such a raw score are right as a whole, by the fitted table, and never more than the raw score. Made cases know
 * fewer ways of being wrong than people do, and the worst must stay first in a list.
 */
export function calibrate(raw: number): number {
  let share = confidenceSteps[0]?.[1] ?? 0;
  for (const step of confidenceSteps) if (raw >= step[0] - 1e-9) share = step[1];
  return Math.min(raw, share);
}
