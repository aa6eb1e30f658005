import { buildSqlite } from './buildSqlite.ts';
import { fetchElectron } from './fetchElectron.ts';
import { missingBuildTools } from './missingBuildTools.ts';

/**
 * Makes the compatibility runtime in `.cache`, or finds everything there. Says in one line why it cannot; returns
 * whether it is ready. `isQuick`: see `buildSqlite`.
 */
export function setUpRuntime(isQuick = false): boolean {
  const say = (line: string) => process.stderr.write(`${line}\n`);
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    say('The compatibility runtime exists for Linux x64 only.');
    return false;
  }
  const missing = missingBuildTools();
  if (missing.length > 0) {
    say(`Missing Debian packages: ${missing.join(' ')}`);
    return false;
  }
  try {
    fetchElectron();
    buildSqlite(isQuick);
    return true;
  } catch (error) {
    say(
      `The compatibility runtime could not be made: ${error instanceof Error ? error.message : String(error)}`,
    );
    return false;
  }
}

if (import.meta.main && !setUpRuntime(process.argv.includes('--quick'))) process.exitCode = 1;
