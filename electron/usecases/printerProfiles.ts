import { z } from 'zod';
import { defaultPrinterProfile, type PrinterProfile } from '../../shared/domain/printer.ts';
import type { Repositories } from '../store/store.ts';

const profileSchema = z.object({
  offsetXTenthMm: z.number().int().default(defaultPrinterProfile.offsetXTenthMm),
  offsetYTenthMm: z.number().int().default(defaultPrinterProfile.offsetYTenthMm),
  density: z.number().int().nullable().default(defaultPrinterProfile.density),
  speedInchesPerSecond: z.number().int().nullable().default(defaultPrinterProfile.speedInchesPerSecond),
  gapTenthMm: z.number().int().nullable().default(defaultPrinterProfile.gapTenthMm),
  encoding: z.string().nullable().default(defaultPrinterProfile.encoding),
  answersStatus: z.boolean().default(defaultPrinterProfile.answersStatus),
  unconfirmedWindow: z.number().int().default(defaultPrinterProfile.unconfirmedWindow),
  backupUri: z.string().default(defaultPrinterProfile.backupUri),
  loadedSize: z.string().default(defaultPrinterProfile.loadedSize),
  isPaused: z.boolean().default(defaultPrinterProfile.isPaused),
});

/** Settings as they lie in the store; what was never set has its default. */
export function profileOf(json: string): PrinterProfile {
  return profileSchema.parse(JSON.parse(json)) as PrinterProfile;
}

/** A printer nobody added (an address on the command line) has the defaults. */
export async function readProfile(
  { printers }: Pick<Repositories, 'printers'>,
  uri: string,
): Promise<PrinterProfile> {
  const row = await printers.byUri(uri);
  return row === undefined ? defaultPrinterProfile : profileOf(row.profile_json);
}
