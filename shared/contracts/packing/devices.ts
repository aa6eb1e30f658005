import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import {
  bothNames,
  countSchema,
  failureParams,
  handedFile,
  idSchema,
  inputText,
  open,
  outputText,
  printerUri,
  secret,
  timeOrNull,
  timeSchema,
} from '../../domain/fields.ts';
import {
  gunPrefixPattern,
  lineSpeeds,
  photoDays,
  recorderWays,
  scaleWays,
} from '../../domain/packing/benchDevices.ts';
import { scaleStates } from '../../domain/packing/scale.ts';
import { procedure } from '../procedure.ts';

const baud = open(z.literal(lineSpeeds));
const unit = open(z.enum(['kg', 'g']));
const grams = open(z.number().int().min(1).max(5_000_000));

const scaleSays = z.object({
  state: open(z.enum(scaleStates)),
  grams: open(z.number().int().nullable()),
  at: timeOrNull,
  zeroAt: timeOrNull,
});

export type ScaleSaysView = z.infer<typeof scaleSays>;

const gunRow = z.object({
  id: idSchema,
  name: outputText(60),
  port: outputText(200),
  baud,
  /** Why its port is not open; empty: it is. */
  cause: outputText(40),
});

const scaleRow = z.object({
  way: open(z.enum(scaleWays)),
  port: outputText(200),
  ...bothNames,
  unit,
  baud,
  cause: outputText(40),
});

const sounds = z.object({ loudness: open(z.number().int().min(0).max(100)) });

const cameraShape = {
  isOn: open(z.boolean()),
  /** The id that the window gives a camera; empty: the first camera there is. */
  deviceId: inputText(200),
  name: inputText(200),
  keepDays: open(z.number().int().min(photoDays.least).max(photoDays.most)),
};

const devicesSchema = z.object({
  /** Whether a simulated scale may be used. */
  isPractice: open(z.boolean()),
  gunPrefix: inputText(3),
  serialGuns: z.array(gunRow),
  scale: scaleRow.nullable(),
  sounds,
  /** `shown`: the host, or the name of the program; an address may hold a secret. */
  recorder: z.object({ way: open(z.enum(recorderWays)), shown: outputText(200) }),
  camera: z.object(cameraShape),
});

export type DevicesView = z.infer<typeof devicesSchema>;

const portRow = z.object({
  way: open(z.enum(['serial', 'hid'])),
  port: outputText(200),
  name: outputText(60),
  /** Name of what it is used for here already; empty: nothing. */
  usedBy: outputText(60),
});

const guessRow = z.object({ format: outputText(40), ...bothNames, unit, says: scaleSays });

const tryStep = z.object({
  /** Why the port is not open; empty: it is. */
  cause: outputText(40),
  /** Speed it is listened to with just now. */
  baud,
  isSilent: open(z.boolean()),
  guesses: z.array(guessRow),
});

export type ScaleTryStep = z.infer<typeof tryStep>;

const liveStep = z.discriminatedUnion('kind', [
  z.object({
    kind: open(z.literal('scan')),
    gun: outputText(60),
    code: outputText(500),
    /** The gun ends its codes, and did not end this one. */
    isUnended: open(z.boolean()),
    at: timeSchema,
  }),
  z.object({ kind: open(z.literal('scale')), says: scaleSays.nullable() }),
  /** A message to the recorder did not arrive. */
  z.object({ kind: open(z.literal('recorder')), code: open(z.string()), params: failureParams }),
]);

const portInput = { port: inputText(200, 1) };

export const devicesContracts = {
  devices: {
    get: procedure('seeWork').output(devicesSchema),
    /** What serial guns read and the scale says, as it comes; `says` null: there is no scale. */
    live: procedure('seeWork').output(eventIterator(liveStep)),
    ports: procedure('changePrinters').output(z.array(portRow)),
    setGunPrefix: procedure('changePrinters')
      .input({ prefix: open(z.string().regex(gunPrefixPattern)) })
      .output(devicesSchema),
    setSounds: procedure('packParcels').input(sounds).output(devicesSchema),
    addGun: procedure('changePrinters')
      .input({ ...portInput, name: inputText(60), baud })
      .output(devicesSchema),
    removeGun: procedure('changePrinters').input({ id: idSchema }).output(devicesSchema),
    /** Listens to what may be a scale, as every format at once. It goes on until the page leaves it. */
    tryScale: procedure('changePrinters')
      .input({ ...portInput, way: open(z.enum(['serial', 'hid'])) })
      .output(eventIterator(tryStep)),
    /** Takes the scale being listened to for this bench: what `knownGrams` are on decides how it speaks. */
    chooseScale: procedure('changePrinters').input({ knownGrams: grams }).output(devicesSchema),
    simulateScale: procedure('packParcels').output(devicesSchema),
    removeScale: procedure('changePrinters').output(devicesSchema),
    /** On the simulated scale: so much is on it now. */
    putOnScale: procedure('packParcels')
      .input({ grams: open(z.number().int().min(0).max(30_000)) })
      .output(scaleSays),
    setRecorder: procedure('changeSettings')
      .input({ way: open(z.enum(recorderWays)), target: secret(500) })
      .output(devicesSchema),
    /** The barcodes that act, as A4 pages or labels; `sheets`: how many came of it. */
    printCommandSheet: procedure('packParcels').input({ printerUri }).output({ sheets: countSchema }),
    /** The same as a file for any printer. */
    writeCommandSheet: procedure('packParcels').output(handedFile),
    /** Photos are off unless somebody turns them on; the window may use a camera only while they are on. */
    setCamera: procedure('changeSettings').input(cameraShape).output(devicesSchema),
    testRecorder: procedure('changeSettings').output({ durationMs: open(z.number().int().min(0)) }),
  },
};
