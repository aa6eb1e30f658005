import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { buildWhenStale, projectFolder } from './buildWhenStale.ts';

const workspace = join(projectFolder, 'demo-workspace');

/** `npm run demo`: ships the sample orders with the practice platform and the virtual printer. Nothing leaves the machine. */
function main(): number {
  if (!buildWhenStale('commandLine')) return 1;
  const words = [
    'ship',
    join(projectFolder, 'resources/samples/orders.xlsx'),
    '--practice',
    '--data',
    workspace,
    ...process.argv.slice(2),
  ];
  process.stdout.write(`shipdesk ${words.join(' ')}\n\n`);
  const { status } = spawnSync(process.execPath, [join(projectFolder, 'out/cli/cli.cjs'), ...words], {
    stdio: 'inherit',
  });
  // 3: finished, some orders wait for a person. The sample holds a few such orders on purpose.
  return status === 3 ? 0 : (status ?? 1);
}

process.exitCode = main();
