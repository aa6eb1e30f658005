import { z } from 'zod';
import {
  bothNames,
  countSchema,
  handedFile,
  inputText,
  open,
  outputText,
  timeSchema,
} from '../domain/fields.ts';
import { repeatAnswers, statusVerdicts } from '../domain/order.ts';
import { procedure } from './procedure.ts';

const fieldSchema = open(z.string().min(1).max(40));
const profileSchema = open(z.string().min(1).max(40));
const spellingSchema = inputText(200);
const wordSchema = inputText(100, 1);
const verdictSchema = open(z.enum(statusVerdicts));

const dictionaryField = z.object({
  field: fieldSchema,
  group: open(z.string()),
  ...bothNames,
  /** Built in, as files write them, most common first. */
  spellings: z.array(open(z.string())),
  /** Added in this workspace, oldest first. */
  own: z.array(z.object({ spelling: spellingSchema, createdAt: timeSchema })),
  /** What the field is called at each booking platform; empty: not there. */
  platformFields: z.array(
    z.object({
      platform: open(z.string()),
      ...bothNames,
      field: open(z.string()),
    }),
  ),
});

const statusWord = z.object({ profile: profileSchema, word: wordSchema });

/** Stands for the set of headers of a file. */
const layoutSchema = inputText(64, 1);
const repeatAnswer = open(z.enum(repeatAnswers));

const memory = z.object({
  key: inputText(64),
  profile: profileSchema,
  headers: z.array(outputText(500)),
  /** Only the columns a person spoke of; field null: left out. */
  columns: z.array(z.object({ header: outputText(500), field: open(z.string().nullable()) })),
  uses: countSchema,
  usedAt: timeSchema,
});

/** The column dictionary: what it holds, and what this workspace taught it. */
const dictionaryContract = {
  get: procedure('importOrders').output({
    groups: z.array(z.object({ id: open(z.string()), ...bothNames })),
    fields: z.array(dictionaryField),
    builtInSpellings: countSchema,
    profiles: z.array(z.object({ id: open(z.string()), ...bothNames })),
  }),
  /**
   * DICTIONARY_SPELLING_TAKEN (params spelling, field) and DICTIONARY_SPELLING_GUARDED ask for a second yes: send again with
   * `isConfirmed`. DICTIONARY_SPELLING_INVALID and DICTIONARY_FIELD_UNKNOWN are final.
   */
  addSpelling: procedure('importOrders')
    .input({ spelling: spellingSchema, field: fieldSchema, isConfirmed: open(z.boolean()) })
    .output({ spelling: spellingSchema, field: fieldSchema }),
  removeSpelling: procedure('importOrders')
    .input({ spelling: spellingSchema })
    .output({ spelling: spellingSchema }),

  /** `answers`: what was said of status words; `questions`: unknown words that orders wait for; `known`: built in. */
  statusWords: procedure('importOrders').output({
    questions: z.array(statusWord.extend({ orders: countSchema })),
    answers: z.array(statusWord.extend({ verdict: verdictSchema, createdAt: timeSchema })),
    known: z.array(z.object({ verdict: verdictSchema, words: z.array(open(z.string())) })),
  }),
  /** Remembered for the platform, and applied to the orders that wait for it. */
  answerStatus: procedure('importOrders')
    .input(statusWord.extend({ verdict: verdictSchema }))
    .output({ settledOrders: countSchema }),
  forgetStatus: procedure('importOrders').input(statusWord).output(statusWord),

  /** What identical rows of one order mean, by layout: `questions` are those that orders wait for. */
  repeats: procedure('importOrders').output({
    questions: z.array(
      z.object({
        layout: layoutSchema,
        orders: countSchema,
        /** One of them, with the rows that are identical. */
        orderNo: outputText(200),
        rows: outputText(500),
      }),
    ),
    answers: z.array(z.object({ layout: layoutSchema, answer: repeatAnswer, createdAt: timeSchema })),
  }),
  /** Remembered for the layout, and applied to the orders that wait for it. */
  answerRepeats: procedure('importOrders')
    .input({ layout: layoutSchema, answer: repeatAnswer })
    .output({ settledOrders: countSchema }),
  forgetRepeats: procedure('importOrders').input({ layout: layoutSchema }).output({ layout: layoutSchema }),

  /** Columns chosen by hand, remembered per set of headers. */
  memories: procedure('importOrders').output(z.array(memory)),
  forgetMemory: procedure('importOrders')
    .input({ key: inputText(64, 1) })
    .output(z.array(memory)),

  /** Writes the field list (import column → our field → each platform's field) as xlsx into the results folder. */
  exportFieldList: procedure('importOrders')
    .input({ language: open(z.enum(['zh-CN', 'en'])) })
    .output({ ...handedFile, rows: countSchema }),
};

export const dictionaryContracts = { dictionary: dictionaryContract };
