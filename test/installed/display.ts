import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';

export interface Display {
  readonly name: string;
  /** Titles of the windows that are on it. */
  titles(): readonly string[];
  close(): Promise<void>;
}

/** A display without a screen, which programs of the clean root reach through its socket. */
export async function openDisplay(): Promise<Display> {
  const args = ['-displayfd', '3', '-ac', '-nolisten', 'tcp', '-screen', '0', '1366x768x24'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const pipe = server.stdio[3];
  if (pipe === null || pipe === undefined) throw new Error('Xvfb has no pipe');
  const [number] = (await once(pipe, 'data')) as [Buffer];
  const name = `:${String(number).trim()}`;
  return {
    name,
    titles() {
      const { stdout } = spawnSync('xwininfo', ['-root', '-tree', '-display', name], { encoding: 'utf8' });
      return [...stdout.matchAll(/0x[\da-f]+ "([^"]+)"/g)].map(([, title = '']) => title);
    },
    async close() {
      const gone = once(server, 'exit');
      server.kill();
      await gone;
    },
  };
}
