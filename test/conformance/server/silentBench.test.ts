import { Client, Pool } from 'pg';
import { afterEach, describe, expect, inject, it } from 'vitest';
import { openServerStore } from '../../../electron/store/server/openServerStore.ts';
import { watchSilence } from '../../../electron/store/server/silentConnection.ts';
import type { Store } from '../../../electron/store/store.ts';
import { layCable } from '../../doubles/servers/cable.ts';
import { serverDesk } from './serverDesk.ts';

describe.skipIf(inject('server') === null)(
  'a bench that falls silent in the middle of its work',
  { timeout: 180_000 },
  () => {
    const desk = serverDesk();
    const closing: (() => Promise<unknown>)[] = [];
    afterEach(async () => {
      for (const close of closing.splice(0).reverse()) await close();
    });

    const place = (database: string, port = desk.server.port) => ({
      host: '127.0.0.1',
      port,
      user: desk.server.user,
      database,
    });

    async function bench(database: string, port?: number): Promise<Store> {
      const opened = await openServerStore(place(database, port));
      if (!opened.ok) throw new Error(opened.code);
      closing.push(() => opened.value.close());
      return opened.value;
    }

    it('keeps the turn of all others for a quarter of a minute, and learns itself that the server is away', async () => {
      const database = await desk.database();
      const cable = await layCable(desk.server.port);
      closing.push(() => cable.close());
      const cutOff = await bench(database, cable.port);
      const other = await bench(database);
      const begunAt = performance.now();
      const cut = cutOff
        .write(async (write) => {
          await write.settings.put('language', 'en');
          cable.swallow();
          await write.settings.put('theme', 'light');
        })
        .then(
          () => 'done',
          (error: unknown) => (error instanceof Error ? error.message : ''),
        );
      await expect
        .poll(() =>
          desk.query(database, "select 1 from pg_stat_activity where state = 'idle in transaction'"),
        )
        .toHaveLength(1);
      await other.write((write) => write.settings.put('theme', 'dark'));
      expect(performance.now() - begunAt).toBeLessThan(30_000);
      expect(await cut).toBe('SERVER_AWAY');
      // Nothing of what was cut off is in the book.
      expect(await other.read.settings.get('language')).toBe('zh-CN');
      expect(await other.read.settings.get('theme')).toBe('dark');
    });

    it('whoever waits for it at the command line is told so after ten seconds, and gets the answer', async () => {
      const database = await desk.database();
      const waiting = desk.bench();
      await waiting.run(['workspace', 'create', '--server', desk.url(database), '--name', 'desk']);
      const { port, user } = desk.server;
      const holder = new Client({ host: '127.0.0.1', port, user, database });
      await holder.connect();
      closing.push(() => holder.end());
      await holder.query('begin');
      await holder.query('select no from write_turn for update');
      const ran = waiting.run(['orders', 'list']);
      const inLine = () =>
        desk.query(database, "select 1 from pg_stat_activity where wait_event_type = 'Lock'");
      await expect.poll(inLine).toHaveLength(1);
      await waiting.clock.advance(10_000);
      await holder.query('rollback');
      expect(await ran).toMatchObject({ exitCode: 0, notes: expect.stringContaining('answers slowly') });
    });

    it('a statement that takes long is waited for as long as the server works on it', async () => {
      const server = place('postgres');
      const pool = new Pool(server);
      closing.push(() => pool.end());
      const client = await pool.connect();
      watchSilence(client, server, 100);
      const { rows } = await client.query<{ done: number }>('select 1 as done from pg_sleep(0.7)');
      client.release();
      expect(rows).toEqual([{ done: 1 }]);
    });

    it('one whose answer is lost on the way fails when it is asked after', async () => {
      const cable = await layCable(desk.server.port);
      closing.push(() => cable.close());
      const pool = new Pool(place('postgres', cable.port));
      pool.on('error', () => undefined);
      closing.push(() => pool.end());
      const client = await pool.connect();
      client.on('error', () => undefined);
      watchSilence(client, { ...place('postgres'), connectionTimeoutMillis: 300 }, 100);
      cable.swallow();
      await expect(client.query('select 1')).rejects.toThrow(/terminated|no answer/);
      client.release(true);
    });
  },
);
