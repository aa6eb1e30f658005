import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { moveFaultPoints } from '../../electron/platform/faultPoint.ts';
import { hasPostgres, type PostgresServer, startPostgres } from '../doubles/servers/postgresServer.ts';
import { recordFaults } from './recordFaults.ts';
import { openShipBench } from './shipBench.ts';
import { triedWays } from './triedWays.ts';

const places = ['to the server', 'back to this computer'] as const;

/** Each way passes two of the three points. */
const cases = places.flatMap((place) =>
  moveFaultPoints
    .filter((point) => (place === 'to the server') === (point !== 'move.after-mark'))
    .flatMap((point, index) => triedWays(index).map((way) => ({ place, point, way }))),
);

let server: PostgresServer | null = null;
let databases = 0;
beforeAll(async () => {
  server = await startPostgres();
});
afterAll(() => server?.close());

async function emptyDatabase({ port, user }: PostgresServer): Promise<string> {
  const name = `move${++databases}`;
  const client = new Client({ host: '127.0.0.1', port, user, database: 'postgres' });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  return `postgres://${user}@127.0.0.1:${port}/${name}`;
}

describe.skipIf(!hasPostgres())('an end while a book moves', () => {
  const startedAt = performance.now();
  let passed = 0;

  it.each(cases)(
    '$place, $way at $point: it is whole in one of both places',
    async ({ place, point, way }) => {
      if (server === null) throw new Error('no server runs');
      const bench = await openShipBench(20, 'virtual', 5);
      const list = async () => JSON.parse((await bench.run(['orders', 'list', '--json'])).stdout);
      const toServer = ['workspace', 'move', '--server', await emptyDatabase(server), '--json'];
      const here = ['workspace', 'move', '--here', '--json'];
      try {
        expect((await bench.run(['import', `${bench.folder}/orders.csv`])).exitCode).toBe(0);
        const before = await list();
        expect(before.total).toBe(20);
        if (place !== 'to the server') expect((await bench.run(toServer)).exitCode).toBe(0);
        const move = place === 'to the server' ? toServer : here;
        const environment = { SHIPDESK_FAULT_POINT: `${point}:1:${way}` };
        const ended = await bench.run(move, { build: 'cli-faults', environment });
        expect(ended.exitCode, ended.stderr).not.toBe(0);
        expect(await list()).toEqual(before);
        const { engine } = JSON.parse((await bench.run(['workspace', 'status', '--json'])).stdout);
        const wanted = place === 'to the server' ? 'server' : 'embedded';
        if (engine !== wanted) {
          const again = await bench.run(move);
          expect(again.exitCode, again.stderr).toBe(0);
        }
        expect(await list()).toEqual(before);
        passed += 1;
      } finally {
        await bench.close();
      }
    },
  );

  afterAll(() =>
    recordFaults('moving a book, every durable step', {
      cases: cases.length,
      kills: cases.filter(({ way }) => way === 'kill').length,
      violations: cases.length - passed,
      durationMs: performance.now() - startedAt,
    }),
  );
});
