import { whole } from '../main/word.ts';

/** `--patience SECONDS`: how long a run goes on without anything booked, refused or printed. */
export const patience = whole(1, 86_400, 'SECONDS');

export const patienceMsOf = (seconds: number | undefined): number | undefined =>
  seconds === undefined ? undefined : seconds * 1_000;
