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
import { updateChannels } from '../../../shared/domain/updates/release.ts';
import { alarmDayLimits } from '../../../shared/rules/backupAge.ts';
import { lockMinuteLimits } from '../../../shared/rules/lockRules.ts';
import { bookKeyListSchema } from '../../vault/bookKeys.ts';
import { erasedPersonSchema } from '../../vault/erasedList.ts';
import { keptPurposes } from '../../vault/sealing.ts';
import { partySchema, storedJson } from '../database/storedJson.ts';
import { toleranceSchema } from '../insight/billJson.ts';
import { bookMoveSetting, movePartsSetting } from '../moving/bookMoveSetting.ts';
import { requirementsSetting } from '../platformRecord/requirementsSetting.ts';

function wholeNumber(name: NumberSettingName) {
  const { least, most, usual } = numberSettings[name];
  return z.number().int().min(least).max(most).default(usual);
}

/** What a person chooses in Settings, with its default. */
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

/** For how many labels in a row the printer closed its connection, left it open, or answered without ever being busy. */
const printerCounts = z.object({ closed: z.number(), open: z.number(), neverBusy: z.number() });

/** Backups that the last look at a place found surplus, and when. */
const ladderLook = z
  .object({ at: z.number(), names: z.array(z.string()) })
  .nullable()
  .default(null);

