import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWhenStale, projectFolder } from './buildWhenStale.ts';

/** `npm run -s shipdesk -- …`: the command line from a checkout, built when the build is missing or older than the sources. */
if (buildWhenStale('commandLine')) await import(pathToFileURL(join(projectFolder, 'out/cli/cli.cjs')).href);
else process.exitCode = 1;
