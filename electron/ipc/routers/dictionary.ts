import type { Asked } from '../../../shared/contracts/contract.ts';
import { dictionaryContracts } from '../../../shared/contracts/dictionary.ts';
import { fieldCatalogue, fieldGroups } from '../../imports/profiles/fieldCatalogue.ts';
import { builtInSpellings } from '../../imports/profiles/headerSpellings.ts';
import { importProfiles } from '../../imports/profiles/importProfiles.ts';
import { statusWords } from '../../imports/profiles/statusWords.ts';
import { answerRepeats, forgetRepeats, readRepeats } from '../../usecases/intake/answerRepeats.ts';
import { forgetColumns, readMemories } from '../../usecases/intake/columnMemories.ts';
import {
  addSpelling,
  answerStatusWord,
  forgetStatusWord,
  readStatusQuestions,
  removeSpelling,
} from '../../usecases/intake/dictionary.ts';
import { exportFieldList, fieldAtPlatforms } from '../../usecases/intake/fieldList.ts';
import { does, doesThen, gateOf } from '../gate.ts';
import { writesFile } from '../pageFiles.ts';

const { onWorkspace } = gateOf(dictionaryContracts);

/** The built-in words by what they mean. */
const known = [
  { verdict: 'ship' as const, words: statusWords.ship },
  { verdict: 'shipped' as const, words: statusWords.shipped },
  { verdict: 'never' as const, words: statusWords.closed },
  { verdict: 'ask' as const, words: statusWords.wait },
];

const dictionaryRouter = onWorkspace('dictionary', {
  async get(workspace) {
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
  },
  addSpelling: does(addSpelling),
  removeSpelling: does(
    (workspace, { spelling }) => removeSpelling(workspace, spelling),
    (_done, _workspace, input) => input,
  ),
  statusWords: async (workspace) => ({
    questions: await readStatusQuestions(workspace),
    answers: await workspace.store.read.dictionary.statusAnswers(),
    known,
  }),
  answerStatus: does(answerStatusWord),
  forgetStatus: does(forgetStatusWord, (_done, _workspace, input) => input),
  repeats: readRepeats,
  answerRepeats: does(answerRepeats),
  forgetRepeats: does(forgetRepeats, (_done, _workspace, input) => input),
  memories: readMemories,
  forgetMemory: doesThen((workspace, { key }) => forgetColumns(workspace, key), readMemories),
  exportFieldList: writesFile(
    does(
      (workspace, { language }: Asked<'dictionary', 'exportFieldList'>) =>
        exportFieldList(workspace, { language, path: null }),
      ({ path, rowCount }) => ({ path, rows: rowCount }),
    ),
  ),
});

export const dictionaryRouters = { dictionary: dictionaryRouter };
