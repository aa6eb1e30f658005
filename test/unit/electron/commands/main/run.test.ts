import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Command, command, report } from '../../../../../electron/commands/main/command.ts';
import { allCommands } from '../../../../../electron/commands/main/list.ts';
import { exitCodeFor, runCommandLine } from '../../../../../electron/commands/main/run.ts';
import { flag } from '../../../../../electron/commands/main/word.ts';
import { productVersion } from '../../../../../electron/usecases/workspace/productVersion.ts';
import { errorCodes } from '../../../../../shared/errors/catalogue.ts';
import { failure } from '../../../../../shared/errors/outcome.ts';
import { notedTerminal } from '../../../../doubles/program/notedTerminal.ts';
import { unreachableParts } from '../../../../doubles/program/unreachableParts.ts';

const commands = await allCommands();

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'commands-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const made = (name: string, run: Command['run']): Command => ({
  name,
  zh: '试',
  en: 'try',
  access: 'anybody',
  options: { loud: flag },
  isTool: true,
  run,
});

const own: readonly Command[] = [
  made('works', async ({ options }) => report({ loud: options.loud }, ['fine'])),
  made('turns', async () => report({ '\u202eb': ['\u2066a\u0085'] }, ['\u202eb'])),
  made('names', async () => report({ file: 'a\nb.csv' }, ['a\nb.csv: 1 row read'])),
  made('works twice', async () => report({}, ['second'], true)),
  made('refuses', async () => failure('ORDER_NOT_FOUND', { orderNo: 'X1' })),
  made('breaks', async () => {
    throw new Error('secret in memory');
  }),
  made('fills', async () => {
    throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
  }),
  command({
    name: 'opens',
    zh: '试',
    en: 'try',
    access: 'anybody',
    begins: true,
    options: { loud: flag },
    run: async () => report({}, []),
  }),
  command({
    name: 'looks',
    zh: '看',
    en: 'look',
    access: 'anybody',
    run: async () => report({}, []),
  }),
];

async function run(
  words: readonly string[],
  environment: NodeJS.ProcessEnv = { SHIPDESK_LANG: 'en' },
  known: readonly Command[] = own,
) {
  const { terminal, out, notes } = notedTerminal([]);
  const exitCode = await runCommandLine({
    words,
    environment: { SHIPDESK_DATA: join(folder, 'data'), ...environment },
    commands: known,
    terminal,
    parts: async () => unreachableParts,
    signal: new AbortController().signal,
  });
  return { exitCode, out: out.join('\n'), notes: notes.join('\n') };
}

