import { fieldCatalogue, fieldGroups } from '../../imports/profiles/fieldCatalogue.ts';
import { builtInSpellings } from '../../imports/profiles/headerSpellings.ts';
import { importProfiles } from '../../imports/profiles/importProfiles.ts';
import { statusWords } from '../../imports/profiles/statusWords.ts';
import { forgetColumns, readMemories } from '../../usecases/intake/columnMemories.ts';
import {
  addSpelling,
  answerStatusWord,
  forgetStatusWord,
  readStatusQuestions,
  removeSpelling,
} from '../../usecases/intake/dictionary.ts';
import { exportFieldList, fieldAtPlatforms } from '../../usecases/intake/fieldList.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { gate, unwrap } from '../gate.ts';

async function memoryRows(workspace: Workspace) {
  const rows = await readMemories(workspace);
  return rows.map((row) => ({
    ...row,
    headers: [...row.headers],
    columns: row.columns.map((column) => ({ ...column })),
  }));
}

/** The built-in words by what they mean. */
const known = [
  { verdict: 'ship' as const, words: [...statusWords.ship] },
  { verdict: 'shipped' as const, words: [...statusWords.shipped] },
  { verdict: 'never' as const, words: [...statusWords.closed] },
  { verdict: 'ask' as const, words: [...statusWords.wait] },
];

export const dictionaryRouter = {
  get: gate.dictionary.get.handler(async ({ context, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const own = await workspace.store.read.dictionary.spellings();
    const fields = fieldCatalogue.map(({ field, group, name }) => ({
      field,
      group,
      nameZh: name['zh-CN'],
      nameEn: name.en,
      spellings: builtInSpellings(field),
      own: own
        .filter((row) => row.field === field)
        .map((row) => ({ spelling: row.spelling, createdAt: row.createdAt })),
      platformFields: fieldAtPlatforms(workspace, field),
    }));
    return {
      groups: Object.entries(fieldGroups).map(([id, name]) => ({
        id,
        nameZh: name['zh-CN'],
        nameEn: name.en,
      })),
      fields,
      builtInSpellings: fields.reduce((sum, { spellings }) => sum + spellings.length, 0),
      profiles: importProfiles.map(({ id, name }) => ({ id, nameZh: name['zh-CN'], nameEn: name.en })),
    };
  }),
  addSpelling: gate.dictionary.addSpelling.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { spelling, field } = unwrap(errors, await addSpelling(workspace, input));
    return { spelling, field };
  }),
  removeSpelling: gate.dictionary.removeSpelling.handler(async ({ context, input, errors }) => {
    unwrap(errors, await removeSpelling(unwrap(errors, context.session.workspace()), input.spelling));
    return input;
  }),
  statusWords: gate.dictionary.statusWords.handler(async ({ context, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const answers = await workspace.store.read.dictionary.statusAnswers();
    return {
      questions: await readStatusQuestions(workspace),
      answers: answers.map(({ profile, word, verdict, createdAt }) => ({
        profile,
        word,
        verdict,
        createdAt: createdAt,
      })),
      known,
    };
  }),
  answerStatus: gate.dictionary.answerStatus.handler(async ({ context, input, errors }) =>
    unwrap(errors, await answerStatusWord(unwrap(errors, context.session.workspace()), input)),
  ),
  forgetStatus: gate.dictionary.forgetStatus.handler(async ({ context, input, errors }) => {
    unwrap(errors, await forgetStatusWord(unwrap(errors, context.session.workspace()), input));
    return input;
  }),
  memories: gate.dictionary.memories.handler(({ context, errors }) =>
    memoryRows(unwrap(errors, context.session.workspace())),
  ),
  forgetMemory: gate.dictionary.forgetMemory.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    unwrap(errors, await forgetColumns(workspace, input.key));
    return memoryRows(workspace);
  }),
  exportFieldList: gate.dictionary.exportFieldList.handler(async ({ context, input, errors }) => {
    const workspace = unwrap(errors, context.session.workspace());
    const { path, rowCount } = unwrap(
      errors,
      await exportFieldList(workspace, { language: input.language, path: null }),
    );
    return { path, rows: rowCount };
  }),
};
