import { z } from 'zod';

/** A port of this computer, and the plug that hung there: it comes back under another number. Empty: not one of a plug. */
const portFields = { port: z.string().min(1).max(200), plug: z.string().max(100) };

/** Speeds scales and guns are sold with. */
export const lineSpeeds = [1_200, 2_400, 4_800, 9_600, 19_200, 38_400, 57_600, 115_200] as const;
const baud = z.literal(lineSpeeds);

export const scaleWays = ['serial', 'hid', 'simulated'] as const;
export type ScaleWay = (typeof scaleWays)[number];

const scaleSchema = z.object({
  ...portFields,
  way: z.enum(scaleWays),
  /** How it speaks, proven by a known weight. */
  format: z.string().max(40),
  unit: z.enum(['kg', 'g']),
  baud,
});
export type ScaleSetting = z.infer<typeof scaleSchema>;

const gunSchema = z.object({ ...portFields, id: z.string().min(1).max(64), name: z.string().max(60), baud });
export type SerialGun = z.infer<typeof gunSchema>;

export const mostSerialGuns = 4;

/** What guns that type like a keyboard send before each code: up to three signs, or a key that nothing else uses. */
export const gunPrefixPattern = /^(?:|[!-/:-@[-`{-~]{1,3}|F(?:[1-9]|1\d|2[0-4]))$/;

export const recorderWays = ['none', 'webhook', 'command'] as const;
export type RecorderWay = (typeof recorderWays)[number];

/** How long photos of parcels are kept, in days. */
export const photoDays = { least: 1, most: 365, usual: 30 } as const;

/** What hangs on this bench besides printers. */
export const benchDevicesSchema = z.object({
  gunPrefix: z.string().regex(gunPrefixPattern).default(''),
  serialGuns: z.array(gunSchema).max(mostSerialGuns).default([]),
  scale: scaleSchema.nullable().default(null),
  sounds: z.object({ loudness: z.number().int().min(0).max(100).default(60) }).prefault({}),
  /** What is sent when the packing of a parcel begins and ends; `target`: an address, or a program of this computer. */
  recorder: z
    .object({ way: z.enum(recorderWays).default('none'), target: z.string().max(500).default('') })
    .prefault({}),
  /** Takes a photo of each parcel as it is closed. `deviceId`: as the window of this computer knows it; empty: the first one. */
  camera: z
    .object({
      isOn: z.boolean().default(false),
      deviceId: z.string().max(200).default(''),
      name: z.string().max(200).default(''),
      keepDays: z.number().int().min(photoDays.least).max(photoDays.most).default(photoDays.usual),
    })
    .prefault({}),
});
export type BenchDevices = z.infer<typeof benchDevicesSchema>;
