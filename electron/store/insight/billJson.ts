import { z } from 'zod';

const wholeNumber = z.number().int();

export const toleranceSchema = z.object({
  weightGrams: wholeNumber,
  percent: wholeNumber,
  priceFen: wholeNumber,
  roundsUpToGrams: wholeNumber,
});
