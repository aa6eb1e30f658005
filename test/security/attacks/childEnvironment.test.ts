import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCupsSpooler } from '../../../electron/printers/transports/spool/cupsSpooler.ts';

let folder = '';
const before = { ...process.env };
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'children-'));
});
afterEach(() => {
  Object.assign(process.env, { PATH: before.PATH });
  delete process.env.SHIPDESK_PASSPHRASE;
  rmSync(folder, { recursive: true, force: true });
});

describe('the print program of the system', () => {
  it('is never one that lies under its name in a folder of PATH, and no passphrase reaches it', async () => {
    const told = join(folder, 'told');
    const fake = join(folder, 'lp');
    writeFileSync(fake, `#!/bin/sh\nenv > ${told}\necho "request id is Q-1 (0 file(s))"\n`);
    chmodSync(fake, 0o755);
    process.env.PATH = `${folder}${delimiter}${process.env.PATH}`;
    process.env.SHIPDESK_PASSPHRASE = 'canary';
    // Nobody listens there: the system's own program takes nothing.
    const sent = await createCupsSpooler({ host: '127.0.0.1', port: 9 }).submit(
      'q',
      'job-1',
      Buffer.from('x'),
    );
    expect(sent.ok).toBe(false);
    expect(() => readFileSync(told)).toThrow('ENOENT');
  });
});
