import { isDeepStrictEqual } from 'node:util';
import {
  type Confirmer,
  confirmers,
  missingParts,
  type RequirementList,
  type RequirementPart,
} from '../../../shared/domain/platformRecord/requirements.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { EverySetting } from '../../store/workspace/settings.ts';
import { recordAct } from '../operators/acts.ts';
import { change, type Workspace } from '../workspace/workspace.ts';
import { type CheckedNeed, checkNeeds } from './capabilityCheck.ts';

type Kept = EverySetting['requirements'];

export interface Requirements extends Kept {
  /** Parts nobody has answered; empty: the list is complete. */
  readonly missing: readonly RequirementPart[];
  readonly needs: readonly CheckedNeed[];
  /** Who has still to confirm it as it stands. */
  readonly unconfirmed: readonly Confirmer[];
}

export async function readRequirements(workspace: Workspace): Promise<Requirements> {
  const stored = await workspace.store.read.settings.get('requirements');
  return {
    ...stored,
    missing: missingParts(stored.list),
    needs: await checkNeeds(workspace, stored.list),
    unconfirmed: confirmers.filter((confirmer) => stored.confirmations[confirmer] === undefined),
  };
}

/** Saves the list. One that says something else than before was confirmed by nobody. */
export async function saveRequirements(
  workspace: Workspace,
  { list: given, skipped }: { readonly list: RequirementList; readonly skipped: readonly RequirementPart[] },
): Promise<Outcome<Requirements>> {
  const list = tidy(given);
  const missing = missingParts(list);
  await change(workspace, ['platformRecord', 'status'], async (write) => {
    const previous = await write.settings.get('requirements');
    const isSame = isDeepStrictEqual(previous.list, list);
    await write.settings.put('requirements', {
      ...previous,
      list,
      // A part that was answered is not skipped any more.
      skipped: skipped.filter((part) => missing.includes(part)),
      ...(isSame
        ? {}
        : {
            confirmations: {},
            exportedAt: null,
            changedAt: workspace.clock.now(),
            changedBy: workspace.actor.name,
          }),
    });
    if (!isSame) await recordAct(workspace, write, { kind: 'requirements-changed', what: '' });
  });
  return done(await readRequirements(workspace));
}

function tidy(list: RequirementList): RequirementList {
  const unique = <T>(items: readonly T[]) => [...new Set(items)];
  const systems = list.systems.map(({ kind, name }) => ({ kind, name: name.trim() }));
  return {
    ...list,
    scenes: unique(list.scenes),
    functions: unique(list.functions),
    services: unique(list.services),
    systems: list.hasNoSystems ? [] : systems,
    carriers: unique(list.carriers.map((code) => code.trim().toUpperCase()).filter(Boolean)),
    countries: unique(list.countries.map((code) => code.trim().toUpperCase()).filter(Boolean)),
    outside: list.outside
      .map(({ offer, how }) => ({ offer, how: how.trim() }))
      .filter(({ how }) => how !== ''),
  };
}

/** One of the three says that the list is right as it stands now. */
export async function confirmRequirements(
  workspace: Workspace,
  { confirmer, name }: { readonly confirmer: Confirmer; readonly name: string },
): Promise<Outcome<Requirements>> {
  if (name.trim() === '') return failure('REQUIREMENTS_NAME_MISSING');
  const { list } = await workspace.store.read.settings.get('requirements');
  const [missing] = missingParts(list);
  if (missing !== undefined) return failure('REQUIREMENTS_INCOMPLETE');
  await change(workspace, ['platformRecord', 'status'], async (write) => {
    const stored = await write.settings.get('requirements');
    const confirmation = { name: name.trim(), at: workspace.clock.now(), notedBy: workspace.actor.name };
    await write.settings.put('requirements', {
      ...stored,
      confirmations: { ...stored.confirmations, [confirmer]: confirmation },
    });
    await recordAct(workspace, write, { kind: 'requirements-confirmed', what: confirmer });
  });
  return done(await readRequirements(workspace));
}
