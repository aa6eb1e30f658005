import { buildSqlite } from './buildSqlite.ts';
import { fetchElectron } from './fetchElectron.ts';
import { missingBuildTools } from './missingBuildTools.ts';

/** `npm run runtime:setup`: makes the compatibility runtime in `.cache`; a second run finds everything there. */
function main(): number {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    process.stderr.write('The compatibility runtime exists for Linux x64 only.\n');
    return 1;
  }
  const missing = missingBuildTools();
  if (missing.length > 0) {
    process.stderr.write(`Missing Debian packages: ${missing.join(' ')}\n`);
    return 1;
  }
  fetchElectron();
  buildSqlite();
  process.stderr.write('The compatibility runtime is ready.\n');
  return 0;
}

process.exitCode = main();
