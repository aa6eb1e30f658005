import { z } from 'zod';
import {
  countSchema,
  failureParams,
  fileToken,
  inputText,
  open,
  outputText,
  timeOrNull,
} from '../../domain/fields.ts';
import { offerStates, updateChannels, updateForms } from '../../domain/updates/release.ts';
import { procedure, workStream } from '../procedure.ts';

const settings = {
  /** Empty: the address the program was built with. */
  address: inputText(500),
  channel: open(z.enum(updateChannels)),
  /** It looks once a day; it never fetches or installs automatically. */
  isAutomatic: open(z.boolean()),
};

const updatesView = z.object({
  version: open(z.string()),
  /** How it is installed; null: it is not. */
  form: open(z.enum(updateForms).nullable()),
  /** Why no other version can take its place; empty: one can. */
  refusal: open(z.string()),
  settings: z.object(settings),
  /** The shop's own or the program's. */
  hasAddress: open(z.boolean()),
  checkedAt: timeOrNull,
  /** Why the last look failed; null: it did not. */
  failing: z.object({ code: open(z.string()), params: failureParams }).nullable(),
  offer: z
    .object({
      version: open(z.string()),
      channel: open(z.enum(updateChannels)),
      releasedOn: open(z.string()),
      notes: open(z.object({ 'zh-CN': z.string(), en: z.string() })),
      bytes: countSchema,
      doneBytes: countSchema,
      state: open(z.enum(offerStates)),
    })
    .nullable(),
  /** What came of the version that was handed to the system the last time; null: nothing, or somebody has seen it. */
  news: z
    .object({
      from: open(z.string()),
      to: open(z.string()),
      /** false: the previous version still runs. */
      isDone: open(z.boolean()),
      /** Empty: the owner of the server backs up. */
      backupName: outputText(400),
      /** What puts the previous version in again; empty: it is not kept. */
      wayBackName: outputText(400),
    })
    .nullable(),
  /** There is something that nobody at a window has seen. */
  isUnshown: open(z.boolean()),
});

export type UpdatesView = z.infer<typeof updatesView>;

/** Other versions of this program: looked for, fetched and handed to the system, when a person says so. */
const updatesContract = {
  get: procedure('seeWork').output(updatesView),
  set: procedure('changeSettings').input(z.object(settings).partial()).output(updatesView),
  check: procedure('seeWork').output(updatesView),
  /** An installer that somebody brings, or the release beside it. */
  takeFile: procedure('changeSettings').input({ fileToken }).output(updatesView),
  download: procedure('changeSettings').output(
    workStream({ doneBytes: countSchema, totalBytes: countSchema }, { isReady: open(z.boolean()) }),
  ),
  /** After `isReady` the program ends. */
  install: procedure('changeSettings').output({
    isReady: open(z.boolean()),
    version: open(z.string()),
    open: z.object({
      bookings: countSchema,
      labels: countSchema,
      unsureOrders: countSchema,
      unsureLabels: countSchema,
    }),
    backupName: outputText(400),
  }),
  /** Whoever sits at the window has seen it: it is not shown again. */
  markShown: procedure('seeWork').output(updatesView),
  /** The news has been read, and goes. */
  closeNews: procedure('seeWork').output(updatesView),
};

export const updatesContracts = { updates: updatesContract };
