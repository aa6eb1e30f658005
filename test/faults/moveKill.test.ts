import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  copyFaultPoints,
  type FaultWay,
  hereFaultPoints,
  thereFaultPoints,
} from '../../electron/platform/faultPoint.ts';
import { hasPostgres, type PostgresServer, startPostgres } from '../doubles/servers/postgresServer.ts';
import { recordFaults } from './recordFaults.ts';
import { openShipBench } from './shipBench.ts';
import { isWholeMatrix, triedWays } from './triedWays.ts';

const places = ['to the server', 'back to this computer'] as const;

const looks = { plain: [], sealed: ['--seal-personal-data'] } as const;

const pointsOf = {
  'to the server': [...copyFaultPoints, ...thereFaultPoints],
  'back to this computer': [...copyFaultPoints, ...hereFaultPoints],
} as const;

/** What an end there has left is of use to the next move. */
const pointsOfUse: readonly string[] = ['move.after-step', 'move.after-compare', 'move.after-copy'];

/** What is sealed takes the same steps: a power cut at each shows it. */
const waysOf = (look: keyof typeof looks, pointIndex: number): readonly FaultWay[] =>
  look === 'plain' || isWholeMatrix ? triedWays(pointIndex) : ['kill'];

const cases = places.flatMap((place) =>
  (Object.keys(looks) as (keyof typeof looks)[]).flatMap((look) =>
    pointsOf[place].flatMap((point, index) =>
      waysOf(look, index).map((way) => ({ place, look, point, way })),
    ),
  ),
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

/** Does the administrator read whole names of the orders? */
async function standsInPlain(connectionString: string): Promise<boolean> {
  const client = new Client({ connectionString });
  await client.connect();
  const { rows } = await client.query<{ total: string }>(
    "select count(*) as total from orders where receiver_name ~ '^[\u4e00-\u9fa5]+$'",
  );
  await client.end();
  const total = Number(rows[0]?.total);
  expect([0, 20]).toContain(total);
  return total === 20;
}

describe.skipIf(!hasPostgres())('an end while a book moves', () => {
  const startedAt = performance.now();
  let passed = 0;

  it.each(cases)(
    '$place, $look there, $way at $point: it is whole in one of both places',
    async ({ place, look, point, way }) => {
      if (server === null) throw new Error('no server runs');
      const bench = await openShipBench(20, 'virtual', 5);
      const list = async () => JSON.parse((await bench.run(['orders', 'list', '--json'])).stdout);
      const url = await emptyDatabase(server);
      const toServer = ['workspace', 'move', '--server', url, ...looks[look], '--json'];
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
        const status = async () => JSON.parse((await bench.run(['workspace', 'status', '--json'])).stdout);
        const wanted = place === 'to the server' ? 'server' : 'embedded';
        if ((await status()).engine !== wanted) {
          const again = await bench.run(move);
          expect(again.exitCode, again.stderr).toBe(0);
          const { rows, kept } = JSON.parse(again.stdout);
          expect(kept > rows / 2, `${kept} of ${rows}`).toBe(pointsOfUse.includes(point));
        }
        expect(await list()).toEqual(before);
        if (wanted === 'server') {
          expect((await status()).isPersonalSealed).toBe(look === 'sealed');
          expect(await standsInPlain(url)).toBe(look === 'plain');
        }
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
