import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultPointsOf } from '../../electron/platform/faultPoint.ts';
import { hasPostgres, type PostgresServer, startPostgres } from '../doubles/servers/postgresServer.ts';
import { recordFaults } from './recordFaults.ts';
import { openShipBench, type ShipBench } from './shipBench.ts';
import { isWholeMatrix, triedWays } from './triedWays.ts';

const places = ['to the server', 'back to this computer'] as const;

const looks = { plain: [], sealed: ['--seal-personal-data'] } as const;

const pointsOf = {
  'to the server': [...faultPointsOf.copy, ...faultPointsOf.there],
  'back to this computer': [...faultPointsOf.copy, ...faultPointsOf.here],
} as const;

/** What an end there has left is of use to the next move. */
const pointsOfUse: readonly string[] = ['move.after-step', 'move.after-compare', 'move.after-copy'];

type Look = keyof typeof looks;
const looksThere = Object.keys(looks) as readonly Look[];

// What is sealed takes the same steps: by turns with what is plain; in the whole matrix every end meets both.
const cases = places.flatMap((place, placeIndex) =>
  pointsOf[place].flatMap((point, index) =>
    triedWays(index).flatMap((way, turn) =>
      looksThere
        .filter((look) => isWholeMatrix || look === looksThere[(placeIndex + index + turn) % 2])
        .map((look) => ({ place, look, point, way })),
    ),
  ),
);

const orderCount = 20;
/** The one that books move to and from, made anew for each case. */
const database = 'book';

/** A workspace of orders, and a real server that its book moves to; what a case begins with is made once and copied. */
class MovingHall {
  /** What the list of orders says, wherever the book lies. */
  orders: unknown = null;
  readonly #server: PostgresServer;
  readonly #bench: ShipBench;

  private constructor(server: PostgresServer, bench: ShipBench) {
    this.#server = server;
    this.#bench = bench;
  }

  static async open(): Promise<MovingHall> {
    const server = await startPostgres();
    if (server === null) throw new Error('no server runs');
    const hall = new MovingHall(server, await openShipBench(orderCount, 'virtual', 5));
    await hall.#prepare();
    return hall;
  }

  /** The book in the folder, and moved to the server in both looks. */
  async #prepare(): Promise<void> {
    const { folder } = this.#bench;
    await this.done(['import', join(folder, 'orders.csv')]);
    this.orders = await this.list();
    this.#keep('here');
    for (const look of looksThere) {
      await this.begin('to the server', look);
      await this.done(this.toServer(look));
      this.#keep(look);
      await this.ask('postgres', `alter database ${database} rename to ${look}`);
    }
  }

  #keep(name: string): void {
    cpSync(this.#bench.data, join(this.#bench.folder, name), { recursive: true });
  }

  /** As before every move in this direction. */
  async begin(place: (typeof places)[number], look: Look): Promise<void> {
    const isHere = place === 'to the server';
    const { data, folder } = this.#bench;
    rmSync(data, { recursive: true });
    cpSync(join(folder, isHere ? 'here' : look), data, { recursive: true });
    await this.ask('postgres', `drop database if exists ${database} with (force)`);
    await this.ask('postgres', `create database ${database} template ${isHere ? 'template0' : look}`);
  }

  toServer(look: Look): string[] {
    const { port, user } = this.#server;
    const url = `postgres://${user}@127.0.0.1:${port}/${database}`;
    return ['workspace', 'move', '--server', url, ...looks[look], '--json'];
  }

  run: ShipBench['run'] = (words, options) => this.#bench.run(words, options);

  /** What it prints. */
  async done(words: readonly string[]): Promise<string> {
    const { exitCode, stdout, stderr } = await this.run(words);
    expect(exitCode, stderr).toBe(0);
    return stdout;
  }

  list = async (): Promise<unknown> => JSON.parse(await this.done(['orders', 'list', '--json']));

  async ask<Row extends object>(of: string, statement: string): Promise<{ readonly rows: readonly Row[] }> {
    const { port, user } = this.#server;
    const client = new Client({ host: '127.0.0.1', port, user, database: of });
    await client.connect();
    const answer = await client.query<Row>(statement);
    await client.end();
    return answer;
  }

  async close(): Promise<void> {
    await this.#bench.close();
    await this.#server.close();
  }
}

/** Does the administrator read whole names of the orders? */
async function standsInPlain(hall: MovingHall): Promise<boolean> {
  const { rows } = await hall.ask<{ total: string }>(
    database,
    "select count(*) as total from orders where receiver_name ~ '^[\u4e00-\u9fa5]+$'",
  );
  const total = Number(rows[0]?.total);
  expect([0, orderCount]).toContain(total);
  return total === orderCount;
}

describe.skipIf(!hasPostgres())('an end while a book moves', () => {
  const startedAt = performance.now();
  let passed = 0;
  let hall: MovingHall;
  beforeAll(async () => {
    hall = await MovingHall.open();
    expect(hall.orders).toMatchObject({ total: orderCount });
  });
  afterAll(() => hall.close());

  it.each(cases)(
    '$place, $look there, $way at $point: it is whole in one of both places',
    async ({ place, look, point, way }) => {
      await hall.begin(place, look);
      const [wanted, move] =
        place === 'to the server'
          ? (['server', hall.toServer(look)] as const)
          : (['embedded', ['workspace', 'move', '--here', '--json']] as const);
      const environment = { SHIPDESK_FAULT_POINT: `${point}:1:${way}` };
      const ended = await hall.run(move, { build: 'cli-faults', environment });
      expect(ended.exitCode, ended.stderr).not.toBe(0);
      expect(await hall.list()).toEqual(hall.orders);
      const status = async () => JSON.parse(await hall.done(['workspace', 'status', '--json']));
      let reached = await status();
      if (reached.engine !== wanted) {
        const { rows, kept } = JSON.parse(await hall.done(move));
        expect(kept > rows / 2, `${kept} of ${rows}`).toBe(pointsOfUse.includes(point));
        expect(await hall.list()).toEqual(hall.orders);
        reached = await status();
      }
      expect(reached.engine).toBe(wanted);
      if (wanted === 'server') {
        expect(reached.isPersonalSealed).toBe(look === 'sealed');
        expect(await standsInPlain(hall)).toBe(look === 'plain');
      }
      passed += 1;
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
