import { spawn } from 'node:child_process';
import { setup as buildCommandLine } from '../faults/buildCommandLine.ts';
import { installProgram, setUpWindows, wine, wineEnvironment } from './setUpWindows.ts';

/** Once for all suites: the program built and put into its Windows, whose server stays up between the programs. */
export function setup(): () => void {
  buildCommandLine();
  setUpWindows();
  installProgram();
  spawn('wineserver', ['--persistent'], { env: wineEnvironment(), stdio: 'ignore' });
  return () => {
    wine('wineserver', ['--kill']);
  };
}
