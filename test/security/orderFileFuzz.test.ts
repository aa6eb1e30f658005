import { describe, expect, it } from 'vitest';
import { fuzzOrderFiles } from './fuzz/fuzzOrderFiles.ts';
import { fuzzFormats } from './fuzz/seedFiles.ts';

/** 5,000 files on every change; `npm run fuzz` reads 100,000 of each format. */
const filesPerFormat = 1_000;
/** A child begins at some 90 MB with its own code; a reader may not take more than 200 on top. */
const mostMb = 290;

describe('files that broken programs, transfers and attackers make', () => {
  it.each(fuzzFormats)(
    'as %s are read or refused with a code: no crash, no hang, no memory, no lost character unmarked',
    async (format) => {
      const report = await fuzzOrderFiles(format, 0, filesPerFormat);
      expect(report.faults).toEqual([]);
      expect(report.files).toBe(filesPerFormat);
      expect(report.peakMb).toBeLessThan(mostMb);
    },
    180_000,
  );
});
