import {
  type CarrierPause,
  type CaseRule,
  type CaseRuleSet,
  usualCaseRuleSet,
} from '../../../shared/domain/cases/caseRules.ts';
import { type CaseKind, caseKindFacts } from '../../../shared/domain/cases/trackingCase.ts';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { dayMs } from '../../../shared/rules/shopTime.ts';
import type { Repositories } from '../../store/store.ts';
import { recordAct } from '../operators/acts.ts';
import type { Workspace } from '../workspace/workspace.ts';

const longestPauseMs = 30 * dayMs;

/** The rules in force: a kind that was never changed has its default, even one from a newer program. */
export async function readCaseRules({ settings }: Pick<Repositories, 'settings'>): Promise<CaseRuleSet> {
  const saved = await settings.get('caseRules');
  if (saved === null) return usualCaseRuleSet;
  const ofKind = new Map<CaseKind, CaseRule>(saved.rules.map((rule) => [rule.kind, rule]));
  return { ...saved, rules: usualCaseRuleSet.rules.map((rule) => ofKind.get(rule.kind) ?? rule) };
}

/** Refused as a whole if one limit is invalid; every parcel is checked again by the new rules. */
export async function saveCaseRules(workspace: Workspace, set: CaseRuleSet): Promise<Outcome<CaseRuleSet>> {
  const refused = rulesRefusal(set) ?? limitPlaceRefusal(workspace, set);
  if (refused !== null) return refused;
  await workspace.store.write(async (write) => {
    await write.settings.put('caseRules', set as Parameters<typeof write.settings.put<'caseRules'>>[1]);
    await write.caseWatches.watchAll(workspace.clock.now());
    await recordAct(workspace, write, { kind: 'case-rules-saved', what: String(set.rules.length) });
  });
  workspace.changed('cases', 'settings');
  return done(await readCaseRules(workspace.store.read));
}

function rulesRefusal({ rules, exceptions, pauses }: CaseRuleSet): Failure | null {
  const kinds = rules.map(({ kind }) => kind);
  const twice = kinds.find((kind, at) => kinds.indexOf(kind) !== at);
  if (twice !== undefined) return limitRefusal(twice);
  const wrong = [...rules, ...exceptions].find(({ kind, limit }) => !isLimit(kind, limit));
  if (wrong !== undefined) return limitRefusal(wrong.kind);
  const pause = pauses.find((one) => !isPause(one));
  return pause === undefined ? null : failure('CASE_PAUSE_INVALID', { from: pause.from, to: pause.to });
}

/** An exception without carrier and province would be the rule itself, and one with an unknown province would never apply. */
function limitPlaceRefusal({ divisions }: Workspace, { exceptions }: CaseRuleSet): Failure | null {
  const isKnown = (province: string): boolean =>
    province === '' || divisions.provinces.some(({ name }) => name === province);
  const wrong = exceptions.find(
    ({ carrier, province }) => (carrier === '' && province === '') || !isKnown(province),
  );
  return wrong === undefined ? null : failure('CASE_LIMIT_PLACE_UNKNOWN');
}

function isLimit(kind: CaseKind, limit: number | null): boolean {
  const { limit: range } = caseKindFacts[kind];
  if (range === null || limit === null) return range === null && limit === null;
  return Number.isInteger(limit) && limit >= range.least && limit <= range.most;
}

function limitRefusal(kind: CaseKind): Failure {
  const { least, most } = caseKindFacts[kind].limit ?? { least: 0, most: 0 };
  return failure('CASE_RULES_INVALID', { kind, least, most });
}

function isPause({ from, to }: CarrierPause): boolean {
  const length = Date.parse(to) - Date.parse(from);
  return length >= 0 && length <= longestPauseMs;
}
