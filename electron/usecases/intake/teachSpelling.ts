import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { normaliseHeader } from '../../imports/profiles/normaliseHeader.ts';
import { exactField, isCanonicalField, isGuarded } from '../../imports/recognition/headerDictionary.ts';
import type { OwnSpelling } from '../../store/schema.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Longer than any header of the known exports (46), shorter than a sentence of instructions. */
const longestSpelling = 60;

export interface SpellingRequest {
  readonly spelling: string;
  readonly field: string;
  /** The person was told of the clash and wants it all the same. */
  readonly isConfirmed: boolean;
}

/**
 * Adds a header spelling of this workspace. A word that belongs to another field, or that warns against the receiver,
 * needs a second yes: a wrong one sends every parcel of a file to a stranger.
 */
export async function addSpelling(
  workspace: Workspace,
  { spelling, field, isConfirmed }: SpellingRequest,
): Promise<Outcome<OwnSpelling>> {
  const key = normaliseHeader(spelling);
  const text = spelling.trim();
  if (key === '' || text.length > longestSpelling) return failure('DICTIONARY_SPELLING_INVALID');
  if (!isCanonicalField(field)) return failure('DICTIONARY_FIELD_UNKNOWN', { field });
  const own = (await workspace.store.read.dictionary.spellings()).find((row) => row.spellingKey === key);
  const owner = own?.field ?? exactField(key);
  if (!isConfirmed && owner !== null && owner !== field) {
    return failure('DICTIONARY_SPELLING_TAKEN', { spelling: text, field: owner });
  }
  if (!isConfirmed && owner !== field && isGuarded(field, key)) {
    return failure('DICTIONARY_SPELLING_GUARDED', { spelling: text });
  }
  const row = { spellingKey: key, spelling: text, field, createdAt: workspace.clock.now() };
  await workspace.store.write((write) => write.dictionary.putSpelling(row));
  workspace.changed('dictionary');
  return done(row);
}

/** Takes an own spelling out again; built-in ones stay. */
export async function removeSpelling(workspace: Workspace, spelling: string): Promise<Outcome<null>> {
  const isGone = await workspace.store.write((write) =>
    write.dictionary.removeSpelling(normaliseHeader(spelling)),
  );
  if (!isGone) return failure('DICTIONARY_ENTRY_NOT_FOUND');
  workspace.changed('dictionary');
  return done(null);
}
