import { z } from 'zod';
import { bothNames, dpiSchema, inputText, open } from '../fields.ts';
import { labelSizes } from './labelDocument.ts';

/** What is set for one printer on this workstation. */
export const printerProfileSchema = z.object({
  /** Moves the picture right (down); tenths of a millimetre. */
  offsetXTenthMm: open(z.number().int().min(-100).max(100)),
  offsetYTenthMm: open(z.number().int().min(-100).max(100)),
  /** 0–15, darker upwards; null: as set on the printer. */
  density: open(z.number().int().min(0).max(15).nullable()),
  /** null: as set on the printer. */
  speedInchesPerSecond: open(z.number().int().min(1).max(14).nullable()),
  /** Space between two labels; 0: continuous paper; null: as usual for the size. */
  gapTenthMm: open(z.number().int().min(0).max(200).nullable()),
  /** How pictures are written, where its language leaves a choice; null: as its address says, else as usual. */
  encoding: open(z.string().max(10)).nullable(),
  /** It answered when it was asked at setup: it is asked around each label, on the label's own connection. */
  answersStatus: open(z.boolean()),
  /** Labels handed over and not yet known to be printed, at most this many. */
  unconfirmedWindow: open(z.number().int().min(1).max(50)),
  /** Takes over what certainly did not print here; empty: none. */
  backupUri: inputText(500),
  /** The paper a person said is in it; labels of another size are refused. Empty: not said. */
  loadedSize: open(z.enum(['', ...labelSizes])),
  /** Paused by a person: nothing is sent, nothing is lost. */
  isPaused: open(z.boolean()),
});

/** What is known of a printer language without drawing anything. */
export const languageFacts = z.object({
  /** Its name in printer addresses. */
  id: open(z.string()),
  /** The makers' spelling. */
  name: open(z.string()),
  resolutionsDpi: z.array(dpiSchema).readonly(),
  /** Settings it has a command for that every device of it knows. */
  settings: z.object({ density: open(z.boolean()), speed: open(z.boolean()), gap: open(z.boolean()) }),
  /** Forms the picture can be written in, the usual one first; none: there is one only. */
  encodings: z.array(open(z.string())).readonly(),
  /** Its devices print slips, lists and separators as well as labels. */
  printsReceipts: open(z.boolean()),
});

/** One thing a person enters or chooses of where a printer is. */
const placeField = z.object({
  id: open(z.string()),
  ...bothNames,
  initial: open(z.string()),
  /** What the whole text must look like, as a regular expression. */
  pattern: open(z.string()),
  example: open(z.string()),
  /** Values that are offered; none: it is typed. */
  choices: z.array(open(z.string())).readonly(),
  /** `plain` and `escaped` are in the address, `option` behind its question mark. */
  place: open(z.enum(['plain', 'escaped', 'option'])),
  /** It comes with a printer that was found, and nobody types it. */
  isGiven: open(z.boolean()),
});

/** What is known of a way to a printer without opening it. */
export const wayFacts = z.object({
  /** The scheme of its addresses. */
  id: open(z.string()),
  ...bothNames,
  /** `{field}` stands for what is entered. */
  address: open(z.string()),
  fields: z.array(placeField).readonly(),
  /** An address as a person writes it, in a message. */
  example: open(z.string()),
  /** A printer nobody named: `{at}` is its place, `{last}` the last part of it; an ending everybody has is left out. */
  plainName: open(z.string()),
  commonEnding: open(z.string()),
  /** How a person comes to one: from the list of what this computer knows, by its address, or without a device. */
  foundBy: open(z.enum(['list', 'address', 'nothing'])),
  /** Who answers when it is asked how it is. */
  stateFrom: open(z.enum(['device', 'spooler'])),
  /** It keeps bytes and pictures as files, whatever the language. */
  keepsFiles: open(z.boolean()),
});
