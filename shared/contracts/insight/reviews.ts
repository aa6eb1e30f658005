import { z } from 'zod';
import { countSchema, handedFile, inputText, open, timeSchema } from '../../domain/fields.ts';
import { reviewKinds, reviewSchema } from '../../domain/insight/review.ts';
import { procedure } from '../procedure.ts';

/** What a review is written as: to calculate with, or to be printed. */
export const reviewFileTypes = ['xlsx', 'html'] as const;
export type ReviewFileType = (typeof reviewFileTypes)[number];

const reviewInput = {
  kind: open(z.enum(reviewKinds)),
  /** A day of the time that is looked back on, `2026-11-27`; absent: the last one that is over. */
  day: inputText(10, 10).optional(),
};

const reviewsContract = {
  read: procedure('seeWork').input(reviewInput).output(reviewSchema),
  /** Weeks that are kept, newest first. */
  kept: procedure('seeWork').output(
    z.array(z.object({ from: timeSchema, to: timeSchema, booked: countSchema })),
  ),
  write: procedure('seeWork')
    .input({ ...reviewInput, type: open(z.enum(reviewFileTypes)) })
    .output(handedFile),
};

export const reviewsContracts = { reviews: reviewsContract };
