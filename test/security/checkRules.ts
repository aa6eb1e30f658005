import { crowdedFolders } from '../house/measureFiles.ts';
import { cruiseImports } from './cruiseImports.ts';
import { fileSizes, sizeBudget } from './fileSizes.ts';
import { breachesOf } from './homeRules.ts';
import importRules from './importRules.json' with { type: 'json' };
import { platformNamesOf } from './platformNames.ts';
import { projectFolder, sourceFiles } from './sourceFiles.ts';
import { untestedFiles } from './untestedFiles.ts';

/** `npm run rules`: imports, homes and sizes must hold; files without a test are told only. */
const productFolders = ['electron', 'renderer', 'shared', 'resources'];
const faults: string[] = [];
const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const { moduleCount, violations } = await cruiseImports(projectFolder, [...productFolders, 'test']);
say(`imports: ${moduleCount} modules, at least ${importRules.leastModules} expected`);
faults.push(...violations);
if (moduleCount < importRules.leastModules)
  faults.push(`only ${moduleCount} modules were read: the checker is blind`);

const files = sourceFiles(...productFolders);
const own = sourceFiles('electron', 'renderer', 'shared');
faults.push(...breachesOf(own), ...platformNamesOf(own));

const sizes = fileSizes(files);
say(
  `sizes: ${sizes.fileCount} files, median ${sizes.medianLines} lines, longest ${sizes.longest.path} ${sizes.longest.lines}`,
);
faults.push(...sizes.tooLong.map((file) => `too long: ${file}`));
if (sizes.medianLines > sizeBudget.medianLines)
  faults.push(`the median of ${sizes.medianLines} lines is over ${sizeBudget.medianLines}`);

faults.push(...crowdedFolders().map((folder) => `more than 25 files: ${folder}`));

const { unreached, withoutMirror } = untestedFiles();
say(
  `tests: ${unreached.length} files over 30 lines no test reaches, ${withoutMirror.length} reached only from afar`,
);
if (process.argv.includes('--tests')) {
  for (const path of unreached) say(`  no test: ${path}`);
  for (const path of withoutMirror) say(`  from afar: ${path}`);
}

for (const fault of faults) say(`✗ ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;
