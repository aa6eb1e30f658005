import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultPointsOf } from '../../electron/platform/faultPoint.ts';
import { runShipdesk } from '../doubles/program/shipdeskProgram.ts';
import { hasPostgres, type PostgresServer, startPostgres } from '../doubles/servers/postgresServer.ts';
import { benchPassphrase } from './preparedBenches.ts';
import { recordFaults } from './recordFaults.ts';
import { openShipBench } from './shipBench.ts';
import { triedWays } from './triedWays.ts';

const cases = faultPointsOf.shutOut.flatMap((point, index) =>
  triedWays(index).map((way) => ({ point, way })),
);

let server: PostgresServer | null = null;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server?.close());

describe.skipIf(!hasPostgres())('an end while a bench is shut out and the keys are renewed', () => {
  const startedAt = performance.now();
  let passed = 0;

  it.each(cases)(
    '$way at $point: the bench is out, and the others open all that is sealed',
    async ({ point, way }) => {
      if (server === null) throw new Error('no server runs');
      const { port, user } = server;
      const name = `shut${cases.findIndex((one) => one.point === point && one.way === way)}`;
      const query = async <Row>(database: string, statement: string): Promise<Row[]> => {
        const client = new Client({ host: '127.0.0.1', port, user, database });
        await client.connect();
        const { rows } = await client.query(statement);
        await client.end();
        return rows as Row[];
      };
      const bench = await openShipBench(3, 'virtual', 5);
      const at = (folder: string, words: readonly string[], input = '') =>
        runShipdesk(['--data', join(bench.folder, folder), ...words], {
          environment: { SHIPDESK_PASSPHRASE: benchPassphrase },
          input,
        });
      const joins = async (folder: string) => {
        const { stdout } = await bench.run(['workspace', 'invite', '--show-code', '--json']);
        const joined = await at(
          folder,
          ['workspace', 'join', '--name', folder],
          JSON.parse(stdout).invitation,
        );
        expect(joined.exitCode, joined.stderr).toBe(0);
      };
      try {
        await query('postgres', `create database ${name}`);
        const there = `postgres://${user}@127.0.0.1:${port}/${name}`;
        const moved = await bench.run(['workspace', 'move', '--server', there, '--name', 'first']);
        expect(moved.exitCode, moved.stderr).toBe(0);
        await joins('second');
        await joins('third');
        const environment = { SHIPDESK_FAULT_POINT: `${point}:1:${way}` };
        const ended = await bench.run(['workspace', 'shut-out', 'second'], {
          build: 'cli-faults',
          environment,
        });
        expect(ended.exitCode, ended.stderr).not.toBe(0);
        expect((await at('second', ['orders', 'list'])).stderr).toContain('WORKSTATION_SHUT_OUT');
        expect((await at('third', ['orders', 'list'])).exitCode).toBe(0);
        const rows = await query<{ tag: string; sealed: string }>(
          name,
          `select key_tag as tag, sealed_secret as sealed from accounts cross join bench_keys
         union all select key_tag, sealed_fields from accounts cross join bench_keys`,
        );
        expect(rows.length).toBeGreaterThan(0);
        for (const { tag, sealed } of rows) expect(sealed.slice(0, 9)).toBe(`${tag}:`);
        const shipped = await bench.ship();
        expect(shipped.exitCode, shipped.stderr).toBe(0);
        passed += 1;
      } finally {
        await bench.close();
      }
    },
  );

  afterAll(() =>
    recordFaults('shutting a bench out, every durable step', {
      cases: cases.length,
      kills: cases.filter(({ way }) => way === 'kill').length,
      violations: cases.length - passed,
      durationMs: performance.now() - startedAt,
    }),
  );
});
