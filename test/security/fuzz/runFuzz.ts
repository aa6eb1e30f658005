import { parseArgs } from 'node:util';
import { fuzzOrderFiles } from './fuzzOrderFiles.ts';
import { fuzzFormats } from './seedFiles.ts';

/** `npm run fuzz -- [--format xlsx] [--count 100000] [--from 0]`: the long run, format after format. */
const { values } = parseArgs({
  options: {
    format: { type: 'string' },
    count: { type: 'string', default: '100000' },
    from: { type: 'string', default: '0' },
  },
});
const wanted = fuzzFormats.filter((one) => values.format === undefined || one === values.format);
for (const format of wanted) {
  const report = await fuzzOrderFiles(format, Number(values.from), Number(values.count));
  process.stdout.write(
    `${format}: ${report.files} files, ${report.faults.length} faults, peak ${report.peakMb} MB\n`,
  );
  for (const fault of report.faults) process.stdout.write(`  ${fault}\n`);
  if (report.faults.length > 0) process.exitCode = 1;
}
