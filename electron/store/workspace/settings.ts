import { z } from 'zod';
import { caseRuleSetSchema } from '../../../shared/domain/cases/caseRules.ts';
import { alarmAreas, alarmKinds } from '../../../shared/domain/insight/alarm.ts';
import { alarmLimitNames } from '../../../shared/domain/insight/alarmRules.ts';
import { sealTroubles } from '../../../shared/domain/operatorAct.ts';
import { awayConflicts } from '../../../shared/domain/packing/awayConflicts.ts';
import { benchDevicesSchema } from '../../../shared/domain/packing/benchDevices.ts';
import { printMoments, usualPackingRules } from '../../../shared/domain/packing/packing.ts';
import { labelSizes } from '../../../shared/domain/printing/labelDocument.ts';
import { labelOrderKeys } from '../../../shared/domain/printing/printJob.ts';
import { retentionDays } from '../../../shared/domain/retention/retention.ts';
import { type NumberSettingName, numberSettings } from '../../../shared/domain/settings.ts';
import { updateChannels } from '../../../shared/domain/update/release.ts';
import { alarmDayLimits } from '../../../shared/rules/backupAge.ts';
import { lockMinuteLimits } from '../../../shared/rules/lockRules.ts';
import { bookKeyListSchema } from '../../vault/bookKeys.ts';
import { keptPurposes } from '../../vault/sealing.ts';
import { partySchema, storedJson } from '../database/storedJson.ts';
import { toleranceSchema } from '../insight/billJson.ts';
import { bookMoveSetting, movePartsSetting } from '../moving/bookMoveSetting.ts';
import { requirementsSetting } from '../platformRecord/requirementsSetting.ts';

function wholeNumber(name: NumberSettingName) {
  const { least, most, usual } = numberSettings[name];
  return z.number().int().min(least).max(most).default(usual);
}

/** What a person chooses in Settings, and what it is until then. */
const choices = {
  language: z.enum(['zh-CN', 'en']).default('zh-CN'),
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  sender: partySchema.nullable().default(null),
  /** Who sends the orders of a shop, by the name its files give it; the others have the sender above. */
  shopSenders: z.array(z.object({ shop: z.string(), sender: partySchema })).default([]),
  merchantText: z.string().default(''),
  defaultAccountId: z.string().nullable().default(null),
  defaultCarrier: z.string().default('ZTO'),
  defaultPrinterUri: z.string().nullable().default(null),
  /** Readings below this go to a person. */
  minConfidence: z.number().min(0).max(1).default(0.7),
  bookingRetries: wholeNumber('bookingRetries'),
  bookingDeadlineMinutes: wholeNumber('bookingDeadlineMinutes'),
  unshippedDays: wholeNumber('unshippedDays'),
  refundDays: wholeNumber('refundDays'),
  lowBalance: wholeNumber('lowBalance'),
  labelsPerRoll: wholeNumber('labelsPerRoll'),
  codPayoutDays: wholeNumber('codPayoutDays'),
  cutOffHour: wholeNumber('cutOffHour'),
  /** Folder an ERP drops order files into; null: nothing is watched. */
  watch: z
    .object({
      folder: z.string(),
      profile: z.string(),
      action: z.enum(['import', 'ship']),
      /** Absent: the default printer; null: nothing is printed; `auto:`: the rules choose. */
      printerUri: z.string().nullable().optional(),
    })
    .nullable()
    .default(null),
  /** UTC ms; kept by the program, not by a person. */
  lastBackupAt: z.number().int().nullable().default(null),
  /** This computer's clock against the replies of platforms; kept by the program. */
  clockSkew: z
    .object({ skewMs: z.number(), samples: z.number(), measuredAt: z.number() })
    .nullable()
    .default(null),
};

/** Labels in a row after which a printer closed its connection, left it open, or answered without ever being busy. */
const printerCounts = z.object({ closed: z.number(), open: z.number(), neverBusy: z.number() });

