import { z } from 'zod';
import { labelSizes } from '../domain/labelDocument.ts';
import { printerStates, printerWhys } from '../domain/printer.ts';
import { bothNames, countSchema, dpiSchema, internal, open, printerUri, shortCode } from './fields.ts';
import { procedure } from './procedure.ts';

const profileSchema = z.object({
  /** Moves the picture right (down); tenths of a millimetre. */
  offsetXTenthMm: open(z.number().int().min(-100).max(100)),
  offsetYTenthMm: open(z.number().int().min(-100).max(100)),
  /** 0–15, darker upwards; null: as set on the printer. */
  density: open(z.number().int().min(0).max(15).nullable()),
  speedInchesPerSecond: open(z.number().int().min(1).max(14).nullable()),
  /** null: as usual for the size; 0: continuous paper. */
  gapTenthMm: open(z.number().int().min(0).max(200).nullable()),
  /** One of `encodings`; null: the first of them, or what the address says. */
  encoding: open(z.string().max(10)).nullable(),
  answersStatus: open(z.boolean()),
  unconfirmedWindow: open(z.number().int().min(1).max(50)),
  backupUri: internal(z.string().max(500)),
  /** Paper a person said lies in it; empty: not said. */
  loadedSize: open(z.enum(['', ...labelSizes])),
  isPaused: open(z.boolean()),
});

const languageSettings = z.object({
  density: open(z.boolean()),
  speed: open(z.boolean()),
  gap: open(z.boolean()),
});

const setupView = z.object({
  uri: internal(z.string()),
  name: internal(z.string()),
  language: open(z.string()),
  dpi: open(z.number().int()),
  size: open(z.string()),
  /** Settings this printer's language can carry; the others are shown disabled. */
  can: languageSettings,
  /** Forms its language can write a picture in, the one in use without a choice first; none: there is one only. */
  encodings: z.array(open(z.string())),
  profile: profileSchema,
});

export type PrinterSetupView = z.infer<typeof setupView>;

const foundSchema = z.object({
  /** Without language, dpi and size: the person chooses them. */
  uri: internal(z.string()),
  name: internal(z.string()),
  kind: shortCode,
  state: open(z.enum(printerStates)),
  /** Already among the printers of this workstation. */
  isKnown: open(z.boolean()),
});

export type FoundPrinter = z.infer<typeof foundSchema>;

const sheet = open(z.enum(['test', 'ruler', 'media']));

const languageFacts = z.object({
  id: open(z.string()),
  name: open(z.string()),
  resolutionsDpi: z.array(dpiSchema).readonly(),
  settings: languageSettings,
  encodings: z.array(open(z.string())).readonly(),
  printsReceipts: open(z.boolean()),
});

const wayFacts = z.object({
  id: open(z.string()),
  ...bothNames,
  address: open(z.string()),
  fields: z
    .array(
      z.object({
        id: open(z.string()),
        ...bothNames,
        initial: open(z.string()),
        pattern: open(z.string()),
        example: open(z.string()),
        choices: z.array(open(z.string())).readonly(),
        place: open(z.enum(['plain', 'escaped', 'option'])),
        isGiven: open(z.boolean()),
      }),
    )
    .readonly(),
  example: open(z.string()),
  plainName: open(z.string()),
  commonEnding: open(z.string()),
  foundBy: open(z.enum(['list', 'address', 'nothing'])),
  stateFrom: open(z.enum(['device', 'spooler'])),
  keepsFiles: open(z.boolean()),
});

const printerSetupContract = {
  /** What printers can speak, and the ways to them. */
  kinds: procedure('seeWork').output({
    languages: z.array(languageFacts).readonly(),
    ways: z.array(wayFacts).readonly(),
  }),
  /** Printers this computer knows: spooler queues, USB and serial ports. The network is never searched. */
  find: procedure('changePrinters').output({
    printers: z.array(foundSchema),
    /** Ways that could not be looked at, and why. */
    unavailable: z.array(z.object({ transport: open(z.string()), code: open(z.string()) })),
  }),
  /** Asks one address that a person gave. Nothing is printed. */
  probe: procedure('changePrinters')
    .input({ uri: printerUri })
    .output({
      isReachable: open(z.boolean()),
      state: open(z.enum(printerStates)),
      why: open(z.enum(printerWhys)),
      /** Understood a question in its language. */
      answersStatus: open(z.boolean()),
      /** Languages whose question it answered sensibly, best first; empty: it answers none. */
      languages: z.array(open(z.string())),
      errorCode: open(z.string()),
      durationMs: countSchema,
    }),
  get: procedure('seeWork').input({ uri: printerUri }).output(setupView),
  /** Adds the printer when it is new. */
  save: procedure('changePrinters')
    .input({
      uri: printerUri,
      name: internal(z.string().min(1).max(40)),
      profile: profileSchema.partial(),
    })
    .output(setupView),
  /**
   * Prints one sheet outside the ledger. `test`: a label; `ruler`: scales from every edge to read the offset from;
   * `media`: a frame at the very edge of the paper. Unsaved settings may be tried.
   */
  print: procedure('changePrinters')
    .input({ uri: printerUri, sheet, profile: profileSchema.partial().optional() })
    .output({ ok: open(z.boolean()), errorCode: open(z.string()) }),
  /**
   * The person reads off the ruler sheet where the paper's left and top edge cut the scales (tenths of a millimetre):
   * the offsets follow and are saved.
   */
  calibrate: procedure('changePrinters')
    .input({
      uri: printerUri,
      leftTenthMm: open(z.number().int().min(-100).max(100)),
      topTenthMm: open(z.number().int().min(-100).max(100)),
    })
    .output(setupView),
};

export const printersContracts = { printerSetup: printerSetupContract };
