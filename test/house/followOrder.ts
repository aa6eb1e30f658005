import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { projectFolder } from '../security/sourceFiles.ts';

/** What Node writes for NODE_V8_COVERAGE: of each script, how often each of its functions ran. */
const coverageFile = z.object({
  result: z.array(
    z.object({
      url: z.string(),
      functions: z.array(
        z.object({ functionName: z.string(), ranges: z.array(z.object({ count: z.number() })).min(1) }),
      ),
    }),
  ),
});

const orderFile = `订单编号,收件人姓名,收件人手机,收货地址,宝贝标题,宝贝数量
A1001,张三,13800138000,浙江省杭州市西湖区文三路100号2幢301室,棉袜,2
`;

/** Product files in which a named function ran. */
function filesThatRan(folder: string): Set<string> {
  const files = new Set<string>();
  for (const name of readdirSync(folder)) {
    const { result } = coverageFile.parse(JSON.parse(readFileSync(join(folder, name), 'utf8')));
    for (const { url, functions } of result) {
      if (!url.startsWith('file:')) continue;
      const path = relative(projectFolder, fileURLToPath(url)).replaceAll('\\', '/');
      const hasRun = functions.some(
        ({ functionName, ranges }) => functionName !== '' && (ranges[0]?.count ?? 0) > 0,
      );
      if (hasRun && /^(electron|shared)\//.test(path)) files.add(path);
    }
  }
  return files;
}

/**
 * Ships one order of a csv file on the practice platform, from the sources, and counts the files in which anything ran for it:
 * what ran for `orders list` as well (start, opening, terminal) is taken off.
 */
export function followOrder(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'shipdesk-house-'));
  try {
    const file = join(folder, 'one.csv');
    writeFileSync(file, orderFile);
    const ran = ([name, ...args]: readonly [string, ...string[]]) => {
      const coverage = join(folder, `coverage-${name}`);
      const command = [join(projectFolder, 'electron/cli.ts'), ...args, '--data', join(folder, 'workspace')];
      const { status, stderr } = spawnSync(process.execPath, command, {
        env: { ...process.env, NODE_V8_COVERAGE: coverage },
        encoding: 'utf8',
      });
      if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`);
      return filesThatRan(coverage);
    };
    // Made beforehand, so that the making of the workspace counts for nobody.
    ran(['make', 'ship', file, '--practice', '--json', '--dry-run']);
    const always = ran(['list', 'orders', 'list', '--json']);
    return [...ran(['ship', 'ship', file, '--practice', '--json'])]
      .filter((path) => !always.has(path))
      .sort();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
