import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { orderSheet, sheetOrder } from '../doubles/files/orderSheet.ts';
import { runShipdesk } from '../doubles/program/shipdeskProgram.ts';
import { makeNewer } from '../doubles/workspace/makeNewer.ts';

/**
 * The computer around the command line is not as it should be: one clear sentence each, and nothing lost. What belongs here besides lies
 * beside its noun: a port that is taken, a wrong token and a huge body in `test/conformance/door`, a half-downloaded update in
 * `test/unit/electron/usecases/updates/download`, the roaming profile in `test/windows/workspace`.
 */
const project = fileURLToPath(new URL('../../', import.meta.url));
/** Somebody who owns nothing here. */
const nobody = 65_534;
const canBeOthers = process.getuid?.() === 0 && spawnSync('setpriv', ['--version']).status === 0;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'surroundings-'));
  chmodSync(folder, 0o755);
  writeFileSync(join(folder, 'a.csv'), orderSheet([sheetOrder(1)]));
});
afterEach(() => rmSync(folder, { recursive: true }));

const data = () => join(folder, 'workspace');
const ship = () => ['ship', join(folder, 'a.csv'), '--practice', '--json'];
const own = (words: readonly string[]) => runShipdesk([...words, '--data', data(), '--lang', 'en']);

/** The built command line as another user of this computer, with a home of their own. */
function asNobody(words: readonly string[], program = join(project, 'out/cli')) {
  const home = join(folder, 'home');
  const person = [`--reuid=${nobody}`, `--regid=${nobody}`, '--clear-groups'];
  mkdirSync(home, { recursive: true });
  chownSync(home, nobody, nobody);
  const command = [process.execPath, join(program, 'cli.cjs'), ...words, '--lang', 'en'];
  const run = spawnSync('setpriv', [...person, 'env', '-i', `HOME=${home}`, ...command], {
    encoding: 'utf8',
  });
  return { exitCode: run.status, stdout: run.stdout, stderr: run.stderr };
}

interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** One line on stderr that begins with the code, what to do next in it; no stack. */
function expectSentence({ exitCode, stderr }: Run, code: string, status: number): void {
  const lines = stderr.split('\n').filter((line) => line.startsWith('error '));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(new RegExp(`^error ${code}: .+\\. .+\\.$`));
  expect(stderr).not.toMatch(/^\s+at /m);
  expect(exitCode).toBe(status);
}

describe('no key store', () => {
  it('a new workspace needs a passphrase, and nothing is made without one', async () => {
    expectSentence(await own(['account', 'list']), 'WORKSPACE_NO_KEY_STORE', 2);
    expect(readdirSync(data()).filter((name) => name !== 'owner.pid')).not.toContain('shipdesk.db');
  });
});

describe('an older program after a newer one', () => {
  it('says so, changes nothing, and the newer one opens it again', async () => {
    expect((await own(ship())).exitCode).toBe(0);
    const undo = makeNewer(data());
    const before = readFileSync(join(data(), 'shipdesk.db'));
    expectSentence(await own(['orders', 'list']), 'WORKSPACE_NEWER', 4);
    expect(readFileSync(join(data(), 'shipdesk.db'))).toEqual(before);
    undo();
    const listed = await own(['orders', 'list', '--json']);
    expect(JSON.parse(listed.stdout)).toMatchObject({ total: 1 });
  });
});

describe.skipIf(!canBeOthers)('another user of the computer', () => {
  it('is told whose workspace it is, and the owner finds it as it was', async () => {
    expect((await own(ship())).exitCode).toBe(0);
    const { mtimeMs } = statSync(join(data(), 'shipdesk.db'));
    expectSentence(asNobody(['orders', 'list', '--data', data()]), 'WORKSPACE_OTHER_USER', 2);
    expectSentence(asNobody([...ship(), '--data', data()]), 'WORKSPACE_OTHER_USER', 2);
    expect(statSync(join(data(), 'shipdesk.db')).mtimeMs).toBe(mtimeMs);
  });

  it('works in a workspace of their own, with a program that they cannot write to', () => {
    const program = join(folder, 'program/out/cli');
    cpSync(join(project, 'out/cli'), program, {
      recursive: true,
      filter: (path) => !path.endsWith('compiled'),
    });
    for (const part of ['node_modules', 'resources'])
      spawnSync('ln', ['-s', join(project, part), join(folder, 'program', part)]);
    const before = readdirSync(program);
    const shipped = asNobody(ship(), program);
    expect(shipped.stderr).not.toContain('error');
    expect(JSON.parse(shipped.stdout)).toMatchObject({ imported: 1, booked: 1, printed: 1 });
    expect(readdirSync(program)).toEqual(before);
  });

  it('opens their own workspace though its file was made read-only: the right to write is given back', () => {
    mkdirSync(data());
    chownSync(data(), nobody, nobody);
    expect(asNobody([...ship(), '--data', data()]).exitCode).toBe(0);
    chmodSync(join(data(), 'shipdesk.db'), 0o444);
    expect(asNobody(['orders', 'list', '--data', data()]).exitCode).toBe(0);
  });

  it('is reported where a folder cannot be written to', () => {
    expectSentence(
      asNobody(['account', 'list', '--data', join(folder, 'mine')]),
      'WORKSPACE_NOT_WRITABLE',
      2,
    );
  });
});

describe('what a result is written to', () => {
  const program = (words: readonly string[], stdout: 'pipe' | number): ChildProcess =>
    spawn(process.execPath, [join(project, 'out/cli/cli.cjs'), ...words, '--data', data(), '--lang', 'en'], {
      stdio: ['pipe', stdout, 'pipe'],
    });

  async function ended(child: ChildProcess): Promise<Run> {
    let stderr = '';
    child.stderr?.on('data', (piece) => {
      stderr += String(piece);
    });
    const exitCode = await new Promise<number | null>((resolve) => child.once('close', resolve));
    return { exitCode, stdout: '', stderr };
  }

  it('is a full disk: it says so, and what was done is kept', async () => {
    expectSentence(await ended(program(ship(), openSync('/dev/full', 'w'))), 'RESULT_NOT_WRITTEN', 1);
    expect(JSON.parse((await own(ship())).stdout)).toMatchObject({ imported: 0, booked: 0, printed: 0 });
    expect(JSON.parse((await own(['orders', 'list', '--json'])).stdout).orders).toMatchObject([
      { state: 'booked' },
    ]);
  });

  it('is closed by its reader, as by `head`: the job is done, and nothing is said of it', async () => {
    const child = program(ship(), 'pipe');
    child.stdout?.destroy();
    const { exitCode, stderr } = await ended(child);
    expect(stderr).not.toMatch(/EPIPE|^\s+at /m);
    expect(exitCode).toBe(0);
    expect(JSON.parse((await own(ship())).stdout)).toMatchObject({ imported: 0, booked: 0, printed: 0 });
  });

  it('comes line by line: Ctrl+C ends it while it waits for the next line of its input', async () => {
    const child = program(['address', 'parse'], 'pipe');
    const line = new Promise<string>((resolve) =>
      child.stdout?.once('data', (text) => resolve(String(text))),
    );
    child.stdin?.write('林晓峰 13800138000 浙江省杭州市西湖区文三路 1 号\n');
    expect(JSON.parse(await line)).toMatchObject({ name: '林晓峰' });
    child.kill('SIGINT');
    expect(await ended(child)).toMatchObject({ exitCode: 0, stderr: '' });
  });
});
