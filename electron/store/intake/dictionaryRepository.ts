import type { Kysely } from 'kysely';
import { tableOf } from '../database/table.ts';
import type { OwnSpelling, Schema, StatusAnswer, StoredColumnMemory, StoredRepeatAnswer } from '../schema.ts';

/** What the workspace taught the import. Small tables, read whole. */
export function createDictionaryRepository(db: Kysely<Schema>) {
  const spellings = tableOf(db, 'ownSpellings');
  const answers = tableOf(db, 'statusAnswers');
  const repeats = tableOf(db, 'repeatAnswers');
  const memories = tableOf(db, 'columnMemories');
  return {
    spellings: () => spellings.rows().orderBy('createdAt').execute(),
    putSpelling: (row: OwnSpelling) => spellings.put(row, ['spellingKey']),
    removeSpelling: (spellingKey: string) => spellings.remove({ spellingKey }),

    statusAnswers: () => answers.rows().orderBy('profile').orderBy('word').execute(),
    putStatusAnswer: (row: StatusAnswer) => answers.put(row, ['profile', 'word']),
    removeStatusAnswer: (profile: string, word: string) => answers.remove({ profile, word }),

    repeatAnswers: () => repeats.rows().orderBy('createdAt', 'desc').execute(),
    putRepeatAnswer: (row: StoredRepeatAnswer) => repeats.put(row, ['layout']),
    removeRepeatAnswer: (layout: string) => repeats.remove({ layout }),

    columnMemories: () => memories.rows().orderBy('usedAt', 'desc').execute(),
    putColumnMemory: (row: StoredColumnMemory) => memories.put(row, ['headerKey']),
    removeColumnMemory: (headerKey: string) => memories.remove({ headerKey }),
  };
}
