import type { SupportTerms } from '../../../shared/domain/platformRecord/platformRecord.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { serviceMinutesAWeek } from '../../../shared/rules/serviceHours.ts';
import { termsOf, writeTerms } from '../../store/platformRecord/termsJson.ts';
import { recordAct } from '../operators/acts.ts';
import { tryChange, type Workspace } from '../workspace/workspace.ts';

export interface KnownTerms {
  readonly terms: SupportTerms;
  /** 0: nothing was written down yet. */
  readonly version: number;
  readonly changedAt: number | null;
  readonly changedBy: string;
}

export async function readTerms({ store }: Pick<Workspace, 'store'>, accountId: string): Promise<KnownTerms> {
  const row = await store.read.platformRecords.termsOf(accountId);
  return {
    terms: termsOf(row?.termsJson),
    version: row?.version ?? 0,
    changedAt: row?.changedAt ?? null,
    changedBy: row?.changedBy ?? '',
  };
}

/** Writes down what was agreed. Incidents that run keep the terms they began under. */
export async function saveTerms(
  workspace: Workspace,
  given: { readonly accountId: string; readonly terms: SupportTerms; readonly version: number },
): Promise<Outcome<KnownTerms>> {
  const { accountId, version } = given;
  const terms = tidy(given.terms);
  if (terms.hours !== null && serviceMinutesAWeek(terms.hours) === 0) return failure('SUPPORT_HOURS_WRONG');
  const saved = await tryChange(workspace, ['platformRecord'], async (write) => {
    const account = await write.accounts.byId(accountId);
    if (account === undefined) return failure('ACCOUNT_GONE');
    const row = {
      accountId,
      termsJson: writeTerms(terms),
      version,
      changedAt: workspace.clock.now(),
      changedBy: workspace.actor.name,
    };
    if (!(await write.platformRecords.putTerms(row))) return failure('RECORD_CHANGED_MEANWHILE');
    await recordAct(workspace, write, { kind: 'support-terms-changed', what: account.name });
    return done(null);
  });
  return saved.ok ? done(await readTerms(workspace, accountId)) : saved;
}

function tidy(terms: SupportTerms): SupportTerms {
  const { hours } = terms;
  return {
    ...terms,
    adviserName: terms.adviserName.trim(),
    adviserPhone: terms.adviserPhone.trim(),
    hotline: terms.hotline.trim(),
    compensation: terms.compensation.trim(),
    hours:
      hours === null
        ? null
        : {
            ...hours,
            days: [...new Set(hours.days)].sort(),
            holidays: [...new Set(hours.holidays)].sort(),
            workdays: [...new Set(hours.workdays)].sort(),
          },
  };
}
