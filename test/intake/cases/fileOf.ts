import type { ExpectedFile } from '../intakeCase.ts';
import { mappings } from './mappings.ts';

/** One file of a case; `counts` are rows, imported, needsReview, rejected, skipped. */
export function fileOf(
  file: string,
  profile: string,
  format: string,
  encoding: string,
  headerRow: number,
  counts: ExpectedFile['counts'],
  mapping: keyof typeof mappings,
): ExpectedFile {
  return {
    file,
    profile,
    format,
    encoding,
    headerRow,
    counts,
    mapping: mappings[mapping].trim().split(/;\s+/),
  };
}
