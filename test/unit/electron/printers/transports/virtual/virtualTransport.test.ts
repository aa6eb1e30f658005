import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '../../../../../../electron/platform/clock.ts';
import { parsePrinterUri } from '../../../../../../electron/printers/parsePrinterUri.ts';
import { createVirtualTransport } from '../../../../../../electron/printers/transports/virtual/virtualTransport.ts';

let base = '';
let folder = '';

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'virtual-'));
  folder = join(base, 'labels');
});

afterEach(() => rmSync(base, { recursive: true }));

function targetOf(path: string) {
  const target = parsePrinterUri(`virtual:${path}`, { virtualFolder: '' });
  if (!target.ok) throw new Error(target.code);
  return target.value;
}

const clock = { ...systemClock, now: () => 1_795_000_000_000 };
const jobOf = (jobId: string) => ({
  jobId,
  title: `label ${jobId}`,
  bytes: Buffer.from(`bytes of ${jobId}`),
  png: () => Buffer.from(`picture of ${jobId}`),
});
/** A transport that knows nothing yet, as after a restart. */
const freshTransport = () => createVirtualTransport(clock);
const journal = () => join(folder, 'journal.jsonl');

describe('the virtual printer', () => {
  it('keeps picture, bytes and one journal line a label', async () => {
    const target = targetOf(folder);
    expect(await freshTransport().send(target, jobOf('A1'))).toEqual({
      ok: true,
      certainty: 'happened',
      value: { level: 'confirmed' },
    });
    expect(readdirSync(folder).sort()).toEqual(['A1.bin', 'A1.png', 'journal.jsonl']);
    expect(readFileSync(join(folder, 'A1.bin'), 'utf8')).toBe('bytes of A1');
    expect(readFileSync(join(folder, 'A1.png'), 'utf8')).toBe('picture of A1');
    expect(JSON.parse(readFileSync(journal(), 'utf8'))).toMatchObject({
      jobId: 'A1',
      printedAt: 1_795_000_000_000,
      png: 'A1.png',
      bin: 'A1.bin',
      byteCount: 11,
    });
  });

  it.skipIf(process.platform === 'win32')('lets only its owner read the labels', async () => {
    await freshTransport().send(targetOf(folder), jobOf('A1'));
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o777).toBe(0o600);
  });

  it('leaves the rights of a folder alone that was there before', async () => {
    mkdirSync(folder);
    chmodSync(folder, 0o755);
    await freshTransport().send(targetOf(folder), jobOf('A1'));
    expect(statSync(folder).mode & 0o777).toBe(0o755);
  });

  it('puts nothing of an unusual job id into a file name', async () => {
    await freshTransport().send(targetOf(folder), jobOf('../张三 13812345678'));
    expect(readdirSync(base)).toEqual(['labels']);
    for (const name of readdirSync(folder))
      expect(name).toMatch(/^([0-9a-f]{32}\.(png|bin)|journal\.jsonl)$/);
    expect(await freshTransport().find(targetOf(folder), '../张三 13812345678')).toMatchObject({ ok: true });
  });

  it('prints a job once however often it is sent', async () => {
    const target = targetOf(folder);
    await freshTransport().send(target, jobOf('A1'));
    expect(await freshTransport().send(target, jobOf('A1'))).toMatchObject({ ok: true });
    expect(readFileSync(journal(), 'utf8').trim().split('\n')).toHaveLength(1);
  });

  it('prints no file when a job has no picture', async () => {
    const { png: _, ...slip } = jobOf('S1');
    await freshTransport().send(targetOf(folder), slip);
    expect(readdirSync(folder).sort()).toEqual(['S1.bin', 'journal.jsonl']);
  });

  it('says an unknown job did not happen, also before the folder exists', async () => {
    expect(await freshTransport().find(targetOf(folder), 'A1')).toMatchObject({
      certainty: 'did-not-happen',
      code: 'PRINTER_JOB_NOT_PRINTED',
    });
  });

  it.each(['after the picture', 'after the bytes'])(
    'settles a job killed %s: it did not happen',
    async (moment) => {
      const target = targetOf(folder);
      await freshTransport().send(target, jobOf('A1'));
      writeFileSync(join(folder, 'A2.png'), 'picture of A2');
      if (moment === 'after the bytes') writeFileSync(join(folder, 'A2.bin'), 'bytes of A2');
      expect(await freshTransport().find(target, 'A2')).toMatchObject({ certainty: 'did-not-happen' });
      expect(await freshTransport().send(target, jobOf('A2'))).toMatchObject({ ok: true });
      expect(await freshTransport().find(target, 'A2')).toMatchObject({ ok: true });
    },
  );

  it('settles a job killed at any byte of its journal line: happened exactly when the line is whole', async () => {
    const target = targetOf(folder);
    await freshTransport().send(target, jobOf('A1'));
    const before = statSync(journal()).size;
    await freshTransport().send(target, jobOf('A2'));
    const whole = readFileSync(journal());
    for (let length = whole.length; length >= before; length -= 1) {
      truncateSync(journal(), length);
      const answer = await freshTransport().find(target, 'A2');
      expect(answer.certainty).toBe(length === whole.length ? 'happened' : 'did-not-happen');
      expect(await freshTransport().find(target, 'A1')).toMatchObject({ ok: true });
    }
  });

  it('does not let a torn line swallow or revive a label', async () => {
    const target = targetOf(folder);
    await freshTransport().send(target, jobOf('A1'));
    const line = readFileSync(journal(), 'utf8').trim().replaceAll('A1', 'A2');
    appendFileSync(journal(), line);
    const transport = freshTransport();
    expect(await transport.find(target, 'A2')).toMatchObject({ certainty: 'did-not-happen' });
    await transport.send(target, jobOf('A3'));
    expect(await transport.find(target, 'A2')).toMatchObject({ certainty: 'did-not-happen' });
    expect(await transport.find(target, 'A3')).toMatchObject({ ok: true });
    expect(await freshTransport().find(target, 'A1')).toMatchObject({ ok: true });
  });

  it('did certainly not print when the folder cannot be made', async () => {
    writeFileSync(join(base, 'file'), '');
    const target = targetOf(join(base, 'file', 'labels'));
    expect(await freshTransport().send(target, jobOf('A1'))).toMatchObject({
      certainty: 'did-not-happen',
      code: 'PRINTER_FOLDER_NOT_WRITABLE',
    });
    expect(await freshTransport().probe(target)).toBe('error');
  });

  it('does not guess when its record cannot be read', async () => {
    mkdirSync(journal(), { recursive: true });
    expect(await freshTransport().find(targetOf(folder), 'A1')).toMatchObject({
      certainty: 'unknown',
      code: 'PRINTER_RECORD_UNREADABLE',
    });
  });
});