/** What a look at a place's backups found surplus, and when. */
const ladderLook = z
  .object({ at: z.number(), names: z.array(z.string()) })
  .nullable()
  .default(null);

/** What the program keeps for itself or sets elsewhere. */
const ownSettings = {
  /** Of the sealed file beside the database: the revision it has, and the one known to be on disk when that was written. */
  seal: z.object({ revision: z.number().int(), onDisk: z.number().int() }).nullable().default(null),
  /** The newest revision that any bench has sealed; null: `seal` says it, where there was never more than one. */
  sealRevision: z.number().int().nullable().default(null),
  /** Of a book on a server: to whom it belongs, proven by the key. null: an embedded one, or one just made. */
  book: z
    .object({
      workspaceId: z.string(),
      isPractice: z.boolean(),
      isPersonalSealed: z.boolean().default(false),
      proof: z.string(),
      shape: z.string(),
    })
    .nullable()
    .default(null),
  /**
   * A book of which a part has come, that is whole and not opened yet, or that has left; and the bench that moves it. null: it lies there.
   */
  bookMove: bookMoveSetting,
  /**
   * A move that a bench began here and has not seen the end of: where to (`host/database`; empty: to its own computer), and when. The
   * book that arrives does not have it.
   */
  moveBegun: z.object({ benchId: z.string(), place: z.string(), at: z.number() }).nullable().default(null),
  moveParts: movePartsSetting,
  /** Contradictions between sealed file and database that nobody has confirmed to have seen. */
  sealTroubles: z
    .array(
      z.object({
        kind: z.enum(sealTroubles),
        /** Number of the act that tells of it, and the first row of the record that was cut off or is another one. */
        actNo: z.number().int(),
        brokenNo: z.number().int().nullable(),
      }),
    )
    .default([]),
  /** How far the journal of outside calls stood; null: nothing of it is in this database. */
  journalMark: z
    .object({
      seq: z.number(),
      segment: z.number(),
      tag: z.string().optional(),
      at: z.number().optional(),
    })
    .nullable()
    .default(null),
  /**
   * The journal of outside calls does not say what happened between `since` (null: nobody knows) and `until` (UTC ms): what
   * may have been booked then is asked for before it is booked.
   */
  journalGap: z.object({ since: z.number().nullable(), until: z.number() }).nullable().default(null),
  /** Hex; of a workspace whose key was renewed: what its record of acts was begun with, and goes on under. */
  recordKey: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
  /** Hex, of such a workspace as well: by which tokens of programs and the marks of erased orders are told. */
  keptKeys: z.partialRecord(z.enum(keptPurposes), z.string().regex(/^[0-9a-f]{64}$/)).default({}),
  /** Of a book that lay on a server before it came here: benches may wait there for its return. */
  bookKeys: bookKeyListSchema.nullable().default(null),
  /** The book got a new key, and something may still be sealed under a former one. */
  isResealing: z.boolean().default(false),
  requirements: requirementsSetting,
  /** Questions a day that a shop has set itself, by meter: the platform and the merchant's id there. */
  trackingPerDay: z.record(z.string(), z.number().int().min(0)).default({}),
  /** Of the rescue code only the digest; null: there is none, or it went with the last operator. */
  rescueCode: z
    .object({ salt: z.string(), hash: z.string(), wrongTries: z.number().int(), triedAt: z.number().int() })
    .nullable()
    .default(null),
  /** The automation door on this computer; null: it is closed. */
  door: z
    .object({ port: z.number().int().min(1024).max(65_535) })
    .nullable()
    .default(null),
  /** Five minutes unless the shop says otherwise: long enough for a pallet, short enough for a lunch. */
  operatorRules: z.object({ idleMinutes: z.number().int().min(1).max(480).default(5) }).prefault({}),
  /** When the workspace locks itself; null: as usual for this kind of workspace. */
  lockRules: z
    .object({
      idleMinutes: z
        .number()
        .int()
        .min(lockMinuteLimits.least)
        .max(lockMinuteLimits.most)
        .nullable()
        .default(null),
      withSystem: z.boolean().nullable().default(null),
      asksAgain: z.boolean().default(false),
    })
    .prefault({}),
  /** How backups are made by themselves; null: as usual for this kind of workspace. */
  backupPlan: z
    .object({
      isScheduled: z.boolean().nullable().default(null),
      second: z.object({ folder: z.string(), chosenAt: z.number() }).nullable().default(null),
      alarmDays: z.number().int().min(alarmDayLimits.least).max(alarmDayLimits.most).nullable().default(null),
    })
    .prefault({}),
  /** What the schedule has to remember over a restart; kept by the program. */
  backupMemory: z
    .object({
      lastMade: z.string().nullable().default(null),
      /** When the second place got its last copy, and which backup was the last then. */
      copied: z.object({ lastBackupAt: z.number(), at: z.number() }).nullable().default(null),
      looks: z.object({ own: ladderLook, second: ladderLook }).prefault({}),
    })
    .prefault({}),
  /** What counts as the same on a carrier's bill, by carrier; those that are not named go by the usual one. */
  billTolerances: z.record(z.string(), toleranceSchema).default({}),
  /** Days after which finished orders lose their personal data, null in it: never; null: nobody has chosen yet. */
  retention: z
    .object({ days: z.number().int().min(retentionDays.least).max(retentionDays.most).nullable() })
    .nullable()
    .default(null),
  /** When the sweep of the running workspace last looked; kept by the program. */
  retentionSweptAt: z.number().int().nullable().default(null),
  /** Folder the merchant's web server puts what platforms push into, a folder an account; null: none. */
  pushFolder: z.string().nullable().default(null),
  /** What raises an alarm; a limit that nobody has set is as usual. */
  alarmRules: z
    .object({
      limits: z.partialRecord(z.enum(alarmLimitNames), z.number().int()).default({}),
      off: z.array(z.enum(alarmKinds)).default([]),
      isDesktopOn: z.boolean().default(true),
      isSoundOn: z.boolean().default(true),
    })
    .prefault({}),
  /** Who is to be called. */
  alarmContacts: z
    .array(
      z.object({
        name: z.string(),
        phone: z.string(),
        note: z.string(),
        areas: z.array(z.enum(alarmAreas)),
      }),
    )
    .default([]),
  /** Outside calls are counted in buckets: all of them (null), or all since then. Unset: those of earlier are not counted yet. */
  callFigures: z.object({ knownSince: z.number().int().nullable() }).nullable().default(null),
  /** What a person changed of the exception rules; null: all as usual. */
  caseRules: caseRuleSetSchema.nullable().default(null),
  /** When the rules were last gone through, and since when this computer has done so without a gap; kept by the program. */
  caseRounds: z.object({ workedAt: z.number(), awakeSince: z.number() }).nullable().default(null),
  /** What the labels so far have told of each printer, by its device; kept by the program. */
  printerHabits: z.record(z.string(), printerCounts).default({}),
  /** How the packing bench of this workstation works. */
  packingRules: z
    .object({
      benchName: z.string().default(usualPackingRules.benchName),
      shops: z.array(z.string()).readonly().default([]),
      carriers: z.array(z.string()).readonly().default([]),
      printAt: z.enum(printMoments).default(usualPackingRules.printAt),
      opensBySku: z.boolean().default(usualPackingRules.opensBySku),
      checksItems: z.boolean().default(usualPackingRules.checksItems),
      weighs: z.boolean().default(usualPackingRules.weighs),
      scansLabel: z.boolean().default(usualPackingRules.scansLabel),
      printerUri: z.string().default(usualPackingRules.printerUri),
      slipPrinterUri: z.string().default(usualPackingRules.slipPrinterUri),
      showsPictures: z.boolean().default(usualPackingRules.showsPictures),
      handsOverPackedOnly: z.boolean().default(usualPackingRules.handsOverPackedOnly),
    })
    .prefault({}),
  /** The parcel whose recording the recorder was last told to begin; empty: none. Kept by the program. */
  benchFilm: z.object({ parcelId: z.string(), parcelNo: z.string() }).default({ parcelId: '', parcelNo: '' }),
  /** What this bench packed and changed while the server was away and the book did not bear; until somebody has seen to each. */
  awayConflicts: z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(awayConflicts),
        orderId: z.string(),
        orderNo: z.string(),
        parcelNo: z.number().int(),
        waybillNo: z.string(),
        /** When it was packed, or opened last, and by whom. */
        at: z.number().int(),
        operator: z.string(),
        foundAt: z.number().int(),
        /** Folder in `set-aside` where what could not be brought in is kept; empty: nothing is. */
        file: z.string().default(''),
        /** Code of what stood against a change; empty: what somebody else did. */
        reason: z.string().default(''),
        /** Of an import: its file. */
        fileName: z.string().default(''),
        /** Orders of an import, or parcels of a list. */
        count: z.number().int().default(0),
        /** Of a courier's list. */
        listNo: z.string().default(''),
      }),
    )
    .readonly()
    .default([]),
  /**
   * Of the file that stands in for the book while its server is away: as of when it knows all that the bench may have to pack (UTC ms; null: it
   * was never whole), and whether it was worked on. null: it is new.
   */
  awayStand: z.object({ knownAt: z.number().nullable(), isUsed: z.boolean() }).nullable().default(null),
  /** In the same file: print jobs of the book that waited at printers of the bench, or were on their way to them, when its work on it began. */
  awayLabels: z.array(z.string()).readonly().default([]),
  /** Guns, scale, sounds and recorder of this bench. */
  benchDevices: benchDevicesSchema.prefault({}),
  /** Who gives new versions of the program, and which; empty: the address the product was built with. */
  updates: z
    .object({
      address: z.string().default(''),
      channel: z.enum(updateChannels).default('stable'),
      isAutomatic: z.boolean().default(true),
    })
    .prefault({}),
  printRules: z
    .object({
      /** Half a working day: a label wanted in the morning is not what the bench does in the evening. */
      staleAfterMinutes: z.number().int().default(240),
      isHeldAfterRestart: z.boolean().default(true),
      reprintLimit: z.number().int().default(5),
      labelOrder: z
        .object({ by: z.enum(labelOrderKeys), isReversed: z.boolean() })
        .default({ by: 'chosen', isReversed: false }),
      carrierSizes: z.array(z.object({ carrier: z.string(), size: z.enum(labelSizes) })).default([]),
    })
    .prefault({}),
};

