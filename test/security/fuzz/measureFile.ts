import { judgeFile } from './judgeFile.ts';

/** Reads one file in this process and tells what it took: resident MB before, the highest, and what was wrong. */
const [path = '', kind] = process.argv.slice(2);
const residentMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024);
const beforeMb = residentMb();
const fault = await judgeFile(path, kind === 'zip');
process.stdout.write(JSON.stringify({ beforeMb, peakMb: residentMb(), fault }));
