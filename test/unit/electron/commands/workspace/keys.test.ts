import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { allCommands } from '../../../../../electron/commands/main/list.ts';
import { runCommandLine } from '../../../../../electron/commands/main/run.ts';
import { handClock } from '../../../../doubles/handClock.ts';
import { notedTerminal } from '../../../../doubles/program/notedTerminal.ts';

const commands = await allCommands();

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'keys-command-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const notHere = () => {
  throw new Error('not here');
};
const clock = handClock();
const passphrase = 'right horse battery';

async function run(words: readonly string[], environment: NodeJS.ProcessEnv = {}, input: string[] = []) {
  const { terminal, out, notes } = notedTerminal(input);
  const exitCode = await runCommandLine({
    words,
    environment: { SHIPDESK_DATA: folder, SHIPDESK_LANG: 'en', ...environment },
    commands,
    terminal,
    parts: async () => ({
      clock,
      http: { send: () => Promise.reject(new Error('no network here')) },
      platforms: [],
      transports: [],
      divisions: notHere,
      fonts: notHere,
      openOrderSource: notHere,
      changed: () => undefined,
    }),
    signal: new AbortController().signal,
  });
  await clock.advance(3_600_000);
  return { exitCode, out: out.join('\n'), notes: notes.join('\n') };
}
const withPassphrase = { SHIPDESK_PASSPHRASE: passphrase };

describe('keys on the command line', () => {
  it('a recovery code is shown once to people, and in JSON only where it was asked for', async () => {
    expect(await run(['keys', 'recovery', '--json'], withPassphrase)).toMatchObject({ exitCode: 2 });
    const shown = await run(['keys', 'recovery'], withPassphrase);
    const [, code = ''] = /Recovery code: ([A-Z2-9-]+)/.exec(shown.out) ?? [];
    expect(await run(['keys', 'list', '--json'], { SHIPDESK_RECOVERY_CODE: code })).toMatchObject({
      exitCode: 0,
    });
    const listed = await run(['keys', 'list', '--json'], withPassphrase);
    expect(JSON.parse(listed.out)).toMatchObject({
      isBoundToMachine: false,
      slots: [{ kind: 'passphrase' }, { kind: 'recovery', usedAt: expect.stringContaining('T') }],
    });
    const mistyped = await run(['keys', 'list'], { SHIPDESK_RECOVERY_CODE: code.slice(1) });
    expect(mistyped).toMatchObject({ exitCode: 4, notes: expect.stringContaining('RECOVERY_CODE_TYPO') });
    const next = await run(['keys', 'recovery', '--json', '--show-code'], withPassphrase);
    expect(JSON.parse(next.out).recoveryCode).toMatch(/^([A-Z2-9]{4}-?){6}$/);
    expect(await run(['keys', 'list'], { SHIPDESK_RECOVERY_CODE: code })).toMatchObject({
      exitCode: 4,
      notes: expect.stringContaining('RECOVERY_CODE_WRONG'),
    });
  });

  it('a passphrase comes from standard input, must be good, and replaces the previous one', async () => {
    expect(await run(['keys', 'passphrase'], withPassphrase, ['1'])).toMatchObject({ exitCode: 2 });
    const set = await run(['keys', 'passphrase'], withPassphrase, ['four blue ships sailing']);
    expect(set).toMatchObject({ exitCode: 0, out: expect.stringContaining('Passphrase') });
    expect(await run(['keys', 'list'], withPassphrase)).toMatchObject({ exitCode: 4 });
    const again = await run(['keys', 'list', '--json'], { SHIPDESK_PASSPHRASE: 'four blue ships sailing' });
    const [slot] = (JSON.parse(again.out) as { slots: { id: string }[] }).slots;
    const last = await run(['keys', 'remove', slot?.id ?? ''], {
      SHIPDESK_PASSPHRASE: 'four blue ships sailing',
    });
    expect(last).toMatchObject({ exitCode: 2, notes: expect.stringContaining('KEY_SLOT_LAST') });
  });

  it('wrong passphrases wait, also over several runs', async () => {
    await run(['doctor'], withPassphrase);
    const codes: string[] = [];
    for (let no = 0; no < 4; no++) {
      const { notes } = await run(['doctor'], { SHIPDESK_PASSPHRASE: 'wrong' });
      codes.push(/error (\w+)/.exec(notes)?.[1] ?? '');
      // `run` lets an hour pass: back to where the try was.
      await clock.advance(-3_600_000);
    }
    expect(codes).toEqual(['WORKSPACE_LOCKED', 'WORKSPACE_LOCKED', 'WORKSPACE_LOCKED', 'KEY_TRY_WAIT']);
  });
});
