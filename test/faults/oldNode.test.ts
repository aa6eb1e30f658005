import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { runShipdesk } from '../doubles/program/shipdeskProgram.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'old-node-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('started by hand on a Node that is too old the command line says so in one sentence, before anything is loaded', async () => {
  const pretend = join(folder, 'pretend.cjs');
  writeFileSync(
    pretend,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.11.0', napi: '9' } });
    const { Module } = require('node:module');
    const load = Module._load;
    Module._load = (name, ...more) => name === 'better-sqlite3' ? process.abort() : load(name, ...more);`,
  );
  const environment = { NODE_OPTIONS: `--require ${pretend}` };
  const run = await runShipdesk(
    ['orders', 'list', '--data', join(folder, 'data'), '--lang', 'en', '--json'],
    {
      environment,
    },
  );
  expect(run).toMatchObject({ exitCode: 2, signal: null });
  expect(run.stderr).toMatch(/^error NODE_TOO_OLD: .*20\.11\.0/);
  expect(JSON.parse(run.stdout)).toMatchObject({ error: { code: 'NODE_TOO_OLD' } });
  const chinese = await runShipdesk(['version'], { environment });
  expect(chinese.stderr).toContain('这里是 20.11.0');
});
