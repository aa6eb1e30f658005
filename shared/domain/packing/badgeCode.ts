import type { Role } from '../operator.ts';

const mark = 'SHIPDESK-';

/**
 * Digits alone behind the mark: two of them take the room of one letter in a Code 128, so that the badge fits the narrowest label (60 mm)
 * with bars as thick as a gun wants. Twelve are 10^12 badges, each try typed or scanned at a bench.
 */
export const badgeDigits = 12;

export const badgeCodeOf = (digits: string): string => mark + digits;

/** Part of a badge as well: it signs nobody in, and is shown and kept nowhere. No merchant's code and no command begins so. */
export const isBadgeCode = (code: string): boolean => /^SHIPDESK-\d+$/i.test(code);

/** A badge lies about and can be copied: it opens what a packer may do, never a customer's data. */
export const mayHaveBadge = (role: Role): boolean => role === 'packer';
