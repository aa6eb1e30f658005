import { z } from 'zod';
import { platformOffers } from '../../../shared/domain/platformRecord/platformOffer.ts';
import {
  confirmers,
  emptyRequirements,
  neededFunctions,
  parcelServices,
  type RequirementList,
  requirementParts,
  scenes,
  supportHours,
  systemKinds,
} from '../../../shared/domain/platformRecord/requirements.ts';

const countOrNull = z.number().int().min(0).nullable();

const listSchema: z.ZodType<RequirementList> = z.object({
  scenes: z.array(z.enum(scenes)),
  functions: z.array(z.enum(neededFunctions)),
  systems: z.array(z.object({ kind: z.enum(systemKinds), name: z.string() })),
  hasNoSystems: z.boolean(),
  services: z.array(z.enum(parcelServices)),
  volume: z.object({ usualPerDay: countOrNull, peakPerDay: countOrNull }),
  printerCount: countOrNull,
  carriers: z.array(z.string()),
  countries: z.array(z.string()),
  support: z.object({ hours: z.enum(supportHours), firstResponseMinutes: z.number().int() }),
  outside: z.array(z.object({ offer: z.enum(platformOffers), how: z.string() })),
});

const confirmation = z.object({ name: z.string(), at: z.number().int(), notedBy: z.string() });

/** The shop's list of requirements, who has confirmed it as it stands, and when it was last written to a file. */
export const requirementsSetting = z
  .object({
    list: listSchema.default(emptyRequirements),
    /** Parts somebody chose to leave for later. */
    skipped: z.array(z.enum(requirementParts)).default([]),
    confirmations: z.partialRecord(z.enum(confirmers), confirmation).default({}),
    changedAt: z.number().int().nullable().default(null),
    changedBy: z.string().default(''),
    exportedAt: z.number().int().nullable().default(null),
  })
  .prefault({});
