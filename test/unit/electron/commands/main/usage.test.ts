import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type Command, command, report } from '../../../../../electron/commands/main/command.ts';
import { allCommands } from '../../../../../electron/commands/main/list.ts';
import { readWords } from '../../../../../electron/commands/main/readWords.ts';
import { usageOf } from '../../../../../electron/commands/main/usage.ts';
import {
  flag,
  many,
  needed,
  oneOf,
  optional,
  path,
  required,
  text,
  usual,
  whole,
  writesFile,
  writtenFile,
} from '../../../../../electron/commands/main/word.ts';
import { describeError } from '../../../../../shared/text/describeError.ts';
import { commandNamed } from '../../../../doubles/program/runCommand.ts';

const commands = await allCommands();

type Table = Partial<Command>;

function made(table: Table): Command {
  const run: Command['run'] = async ({ operands, options }) => report({ operands, options }, []);
  return { name: 'try', zh: '试', en: 'try', access: 'anybody', ...table, run };
}

const order = text('NO');
const tables: Readonly<Record<string, Table>> = {
  '': {},
  '[--out FILE]': { options: { out: text('FILE') } },
  '--lang tspl|zpl [--dpi 203|300]': {
    options: { lang: required(oneOf(['tspl', 'zpl'])), dpi: usual(oneOf(['203', '300']), '203') },
  },
  'NO [--reveal]': { operands: [order], reveals: 'seePersonalData' },
  'NO --reason TEXT': { operands: [order], options: { reason: needed(text('TEXT')) } },
  '[ID] [--force]': { operands: [optional(text('ID'))], options: { force: flag } },
  'NO WAYBILL --carrier CODE': {
    operands: [order, text('WAYBILL')],
    options: { carrier: required(text('CODE')) },
  },
  'NAME (--per-second N --until ISO | --own)': {
    operands: [text('NAME')],
    options: { 'per-second': whole(1, 500), until: text('ISO'), own: flag },
    either: [['--per-second', '--until'], ['--own']],
    together: ['--per-second', '--until'],
  },
  '[URI [--shop NAME] | --remove N]': {
    operands: [optional(text('URI'))],
    options: { shop: text('NAME'), remove: whole(1) },
    perhaps: [['URI', '--shop'], ['--remove']],
  },
  '(NO… | --all)': {
    operands: [optional(many(order))],
    options: { all: flag },
    either: [['NO'], ['--all']],
  },
  'URI [--left MM --top MM]': {
    operands: [text('URI')],
    options: { left: text('MM'), top: text('MM') },
    together: ['--left', '--top'],
  },
  'FILE… [--order NO]…': { operands: [many(text('FILE'))], options: { order: many(order) } },
  '< FILE': { reads: 'FILE' },
  '[--out FILE] [--overwrite]': { options: { out: writtenFile(path('FILE')) } },
};

/** The code of the refusal, or what the command would be given. */
async function given(table: Table, line: string) {
  const read = readWords(made(table), line.split(' ').filter(Boolean));
  if (!read.ok) return read.code;
  const values = await read.value.given(null);
  return values.ok ? values.value : values.code;
}

describe('the usage of a command', () => {
  it.each(Object.entries(tables))('reads %s off its table', (usage, table) => {
    expect(usageOf(made(table))).toBe(usage);
  });

  it.each(commands)('names each operand and option of $name', (one) => {
    const usage = usageOf(one);
    for (const { name } of one.operands ?? []) expect(usage).toContain(name);
    for (const option of Object.keys(one.options ?? {})) expect(usage).toContain(`--${option}`);
    expect(usage.includes('--reveal')).toBe(one.reveals !== undefined);
    expect(usage.includes('--overwrite')).toBe(writesFile(one));
  });
});

