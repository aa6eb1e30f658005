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
import { does, opened, unwrap } from '../gate.ts';

/** The built-in words by what they mean. */
const known = [
  { verdict: 'ship' as const, words: statusWords.ship },
  { verdict: 'shipped' as const, words: statusWords.shipped },
  { verdict: 'never' as const, words: statusWords.closed },
  { verdict: 'ask' as const, words: statusWords.wait },
];

const dictionaryRouter = {
  get: opened.dictionary.get.handler(async ({ context: { workspace } }) => {
    const own = await workspace.store.read.dictionary.spellings();
    const fields = fieldCatalogue.map(({ field, group, name }) => ({
      field,
      group,
      nameZh: name['zh-CN'],
      nameEn: name.en,
      spellings: builtInSpellings(field),
      own: own.filter((row) => row.field === field),
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
  addSpelling: opened.dictionary.addSpelling.handler(does(addSpelling)),
  removeSpelling: opened.dictionary.removeSpelling.handler(async ({ context: { workspace }, input }) => {
    unwrap(await removeSpelling(workspace, input.spelling));
    return input;
  }),
  statusWords: opened.dictionary.statusWords.handler(async ({ context: { workspace } }) => ({
    questions: await readStatusQuestions(workspace),
    answers: await workspace.store.read.dictionary.statusAnswers(),
    known,
  })),
  answerStatus: opened.dictionary.answerStatus.handler(does(answerStatusWord)),
  forgetStatus: opened.dictionary.forgetStatus.handler(async ({ context: { workspace }, input }) => {
    unwrap(await forgetStatusWord(workspace, input));
    return input;
  }),
  memories: opened.dictionary.memories.handler(({ context: { workspace } }) => readMemories(workspace)),
  forgetMemory: opened.dictionary.forgetMemory.handler(async ({ context: { workspace }, input }) => {
    unwrap(await forgetColumns(workspace, input.key));
    return readMemories(workspace);
  }),
  exportFieldList: opened.dictionary.exportFieldList.handler(async ({ context: { workspace }, input }) => {
    const { path, rowCount } = unwrap(
      await exportFieldList(workspace, { language: input.language, path: null }),
    );
    return { path, rows: rowCount };
  }),
};

export const dictionaryRouters = { dictionary: dictionaryRouter };
