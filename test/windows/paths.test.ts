import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { windowsFolders } from './windowsFolders.ts';
import { runOnWindows } from './windowsProgram.ts';

const sample = join(windowsFolders.program, 'resources/samples/orders.xlsx');
const { driveC, disk, server } = windowsFolders;
const root = join(driveC, '发货 工作台');

beforeAll(() => {
  for (const folder of [disk, server, root]) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
  }
  cpSync(sample, join(server, '订单 今天.xlsx'));
});

const segment = (word: string) => word.repeat(40);
const codeOf = (stderr: string) => /error (\w+)/.exec(stderr)?.[1] ?? '';

const places = [
  ['with spaces and Chinese', 'C:\\发货 工作台\\一号 台'],
  ['longer than 260 signs', `C:\\发货 工作台\\${segment('long ')}long\\${segment('name ')}name`],
  ['with forward slashes, another case and an end that means nothing', 'c:/发货 工作台/SHIP desk/'],
  ['the root of a drive', 'D:\\'],
  ['on a drive of the network', 'N:\\工作台'],
  ['beside the program, from where it was started', '..\\..\\发货 工作台\\相对 路径'],
  ['with the long form', '\\\\?\\C:\\发货 工作台\\长形式\\ws'],
  ['on a server of the network', '\\\\server\\发货\\工作区'],
] as const;

describe('where a workspace may lie', () => {
  it.concurrent.each(places)('%s', async (what, data) => {
    const shipped = await runOnWindows(['ship', sample, '--practice', '--json', '--data', data]);
    expect(shipped.exitCode, shipped.stderr).toBe(3);
    const { booked, printed, resultFiles } = JSON.parse(shipped.stdout);
    expect([booked, printed]).toEqual([20, 20]);
    expect(resultFiles).toHaveLength(1);
    const doctor = await runOnWindows(['doctor', '--json', '--data', data]);
    const { checks } = JSON.parse(doctor.stdout) as { checks: { name: string; state: string }[] };
    const failed = checks.filter(({ state }) => state === 'fail').map(({ name }) => name);
    expect(failed).toEqual(what.includes('network') ? ['place'] : []);
  });
});

const unusable = [
  'C:\\CON',
  'C:\\ws\\nul',
  'C:\\Com1.ws\\x',
  'C:\\ends with a dot.',
  'C:\\ends with a space ',
  'C:\\a?b',
  'C:\\AUX.shop',
];

describe('names that Windows has no file for', () => {
  it.concurrent.each(unusable)('%s is refused as a workspace, and nothing is made', async (data) => {
    const before = readdirSync(driveC);
    const refused = await runOnWindows(['import', sample, '--practice', '--data', data]);
    expect([refused.exitCode, codeOf(refused.stderr)]).toEqual([2, 'PATH_NAME_UNUSABLE']);
    expect(readdirSync(driveC).filter((name) => !before.includes(name) && data.endsWith(name))).toEqual([]);
  });

  it('a path that no database could be opened under is refused', async () => {
    const data = `C:\\${'长'.repeat(160)}\\${'名'.repeat(160)}`;
    const refused = await runOnWindows(['import', sample, '--practice', '--data', data]);
    expect([refused.exitCode, codeOf(refused.stderr)]).toEqual([2, 'WORKSPACE_PATH_LONG']);
  });

  it('are refused as files to write', async () => {
    const data = ['--data', 'C:\\发货 工作台\\names'];
    await runOnWindows(['import', sample, '--practice', ...data]);
    for (const words of [
      ['backup', '--out', 'C:\\发货 工作台\\NUL'],
      ['export', '--out', 'C:\\con.xlsx'],
      ['export', '--out=D:\\x.xlsx.'],
    ]) {
      const { exitCode, stderr } = await runOnWindows([...words, ...data]);
      expect([exitCode, codeOf(stderr)]).toEqual([2, 'PATH_NAME_UNUSABLE']);
    }
    expect(existsSync(join(root, 'NUL'))).toBe(false);
  });
});

describe('order files', () => {
  it.each([
    ['from a folder of a server', '\\\\server\\发货\\订单 今天.xlsx'],
    [
      'by another case than they were written in',
      'C:\\PROGRAM FILES\\shipdesk 发货台\\RESOURCES\\samples\\ORDERS.XLSX',
    ],
  ])('%s', async (_what, file) => {
    const { exitCode, stdout, stderr } = await runOnWindows([
      'import',
      file,
      '--practice',
      '--json',
      '--data',
      'C:\\发货 工作台\\files',
    ]);
    expect(exitCode, stderr).toBe(3);
    expect(JSON.parse(stdout)).toMatchObject({ files: [{ rows: 25 }] });
  });

  it('a device instead of a file is not found', async () => {
    const { exitCode, stderr } = await runOnWindows([
      'import',
      'C:\\CON',
      '--data',
      'C:\\发货 工作台\\files',
    ]);
    expect([exitCode, codeOf(stderr)]).toEqual([2, 'IMPORT_FILE_NOT_FOUND']);
  });
});
