import { z } from 'zod';
import { countSchema, inputText, open, outputText, printerUri, shortCode } from '../domain/fields.ts';
import { printerStates, printerWhys } from '../domain/printing/printer.ts';
import { languageFacts, printerProfileSchema, wayFacts } from '../domain/printing/printerSchema.ts';
import { procedure } from './procedure.ts';

const setupView = z.object({
  uri: outputText(500),
  name: outputText(100),
  language: open(z.string()),
  dpi: open(z.number().int()),
  size: open(z.string()),
  /** Settings this printer's language can carry; the others are shown disabled. */
  can: languageFacts.shape.settings,
  /** Forms its language can write a picture in, the one in use without a choice first; none: there is one only. */
  encodings: z.array(open(z.string())),
  profile: printerProfileSchema,
});

export type PrinterSetupView = z.infer<typeof setupView>;

const foundSchema = z.object({
  /** Without language, dpi and size: the person chooses them. */
  uri: outputText(500),
  name: outputText(100),
  kind: shortCode,
  state: open(z.enum(printerStates)),
  /** By its names it takes pages through its driver, as laser and ink printers do; null: they do not say. */
  isOffice: open(z.boolean().nullable()),
  /** Already among the printers of this workstation. */
  isKnown: open(z.boolean()),
});

export type FoundPrinter = z.infer<typeof foundSchema>;

const sheet = open(z.enum(['test', 'ruler', 'media']));

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
      name: inputText(40, 1),
      profile: printerProfileSchema.partial(),
    })
    .output(setupView),
  /**
   * Prints one sheet outside the ledger. `test`: a label; `ruler`: scales from every edge to read the offset from;
   * `media`: a frame at the very edge of the paper. Unsaved settings may be tried.
   */
  print: procedure('changePrinters')
    .input({ uri: printerUri, sheet, profile: printerProfileSchema.partial().optional() })
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
