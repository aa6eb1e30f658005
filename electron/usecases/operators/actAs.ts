import type { Actor } from '../../../shared/domain/actor.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** The same workspace in somebody's hands. Its parts stay what they are: some of them are loaded at first use only. */
export function actAs<T extends Workspace>(workspace: T, actor: Actor): T {
  return Object.create(workspace, { actor: { value: actor, enumerable: true } }) as T;
}