describe('the command line', () => {
  it('prints no sign that turns the direction of what stands beside it, in JSON as for people', async () => {
    const json = await run(['turns', '--json']);
    expect(json.out.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(JSON.parse(json.out)).toEqual({ '\u202eb': ['\u2066a\u0085'] });
    expect((await run(['turns'])).out).toBe('\\u202eb');
  });

  it('keeps to one line for a file whose name has a line break, and to the name itself in JSON', async () => {
    expect((await run(['names'])).out).toBe('a\\nb.csv: 1 row read');
    expect(JSON.parse((await run(['names', '--json'])).out)).toEqual({ file: 'a\nb.csv' });
  });

  it('refuses words a command does not take, which would else be passed over', async () => {
    const refused = await run(['works', 'elsewhere.sdbackup']);
    expect(refused.exitCode).toBe(2);
    expect(refused.notes).toMatch(/^error USAGE: .*works \[--loud\]/);
  });

  it('names the commands of a noun that is no command itself', async () => {
    const refused = await run(['alarms'], { SHIPDESK_LANG: 'en' }, commands);
    expect(refused.exitCode).toBe(2);
    expect(refused.notes).toMatch(/USAGE: .*alarms list \| show \| acknowledge/);
    expect((await run(['alarms', 'lsit'], {}, commands)).notes).toContain('alarms list | show');
  });

  it('prints the result for people, or one JSON document', async () => {
    expect(await run(['works'])).toEqual({ exitCode: 0, out: 'fine', notes: '' });
    expect(JSON.parse((await run(['works', '--json', '--loud'])).out)).toEqual({ loud: true });
  });

  it('takes the longest name that fits', async () => {
    expect(await run(['works', 'twice'])).toMatchObject({ exitCode: 3, out: 'second' });
  });

  it('tells its version without a workspace, by either word', async () => {
    for (const word of ['version', '--version']) {
      const told = await run([word, '--json'], {}, commands);
      expect(told.exitCode).toBe(0);
      expect(JSON.parse(told.out)).toMatchObject({ version: productVersion });
    }
    expect((await run(['--version'], {}, commands)).out).toContain(`ShipDesk ${productVersion}`);
  });

  it('refuses what it does not know as wrong usage, and says which word', async () => {
    for (const words of [['nothing'], ['works', '--silent'], ['works', '--loud=yes']]) {
      const refused = await run([...words, '--json']);
      expect(refused.exitCode).toBe(2);
      expect(refused.notes).toMatch(/^error USAGE: /);
      expect(JSON.parse(refused.out)).toMatchObject({ error: { code: 'USAGE' } });
    }
    expect((await run(['works', '--silent'])).notes).toContain('--silent');
    const chinese = await run(['works', '--data'], {});
    expect(chinese.notes).toMatch(/^error USAGE: 命令用法不对：.*--data.*。运行/);
    expect(chinese.notes).not.toContain('argument');
  });

  it('tells a refusal in one line in the chosen language, with what to do next', async () => {
    const english = await run(['refuses', '--json']);
    expect(english.exitCode).toBe(2);
    expect(english.notes).toBe(
      'error ORDER_NOT_FOUND: Order X1 was not found. Check the number, or import the order file first.',
    );
    expect(JSON.parse(english.out)).toEqual({
      error: {
        code: 'ORDER_NOT_FOUND',
        message: 'Order X1 was not found.',
        hint: 'Check the number, or import the order file first.',
      },
    });
    expect((await run(['refuses', '--lang', 'zh-CN'])).notes).toContain('找不到订单 X1');
    expect((await run(['refuses'], {})).notes).toContain('找不到订单 X1');
  });

  it('shows the stack of a bug to those who ask for it, and to nobody else', async () => {
    const quiet = await run(['breaks', '--json']);
    expect(quiet.exitCode).toBe(1);
    expect(quiet.notes).not.toContain('secret in memory');
    expect(JSON.parse(quiet.out)).toMatchObject({ error: { code: 'INTERNAL' } });
    expect((await run(['breaks', '--debug'])).notes).toContain('secret in memory');
  });

  it('says of a full disk that it is full', async () => {
    expect(await run(['fills'])).toMatchObject({
      exitCode: 4,
      notes: expect.stringContaining('error DISK_FULL: The disk is full'),
    });
  });

  it('explains itself', async () => {
    for (const words of [[], ['help'], ['--help']]) {
      const help = await run(words);
      expect(help.exitCode).toBe(0);
      for (const { name } of own) expect(help.out).toContain(name);
    }
  });

  it('explains itself in one JSON document, too', async () => {
    expect(JSON.parse((await run(['help', '--json'])).out).help).toContain('refuses');
  });

  it('takes a language it has, and one that is set to nothing as not set', async () => {
    expect(await run(['works', '--lang', 'fr'])).toMatchObject({
      exitCode: 2,
      notes: expect.stringContaining('--lang fr'),
    });
    expect((await run(['refuses'], { SHIPDESK_LANG: '', LC_ALL: '', LANG: 'en_US.UTF-8' })).notes).toContain(
      'Order X1',
    );
    expect((await run(['refuses'], { LANG: 'C' })).notes).toContain('找不到订单 X1');
  });

  it('refuses a folder that is named as nothing: a script whose variable is not set means another one', async () => {
    expect(await run(['opens', '--data', ''])).toMatchObject({
      exitCode: 2,
      notes: expect.stringMatching(/USAGE: .*--data/),
    });
  });

  it.each([
    ['backup', '--out', ''],
    ['import', ''],
    ['audit', 'export', '--out', ''],
  ])('refuses a file that is named as nothing, before anything is opened (%s)', async (...words) => {
    expect(await run(words, { SHIPDESK_LANG: 'en' }, commands)).toMatchObject({
      exitCode: 2,
      notes: expect.stringMatching(/^error USAGE: /),
    });
  });

  it('explains one command, or one family, to those who ask about it', async () => {
    for (const words of [
      ['refuses', '--help'],
      ['help', 'refuses'],
      ['--lang', 'en', 'refuses', '-h'],
    ]) {
      const help = await run(words);
      expect(help.exitCode).toBe(0);
      expect(help.out).toContain('refuses [--loud]');
      expect(help.out).not.toContain('opens');
    }
    expect((await run(['help', 'works'])).out).toContain('works [--loud]');
    expect((await run(['help', 'nothing'])).out).toContain('breaks [--loud]');
  });

  it('takes the options of every command before or after its name', async () => {
    for (const before of [
      ['--json'],
      ['--json', '--lang', 'zh-CN'],
      ['--lang=en', '--data', folder, '--json'],
    ])
      expect(JSON.parse((await run([...before, 'works', '--loud'])).out)).toEqual({ loud: true });
    expect((await run(['--lang', 'zh-CN', 'refuses'])).notes).toContain('找不到订单 X1');
    expect(await run(['--loud', 'works'])).toMatchObject({ exitCode: 2, out: '' });
    expect(await run(['--data'])).toMatchObject({ exitCode: 0 });
  });

  it('opens a workspace with the passphrase of the environment only', async () => {
    expect(await run(['opens'])).toMatchObject({ exitCode: 2 });
    const right = { SHIPDESK_LANG: 'en', SHIPDESK_PASSPHRASE: 'right horse battery' };
    expect(await run(['opens'], right)).toMatchObject({ exitCode: 0 });
    expect(await run(['opens'], { ...right, SHIPDESK_PASSPHRASE: 'wrong' })).toMatchObject({ exitCode: 4 });
    // The lock was given back each time.
    expect(await run(['opens'], right)).toMatchObject({ exitCode: 0 });
  });
});

describe('a mistyped --data', () => {
  const right = { SHIPDESK_LANG: 'en', SHIPDESK_PASSPHRASE: 'right horse battery' };

  it('is reported as a folder without a workspace by what only looks, and not even the folder is made', async () => {
    for (const environment of [right, { SHIPDESK_LANG: 'en' }]) {
      const missing = await run(['looks'], environment);
      expect(missing).toMatchObject({ exitCode: 2, out: '' });
      expect(missing.notes).toContain(
        `error WORKSPACE_MISSING: There is no workspace in ${join(folder, 'data')}`,
      );
    }
    expect(existsSync(join(folder, 'data'))).toBe(false);
    expect((await run(['looks', '--data', folder], right)).notes).toContain('WORKSPACE_MISSING');
  });

  it('is said aloud by what makes a new workspace, once', async () => {
    expect((await run(['opens'], right)).notes).toContain('a new one was made');
    expect((await run(['opens'], right)).notes).toBe('');
    expect(await run(['looks'], right)).toMatchObject({ exitCode: 0 });
  });

  it('makes nothing new with any command that only lists, shows or looks back', () => {
    const lookers =
      /^(?!account|printer)\S+( \S+)* (list|show|export|status|verify|versions)$|^(orders|backup|report|export)\b/;
    const beginning = commands.filter(({ begins }) => begins === true).map(({ name }) => name);
    expect(beginning.filter((name) => lookers.test(name))).toEqual([]);
  });
});

describe('exit codes', () => {
  it('are 4 for the workspace itself, 1 for a bug, 3 where nobody knows what was done, 2 for every other refusal', () => {
    const four = errorCodes.filter((code) => exitCodeFor(code) === 4);
    const ofServer = (code: string) => /^(SERVER|WORKSTATION)_/.test(code);
    expect(errorCodes.filter(ofServer).every((code) => four.includes(code))).toBe(true);
    expect(four.filter((code) => !ofServer(code)).sort()).toEqual([
      'COMMAND_OTHER_VERSION',
      'DISK_FAILED',
      'DISK_FULL',
      'KEY_TRY_WAIT',
      'RECOVERY_CODE_NONE',
      'RECOVERY_CODE_TYPO',
      'RECOVERY_CODE_WRONG',
      'WORKSPACE_BUSY',
      'WORKSPACE_DAMAGED',
      'WORKSPACE_LOCKED',
      'WORKSPACE_NEWER',
      'WORKSPACE_OLDER',
      'WORKSPACE_TAKEN',
    ]);
    expect(errorCodes.filter((code) => exitCodeFor(code) === 1)).toEqual(['INTERNAL', 'RESULT_NOT_WRITTEN']);
    expect(errorCodes.filter((code) => exitCodeFor(code) === 3)).toEqual(['COMMAND_CUT_OFF']);
  });
});

describe('every command', () => {
  it.each(commands)(
    'has a name of its own and says what it does in both languages ($name)',
    ({ name, zh, en }) => {
      expect(commands.filter((other) => other.name === name)).toHaveLength(1);
      expect(zh).toMatch(/[\u4e00-\u9fff]/);
      expect(en).toMatch(/^[^\u4e00-\u9fff]+$/);
    },
  );
});