/** What the program keeps for itself, or a person sets on another page than Settings. */
const ownSettings = {
  /** Revision of the sealed file beside the database, and the one known to be on disk when it was written. */
  seal: z.object({ revision: z.number().int(), onDisk: z.number().int() }).nullable().default(null),
  /** The newest revision that any bench has sealed; null: there was never more than one bench, see `seal`. */
  sealRevision: z.number().int().nullable().default(null),
  /** For a book on a server: whose it is, proven by the key. null: the book is embedded, or just made. */
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
  /** Moving: part of the book has come, all has come but is not opened yet, or the book has left; and which bench moves it. null: no move. */
  bookMove: bookMoveSetting,
  /**
   * A move that a bench began here and that has not ended: where to (`host/database`; empty: to its own computer), and since when. The book
   * at the other end does not have this setting.
   */
  moveBegun: z.object({ benchId: z.string(), place: z.string(), at: z.number() }).nullable().default(null),
  moveParts: movePartsSetting,
  /** Contradictions between sealed file and database that nobody has confirmed yet. */
  sealTroubles: z
    .array(
      z.object({
        kind: z.enum(sealTroubles),
        /** Number of the act that reports it, and the first row of the record that is missing or differs. */
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
   * The journal of outside calls knows nothing between `since` (null: unknown) and `until` (UTC ms): for what may have been booked then, the
   * platform is asked before it is booked.
   */
  journalGap: z.object({ since: z.number().nullable(), until: z.number() }).nullable().default(null),
  /** Hex; after the workspace's key was renewed: the key under which its record of acts began and goes on. */
  recordKey: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .nullable()
    .default(null),
  /** Hex, likewise: the keys by which tokens of programs and marks of erased orders are recognised. */
  keptKeys: z.partialRecord(z.enum(keptPurposes), z.string().regex(/^[0-9a-f]{64}$/)).default({}),
  /** The keys of a book that lay on a server before it came here: benches may wait there for its return. */
  bookKeys: bookKeyListSchema.nullable().default(null),
  /** The book got a new key, and something may still be sealed under a previous one. */
  isResealing: z.boolean().default(false),
  requirements: requirementsSetting,
  /** Queries per day that a shop has set itself, by meter: the platform and the merchant's id there. */
  trackingPerDay: z.record(z.string(), z.number().int().min(0)).default({}),
  /** Only the digest of the rescue code; null: there is none, or it went with the last operator. */
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
  /** How automatic backups are made; null: as usual for this kind of workspace. */
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
  /** What counts as equal on a carrier's bill, by carrier; others have the usual tolerance. */
  billTolerances: z.record(z.string(), toleranceSchema).default({}),
  /** Days after which finished orders lose their personal data (null in it: never). null: nobody has chosen yet. */
  retention: z
    .object({ days: z.number().int().min(retentionDays.least).max(retentionDays.most).nullable() })
    .nullable()
    .default(null),
  /** When the sweep of the running workspace last looked; kept by the program. */
  retentionSweptAt: z.number().int().nullable().default(null),
  /** Orders of people who asked to be erased, and that were still needed then: they go once they are not. */
  awaitedErasures: z.array(z.object({ orderId: z.string(), askedAt: z.number().int() })).default([]),
  /** People who were erased because they asked for it, as the list beside the database has them: a backup older than that has fewer. */
  erasedPersons: z.array(erasedPersonSchema).default([]),
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
  /** Outside calls are counted in buckets: all of them (null), or all since then. Unset: earlier calls are not counted yet. */
  callFigures: z.object({ knownSince: z.number().int().nullable() }).nullable().default(null),
  /** Exception rules that a person changed; null: all are as usual. */
  caseRules: caseRuleSetSchema.nullable().default(null),
  /** When the exception rules last ran, and since when this computer has run them without a gap; kept by the program. */
  caseRounds: z.object({ workedAt: z.number(), awakeSince: z.number() }).nullable().default(null),
  /** What each printer usually does after a label, by its device; kept by the program. */
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
  /** The parcel the recorder is filming; empty: none. Kept by the program. */
  benchFilm: z.object({ parcelId: z.string(), parcelNo: z.string() }).default({ parcelId: '', parcelNo: '' }),
  /** What this bench did while the server was away and the book did not accept; each stays until somebody has dealt with it. */
  awayConflicts: z
    .array(
      z.object({
        id: z.string(),
        kind: z.enum(awayConflicts),
        orderId: z.string(),
        orderNo: z.string(),
        parcelNo: z.number().int(),
        waybillNo: z.string(),
        /** When it was packed or last opened, and by whom. */
        at: z.number().int(),
        operator: z.string(),
        foundAt: z.number().int(),
        /** Folder in `set-aside` that keeps what could not be brought in; empty: none. */
        file: z.string().default(''),
        /** Code of why a change was refused; empty: somebody else had changed the order. */
        reason: z.string().default(''),
        /** For an import: its file. */
        fileName: z.string().default(''),
        /** How many orders of an import, or parcels of a list. */
        count: z.number().int().default(0),
        /** For a courier's list: its number. */
        listNo: z.string().default(''),
      }),
    )
    .readonly()
    .default([]),
  /**
   * Only in the file that stands in for the book while its server is away: when the file last knew everything the bench may have to pack
   * (UTC ms; null: it was never complete), and whether somebody has worked on it. null: the file is new.
   */
  awayStand: z.object({ knownAt: z.number().nullable(), isUsed: z.boolean() }).nullable().default(null),
  /** Only in that file: print jobs of the book that waited or were on their way at this bench's printers when work without the book began. */
  awayLabels: z.array(z.string()).readonly().default([]),
  /** Guns, scale, sounds and recorder of this bench. */
  benchDevices: benchDevicesSchema.prefault({}),
  /** Where new versions of the program come from, and which; empty: the address the product was built with. */
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

/** Settings that each PC has for itself where several share a book: looks, devices, folders, and what lies beside its database. */
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

/** An unreadable value counts as unset: nothing stops because of it, and it can be set again. */
export function settingOf<Key extends SettingKey>(
  key: Key,
  valueJson: string | undefined,
): EverySetting[Key] {
  const schema = settingSchemas[key] as unknown as z.ZodType<EverySetting[Key]>;
  const unset = () => schema.parse(undefined);
  if (valueJson === undefined) return unset();
  return storedJson(`settings.${key}`, schema).readOr(valueJson, null) ?? unset();
}
