import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { projectFolder } from '../../electron/launch/buildWhenStale.ts';

/** `npm run test:soak [-- KILLS [FIRST-SEED]]`: the random kills for hours; 10,000 clean ones bound a fault below 0.03 %. */
const [kills = '10000', firstSeed = '1'] = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [
    join(projectFolder, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    'faults',
    'test/faults/killShip.test.ts',
    '--reporter=dot',
  ],
  {
    cwd: projectFolder,
    stdio: 'inherit',
    env: { ...process.env, SHIPDESK_SOAK_KILLS: kills, SHIPDESK_SOAK_SEED: firstSeed },
  },
);
process.exitCode = status ?? 1;
