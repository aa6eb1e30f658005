import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { readSettings } from '../../usecases/workspace/settings.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';

/** `--min-confidence 0..1`, or the one of Settings. */
export async function readConfidence(
  workspace: Workspace,
  text: string | undefined,
): Promise<Outcome<number>> {
  if (text === undefined) return done((await readSettings(workspace)).minConfidence);
  const value = Number(text);
  const isInRange = text.trim() !== '' && value >= 0 && value <= 1;
  return isInRange ? done(value) : failure('USAGE', { detail: '--min-confidence 0..1' });
}