/** What belongs to one PC of several that work on a book: its looks and devices, its folders, and what lies beside its database. */
export const benchSettings: ReadonlySet<string> = new Set<SettingKey>([
  'language',
  'theme',
  'defaultPrinterUri',
  'watch',
  'clockSkew',
  'seal',
  'journalMark',
  'door',
  'pushFolder',
  'lastBackupAt',
  'backupPlan',
  'backupMemory',
  'printerHabits',
  'packingRules',
  'benchFilm',
  'awayConflicts',
  'awayStand',
  'awayLabels',
  'benchDevices',
  'moveParts',
]);

export const choicesSchema = z.object(choices);
const settingSchemas = { ...choices, ...ownSettings };

export type Settings = z.infer<typeof choicesSchema>;
export type EverySetting = Settings & z.infer<z.ZodObject<typeof ownSettings>>;
export type SettingKey = keyof EverySetting;

/** A value nobody can read counts as one nobody has set: nothing stops for it, and it can be set anew. */
export function settingOf<Key extends SettingKey>(
  key: Key,
  valueJson: string | undefined,
): EverySetting[Key] {
  const schema = settingSchemas[key] as unknown as z.ZodType<EverySetting[Key]>;
  const unset = () => schema.parse(undefined);
  if (valueJson === undefined) return unset();
  return storedJson(`settings.${key}`, schema).readOr(valueJson, null) ?? unset();
}
