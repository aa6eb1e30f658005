import { mergeConfig } from 'vite';
import commandLine from './vite.cli.config.ts';

/** The command line with the fault points of the kill tests compiled in. Never packaged. */
export default mergeConfig(commandLine, {
  define: { __SHIPDESK_FAULT_POINTS__: 'true' },
  build: { outDir: 'out/cli-faults' },
});
