import { once } from 'node:events';
import { getPriority } from 'node:os';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';

const source = new URL('../../../../electron/platform/lowerThreadPriority.ts', import.meta.url);
const program = `import { getPriority } from 'node:os';
import { parentPort } from 'node:worker_threads';
import { lowerThreadPriority } from '${source.href}';
lowerThreadPriority();
parentPort.postMessage(getPriority());`;

describe('a thread that stands behind the others', () => {
  it.runIf(process.platform === 'linux')('gives way by itself, the program does not', async () => {
    const before = getPriority();
    const thread = new Worker(new URL(`data:text/javascript,${encodeURIComponent(program)}`));
    const [priority] = await once(thread, 'message');
    expect(priority).toBe(Math.min(19, before + 10));
    expect(getPriority()).toBe(before);
  });
});
