import type { OfferAnswer } from '../../../shared/domain/platformRecord/platformOffer.ts';
import {
  needsOf,
  type PlatformNeed,
  type RequirementList,
} from '../../../shared/domain/platformRecord/requirements.ts';
import { type Failure, failure } from '../../../shared/errors/outcome.ts';
import type { CarrierPlatform } from '../../carriers/kit/carrierPlatform.ts';
import { answerOf } from '../../carriers/kit/manifest.ts';
import type { Account } from '../../store/schema.ts';
import { accountLock } from '../booking/goLive/checklist.ts';
import type { Workspace } from '../workspace/workspace.ts';

export interface CheckedNeed extends PlatformNeed {
  /** Of each platform there is an account of. */
  readonly answers: readonly { readonly platform: string; readonly answer: OfferAnswer }[];
  /** One of them can: that another cannot does not matter. */
  readonly isMet: boolean;
}

/** What the list asks for, and which of the platforms with an account here can do it. What nobody knows is not met. */
export async function checkNeeds(workspace: Workspace, list: RequirementList): Promise<CheckedNeed[]> {
  const platforms = await configuredPlatforms(workspace);
  return needsOf(list).map((need) => {
    const answers = platforms.map(({ manifest }) => ({
      platform: manifest.id,
      answer: answerOf(manifest, need.offer),
    }));
    return { ...need, answers, isMet: answers.some(({ answer }) => answer === 'yes') };
  });
}

/** Platforms there are accounts of. Practice counts only where there is nothing else: it ships nothing. */
async function configuredPlatforms({ store, platforms }: Workspace): Promise<CarrierPlatform[]> {
  const accounts = await store.read.accounts.all();
  const used = platforms.filter(({ manifest }) => accounts.some(({ platform }) => platform === manifest.id));
  const real = used.filter(({ manifest }) => !manifest.isEmbedded);
  return real.length > 0 ? real : used;
}

/** Why this account may not go live: the shop needs what no platform of its accounts can do. null: nothing stands against it. */
export async function needsRefusal(workspace: Workspace, account: Account): Promise<Failure | null> {
  // Who is live may test again: a list that changed takes nothing away.
  if ((await accountLock(workspace, account)) !== 'locked') return null;
  const { list } = await workspace.store.read.settings.get('requirements');
  const unmet = (await checkNeeds(workspace, list)).filter(({ isMet, isBlocking }) => isBlocking && !isMet);
  if (unmet.length === 0) return null;
  const needs = unmet.map(({ offer }) => offer).join(' ');
  return failure('GOLIVE_NEEDS_UNMET', { name: account.name, needs });
}
