import { spawn } from 'node:child_process';
import { buildWhenStale } from '../../electron/launch/buildWhenStale.ts';
import { assembleApp } from './assembleApp.ts';
import { runtimeFolders } from './runtimeFolders.ts';
import { setUpRuntime } from './setUpRuntime.ts';

/**
 * `npm run start:compat`: opens the window on Linux x64 where Electron itself cannot be downloaded. For trying the
 * program only: the runtime is old and no longer gets security fixes.
 */
function main(): void {
  if (!setUpRuntime() || !buildWhenStale('window')) {
    process.exitCode = 1;
    return;
  }
  assembleApp();
  const rootArgs = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const command = [runtimeFolders.executable, ...rootArgs, ...process.argv.slice(2)];
  const hasDisplay = (process.env.DISPLAY ?? '') !== '' || (process.env.WAYLAND_DISPLAY ?? '') !== '';
  if (!hasDisplay) process.stderr.write('No display: the window opens in Xvfb, where nobody sees it.\n');
  const [program = '', ...args] = hasDisplay ? command : ['xvfb-run', '-a', ...command];
  const child = spawn(program, args, { stdio: 'inherit' });
  child.on('error', (error) => process.stderr.write(`${program} cannot be run: ${error.message}\n`));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

main();
