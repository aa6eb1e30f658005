import { describe, expect, it } from 'vitest';
import { powershellHelper } from '../../../../../../electron/printers/transports/spool/powershellHelper.ts';
import { createPowershellWinspool } from '../../../../../../electron/printers/transports/spool/powershellWinspool.ts';
import { createWindowsSpooler } from '../../../../../../electron/printers/transports/spool/windowsSpooler.ts';

/** A helper that answers as the PowerShell one is written to, from a Node process; `ends` dies at the first bytes. */
const program = (ends: boolean) => ({
  command: process.execPath,
  args: [
    '-e',
    `let bytes = 0;
    require('node:readline').createInterface({ input: process.stdin }).on('line', (line) => {
      const q = JSON.parse(line);
      if (q.op === 'write' && ${ends}) process.exit(1);
      if (q.op === 'write') bytes += Buffer.from(q.bytes, 'base64').length;
      const values = { open: q.name === '热敏 1' ? 3 : 0, document: 17, write: q.op === 'write' ? Buffer.from(q.bytes, 'base64').length : 0,
        jobs: [{ id: 17, name: 'job-1', status: bytes > 0 ? 16 : 0 }], state: { status: 0, attributes: 1024 }, names: ['热敏 1'] };
      process.stdout.write('noise\\n' + JSON.stringify({ id: q.id, ok: true, value: values[q.op] ?? true }) + '\\n');
    });`,
  ],
});

describe('the PowerShell helper', () => {
  it('carries a label, asks and lists over one process that stays open', async () => {
    const binding = createPowershellWinspool(program(false));
    const spooler = createWindowsSpooler(async () => binding);
    expect(await spooler.submit('热敏 1', 'job-1', Buffer.alloc(200_000, 1))).toMatchObject({
      ok: true,
      value: { deviceJob: '17' },
    });
    expect(await spooler.find('热敏 1', 'job-1')).toMatchObject({ ok: true });
    expect(await spooler.state('热敏 1')).toBe('offline');
    expect(await spooler.list()).toMatchObject({ value: [{ name: '热敏 1' }] });
    expect(await spooler.submit('other', 'job-2', Buffer.alloc(1))).toMatchObject({
      code: 'PRINTER_QUEUE_UNKNOWN',
    });
  });

  it('ends in a plain answer when it is not there or dies', async () => {
    const missing = createWindowsSpooler(async () =>
      createPowershellWinspool({ command: '/no/such/program', args: [] }),
    );
    expect(await missing.submit('q', 'job-1', Buffer.alloc(1))).toMatchObject({
      certainty: 'did-not-happen',
    });
    const dying = createPowershellWinspool(program(true));
    const spooler = createWindowsSpooler(async () => dying);
    expect((await spooler.submit('热敏 1', 'job-1', Buffer.alloc(9))).ok).toBe(false);
  });

  it('puts no name and no byte into a command', () => {
    expect(powershellHelper).not.toMatch(/Invoke-Expression|iex |&\s*\$/);
  });
});
