import { spawn } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type DoorDesk, openDoorDesk } from '../../doubles/program/doorDesk.ts';

const manual = readFileSync(join(import.meta.dirname, '../../../docs/automation.md'), 'utf8');
let desk: DoorDesk;
beforeEach(async () => {
  desk = await openDoorDesk();
});
afterEach(() => desk.close());

/** An example of the manual as it stands there, at the port of this test. */
function example(language: string): string {
  const found = new RegExp(`\`\`\`${language}\\n([\\s\\S]*?)\`\`\``).exec(manual)?.[1];
  if (found === undefined) throw new Error(`the manual has no example in ${language}`);
  return found.replaceAll('127.0.0.1:47800', `127.0.0.1:${desk.port}`);
}

function run(program: string, words: readonly string[], token: string) {
  const child = spawn(program, words, {
    cwd: desk.folder,
    env: { PATH: process.env.PATH, HOME: desk.folder, SHIPDESK_TOKEN: token },
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (text += String(piece)));
  return new Promise<{ readonly code: number | null; readonly text: string }>((resolve) => {
    child.once('error', () => resolve({ code: null, text }));
    child.once('close', (code) => resolve({ code, text }));
  });
}

const token = () =>
  desk.token('ERP', 'orders:write', 'orders:read', 'labels:read', 'tracking:read', 'events:read');

it('the example for curl hands an order over and reads it back', async () => {
  const { code, text } = await run('bash', ['-euc', example('sh')], await token());
  expect([code, text], text).toEqual([0, expect.stringContaining('"orderNo":"ERP-1001"')]);
});

it('the example in Python reads an ERP’s export and hands its orders over', async (context) => {
  const { code } = await run('python3', ['--version'], '');
  if (code !== 0) return context.skip();
  writeFileSync(
    join(desk.folder, 'orders.csv'),
    'order_no,name,phone,address,goods,qty\nERP-2001,王试,13800000001,浙江省杭州市余杭区样板路1号,样品绿茶,1\n',
  );
  writeFileSync(join(desk.folder, 'handover.py'), example('python'));
  const ran = await run('python3', ['handover.py'], await token());
  expect([ran.code, ran.text], ran.text).toEqual([0, expect.stringContaining('ERP-2001')]);
});
