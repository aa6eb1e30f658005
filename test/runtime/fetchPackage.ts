import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { runTool } from './runTool.ts';

const packReply = z.array(z.object({ filename: z.string() })).length(1);

/**
 * Fetches one exact package through npm (so the registry, proxy and cache the machine is set up for are used) and
 * unpacks it to `target/package`. `integrity` is the registry's sha512 of the archive, checked here once more.
 */
export function fetchPackage(spec: string, integrity: string, target: string): string {
  mkdirSync(target, { recursive: true });
  const reply = runTool('npm', ['pack', spec, '--json', '--ignore-scripts'], {
    cwd: target,
    env: { npm_config_dry_run: 'false' },
  });
  const parsed: unknown = JSON.parse(reply.slice(reply.search(/[[{]/)));
  const list = Array.isArray(parsed)
    ? parsed
    : Object.values(z.record(z.string(), z.unknown()).parse(parsed));
  const [packed] = packReply.parse(list);
  const archive = join(target, (packed as { filename: string }).filename);
  const found = `sha512-${createHash('sha512').update(readFileSync(archive)).digest('base64')}`;
  if (found !== integrity) {
    rmSync(archive);
    throw new Error(`${spec} is not the archive that was pinned: ${found} instead of ${integrity}`);
  }
  runTool('tar', ['xzf', archive], { cwd: target });
  rmSync(archive);
  return join(target, 'package');
}
