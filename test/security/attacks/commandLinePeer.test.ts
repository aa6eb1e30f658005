import { chmodSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type AskerFrames, callLine } from '../../../electron/door/localLine.ts';
import { type BesideDesk, openBesideDesk } from '../../doubles/program/besideDesk.ts';

let desk: BesideDesk;
beforeEach(async () => {
  desk = await openBesideDesk({ passphrase: 'correct horse battery' });
});
afterEach(async () => {
  await desk.close();
  expect(desk.bugs).toEqual([]);
});

const lineFile = () => JSON.parse(readFileSync(join(desk.data, 'command-line.json'), 'utf8'));

/** What the program said until it hung up. */
function told(act: (socket: Socket) => void): Promise<string> {
  const socket = connect({ path: lineFile().address });
  let text = '';
  socket.on('data', (piece) => {
    text += String(piece);
  });
  socket.on('error', () => undefined);
  socket.once('connect', () => act(socket));
  return new Promise((resolve) => socket.once('close', () => resolve(text)));
}

const stillWorks = async () => {
  const run = await desk.line(['orders', 'list', '--json'], {
    environment: { SHIPDESK_PASSPHRASE: 'correct horse battery' },
  });
  expect(run.exitCode, run.stderr).toBe(0);
};

it('socket, its folder and the file that names it are their owner’s alone', () => {
  if (process.platform === 'win32') return;
  const { address } = lineFile();
  const modeOf = (path: string) => statSync(path).mode & 0o777;
  expect([modeOf(address), modeOf(dirname(address)), modeOf(join(desk.data, 'command-line.json'))]).toEqual([
    0o600, 0o700, 0o600,
  ]);
});

it.each([
  ['garbage', 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'],
  ['JSON of another shape', '{"kind":"go"}\n'],
  [
    'a command without a proof',
    '{"kind":"command","words":["orders","list"],"folder":"/","environment":{},"isInteractive":false}\n',
  ],
  ['a wrong proof', `{"kind":"prove","nonce":"${'0'.repeat(32)}","proof":"${'0'.repeat(64)}"}\n`],
  ['deep nesting', `${'['.repeat(200_000)}\n`],
])('a peer with %s is told a nonce and nothing else', async (_name, sent) => {
  const text = await told((socket) => socket.write(sent));
  expect(text).toMatch(/^\{"kind":"hello","protocol":1,"nonce":"[0-9a-f]{32}"\}\n$/);
  await stillWorks();
});

it('a peer that sends without end is cut off after a megabyte, whatever it sends', async () => {
  let sent = 0;
  await told((socket) => {
    const more = () => {
      while (!socket.destroyed && sent < 200_000_000) {
        sent += 65_536;
        if (!socket.write('x'.repeat(65_536))) return void socket.once('drain', more);
      }
    };
    more();
  });
  expect(sent).toBeLessThan(20_000_000);
  await stillWorks();
});

it('the proof of one line is worth nothing on the next', async () => {
  const { address } = lineFile();
  // A man in the middle repeats what he saw: the nonce of the program is another each time.
  const first = await told((socket) => socket.end());
  const second = await told((socket) => socket.end());
  expect(first).not.toBe(second);
  expect(address).not.toBe('');
});

it('a proven peer that sends garbage in the middle, or nothing, loses its line; others are answered meanwhile', async () => {
  const lines: AskerFrames[] = [];
  for (let no = 0; no < 20; no++) {
    const frames = await callLine(desk.data);
    if (typeof frames === 'string') throw new Error(frames);
    lines.push(frames);
    frames.send({
      kind: 'command',
      words: ['orders', 'list'],
      folder: '/',
      environment: {},
      isInteractive: false,
    });
  }
  // Sixteen have their place and never say go.
  expect(await lines[0]?.next()).toEqual({ kind: 'ready' });
  lines[0]?.send({ kind: 'unheard' } as never);
  expect(await lines[0]?.next()).toBeNull();
  for (const frames of lines) frames.close();
  await stillWorks();
});

it('a peer cannot run what opens no workspace, or opens another one', async () => {
  const frames = await callLine(desk.data);
  if (typeof frames === 'string') throw new Error(frames);
  const words = ['label', 'render', '--order', 'x', '--lang', 'png', '--out', '/tmp/x', '--json'];
  frames.send({ kind: 'command', words, folder: '/', environment: {}, isInteractive: false });
  await frames.next();
  frames.send({ kind: 'go' });
  const said: unknown[] = [];
  for (let frame = await frames.next(); frame !== null; frame = await frames.next()) said.push(frame);
  expect(said.at(-1)).toEqual({ kind: 'exit', code: 2 });
});

it('wrong passphrases make the next try wait, however many ask at once', async () => {
  const guess = (no: number) =>
    desk.line(['orders', 'list', '--json'], { environment: { SHIPDESK_PASSPHRASE: `guess ${no}` } });
  const runs = await Promise.all(Array.from({ length: 12 }, (_, no) => guess(no)));
  const codes = runs.map(({ stdout }) => JSON.parse(stdout).error.code);
  expect(codes).toContain('KEY_TRY_WAIT');
});

it('a program that listens in that place and does not know the secret is told no command', async () => {
  const { address } = lineFile();
  await desk.session.close();
  const heard: string[] = [];
  mkdirSync(dirname(address), { recursive: true });
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (piece) => heard.push(String(piece)));
    socket.write(`{"kind":"hello","protocol":1,"nonce":"${'1'.repeat(32)}"}\n`);
    socket.write(`{"kind":"proven","proof":"${'2'.repeat(64)}"}\n`);
  });
  await new Promise<void>((resolve) => server.listen({ path: address }, resolve));
  writeFileSync(
    join(desk.data, 'command-line.json'),
    JSON.stringify({ version: 1, address, secret: '3'.repeat(64) }),
    { mode: 0o600 },
  );
  expect(await callLine(desk.data)).toBe('nobody');
  await expect.poll(() => heard.join('')).toMatch(/^\{"kind":"prove"[^\n]*\n$/);
  server.close();
});

it('a folder in the place of the socket’s that others may write to is not used', async () => {
  if (process.platform === 'win32') return;
  await desk.session.close();
  const base = join(desk.folder, 'runtime');
  const place = join(base, `shipdesk-${process.getuid?.() ?? ''}`);
  mkdirSync(place, { recursive: true });
  chmodSync(place, 0o777);
  const before = { XDG_RUNTIME_DIR: process.env.XDG_RUNTIME_DIR, TMPDIR: process.env.TMPDIR };
  Object.assign(process.env, { XDG_RUNTIME_DIR: base, TMPDIR: base });
  try {
    expect(tmpdir()).toBe(base);
    await desk.open();
    expect(() => lineFile()).toThrow();
    expect((await desk.line(['orders', 'list', '--json'])).exitCode).toBe(4);
  } finally {
    for (const [name, value] of Object.entries(before)) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    rmSync(base, { recursive: true });
  }
});
