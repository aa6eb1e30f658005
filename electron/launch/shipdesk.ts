import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildWhenStale, projectFolder } from './buildWhenStale.ts';

/**
 * `npm run -s shipdesk -- …`: the command line from a checkout, built when the build is missing or older than the sources.
 * The script bounds the nursery (2 × 16 MB): left to itself Node lets it grow to 128 MB in a large import, for no gain in time.
 */
const isReady = buildWhenStale('commandLine');

/** npm runs every script in the project's folder; the files that are named lie where npm was called. */
const { npm_lifecycle_event: script, INIT_CWD: calledIn } = process.env;
if (script === 'shipdesk' && calledIn !== undefined) process.chdir(calledIn);

if (isReady) await import(pathToFileURL(join(projectFolder, 'out/cli/cli.cjs')).href);
else process.exitCode = 1;
