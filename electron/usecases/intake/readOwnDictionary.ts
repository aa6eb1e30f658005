import { type ColumnMemory, type OwnDictionary, statusKey } from '../../imports/recognition/ownDictionary.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** What this workspace taught the import, as recognition and judging want it. Read once a file. */
export async function readOwnDictionary({ store }: Pick<Workspace, 'store'>): Promise<OwnDictionary> {
  const { dictionary } = store.read;
  const [spellings, answers, memories] = await Promise.all([
    dictionary.spellings(),
    dictionary.statusAnswers(),
    dictionary.columnMemories(),
  ]);
  return {
    spellings: new Map(spellings.map((row) => [row.spellingKey, row.field])),
    statusAnswers: new Map(answers.map((row) => [statusKey(row.profile, row.word), row.verdict])),
    memories: new Map(
      memories.map((row) => [
        row.headerKey,
        { profile: row.profile, columns: JSON.parse(row.columnsJson) as ColumnMemory['columns'] },
      ]),
    ),
  };
}
