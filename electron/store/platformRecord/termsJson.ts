import { z } from 'zod';
import { noTerms, type SupportTerms } from '../../../shared/domain/platformRecord/platformRecord.ts';
import { serviceHoursSchema } from '../../../shared/rules/serviceHours.ts';
import { storedJson } from '../database/storedJson.ts';

const minutesOrNull = z.number().int().min(1).nullable();

const termsJson = storedJson<SupportTerms>(
  'terms_json',
  z.object({
    adviserName: z.string(),
    adviserPhone: z.string(),
    hotline: z.string(),
    hours: serviceHoursSchema.nullable(),
    answerMinutes: minutesOrNull,
    solutionMinutes: minutesOrNull,
    compensation: z.string(),
  }),
);

export const writeTerms = (terms: SupportTerms): string => termsJson.write(terms);

/** Terms that cannot be read are terms nobody knows. */
export const termsOf = (text: string | undefined): SupportTerms =>
  text === undefined ? noTerms : termsJson.readOr(text, noTerms);