describe('the words of a command', () => {
  it.each([
    ['', 'x'],
    ['[--out FILE]', 'x'],
    ['[--out FILE]', '--out'],
    ['--lang tspl|zpl [--dpi 203|300]', ''],
    ['--lang tspl|zpl [--dpi 203|300]', '--lang pdf'],
    ['--lang tspl|zpl [--dpi 203|300]', '--lang zpl --dpi 600'],
    ['NO [--reveal]', ''],
    ['NO [--reveal]', 'A B'],
    ['NO [--reveal]', 'A --revel'],
    ['[ID] [--force]', 'A B'],
    ['NO WAYBILL --carrier CODE', 'A --carrier ZTO'],
    ['NO WAYBILL --carrier CODE', 'A B'],
    ['NAME (--per-second N --until ISO | --own)', 'A'],
    ['NAME (--per-second N --until ISO | --own)', 'A --per-second 5'],
    ['NAME (--per-second N --until ISO | --own)', 'A --until later'],
    ['NAME (--per-second N --until ISO | --own)', 'A --own --per-second 5 --until later'],
    ['NAME (--per-second N --until ISO | --own)', 'A --per-second 501 --until later'],
    ['[URI [--shop NAME] | --remove N]', '--shop A'],
    ['[URI [--shop NAME] | --remove N]', 'tcp://a --remove 1'],
    ['[URI [--shop NAME] | --remove N]', '--remove 0'],
    ['(NO… | --all)', ''],
    ['(NO… | --all)', 'A --all'],
    ['URI [--left MM --top MM]', 'tcp://a --left 1'],
    ['FILE… [--order NO]…', '--order A'],
  ])('%s refuses “%s” before anything is opened', async (usage, line) => {
    expect(await given(tables[usage] ?? {}, line)).toBe('USAGE');
  });

  it('that name a file which is there are refused, unless the person says that it may be replaced', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'shipdesk-out-'));
    const table = tables['[--out FILE] [--overwrite]'] ?? {};
    const [file, other] = [join(folder, 'there.xlsx'), join(folder, 'new.xlsx')];
    writeFileSync(file, '');
    expect(await given(table, `--out ${file}`)).toMatchObject({ options: { out: file } });
    writeFileSync(file, 'of yesterday');
    expect(await given(table, `--out ${file}`)).toBe('OUT_EXISTS');
    expect(await given(table, `--out ${file} --overwrite`)).toMatchObject({ options: { out: file } });
    expect(await given(table, `--out ${other}`)).toMatchObject({ options: { out: other } });
    rmSync(folder, { recursive: true });
  });

  it.skipIf(process.platform === 'win32')(
    'that name a device or a pipe are refused: the file would take its place, and others would look for it in vain',
    async () => {
      const folder = mkdtempSync(join(tmpdir(), 'shipdesk-out-'));
      const table = tables['[--out FILE] [--overwrite]'] ?? {};
      const pipe = join(folder, 'pipe');
      execFileSync('mkfifo', [pipe]);
      for (const there of ['/dev/null', '/dev/stdout', pipe]) {
        expect(await given(table, `--out ${there}`)).toBe('OUT_NOT_A_FILE');
        expect(await given(table, `--out ${there} --overwrite`)).toBe('OUT_NOT_A_FILE');
      }
      rmSync(folder, { recursive: true });
      const label = readWords(
        commandNamed('label render'),
        '--order a.json --lang tspl --out /dev/stdout'.split(' '),
      );
      expect(label.ok, 'a label is written into it').toBe(true);
    },
  );

  /** A folder, a file with a refusal of its own, and what somebody or the clock makes again and again. */
  const otherOuts = [
    'writeback',
    'backup',
    'update prepare',
    'label render',
    'report day',
    'report week',
    'reconcile',
  ];
  it.each(commands.filter(({ options = {} }) => 'out' in options))(
    '$name never replaces a file without a word',
    (one) => {
      expect(writesFile(one)).toBe(!otherOuts.includes(one.name));
    },
  );

  it('come as what they mean, with what is usual where nothing was said', async () => {
    const table: Table = {
      operands: [order, optional(whole(0, 9))],
      options: { days: usual(whole(1, 90), 7), note: text('TEXT'), hard: flag, item: many(text('ITEM')) },
    };
    expect(await given(table, 'A1 5 --days 30 --note x --hard --item a --item b')).toEqual({
      operands: ['A1', 5],
      options: { days: 30, note: 'x', hard: true, item: ['a', 'b'] },
    });
    expect(await given(table, 'A1')).toEqual({
      operands: ['A1', undefined],
      options: { days: 7, note: undefined, hard: false, item: [] },
    });
  });

  it('that a table says are typed: what is not in it does not compile', () => {
    command({
      name: 'typed',
      zh: '试',
      en: 'try',
      access: 'anybody',
      operands: [order, optional(oneOf(['a', 'b']))],
      options: { days: usual(whole(), 7), note: text('TEXT') },
      async run({ operands: [no, kind], options: { days, note, ...rest } }) {
        const typed: [string, 'a' | 'b' | undefined, number, string | undefined] = [no, kind, days, note];
        // @ts-expect-error there is no such option
        return report([typed, rest.nothing], []);
      },
    });
    // @ts-expect-error a command states its right
    command({ name: 'open to all', zh: '试', en: 'try', run: async () => report({}, []) });
  });
});

describe('words that are refused', () => {
  it.each([
    ['print', 'A1', { missing: '--printer NAME|URI|auto:' }],
    ['orders show', '', { missing: 'NO' }],
    ['orders list', '--state nope', { choices: expect.stringContaining('needs-review | ready') }],
    ['orders edit', 'A1', { oneOf: '--set | --set-stdin' }],
    ['orders list', '--limit abc', { choices: '≥ 0' }],
  ])('%s %s is told what is missing or may be written', (name, line, advice) => {
    const words = line.split(' ').filter((word) => word !== '');
    expect(readWords(commandNamed(name), words)).toMatchObject({ code: 'USAGE', params: advice });
  });

  it('is one sentence in both languages, with nothing left open where nothing more is known', () => {
    expect(describeError('USAGE', { detail: 'version' }, 'en').says).toBe(
      'The command is not usable as written: version.',
    );
    expect(describeError('USAGE', { detail: 'print NO', missing: '--printer URI' }, 'zh-CN').says).toBe(
      '命令用法不对（缺少 --printer URI）：print NO。',
    );
  });
});
