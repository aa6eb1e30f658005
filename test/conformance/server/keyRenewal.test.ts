import { describe, expect, inject, it } from 'vitest';
import { checkPin } from '../../../electron/usecases/operators/checkPin.ts';
import { addOperator } from '../../../electron/usecases/operators/operators.ts';
import { type OpenedWorkspace, whyTaken } from '../../../electron/usecases/workspace/open.ts';
import { keepRenewal, renewBookKey } from '../../../electron/usecases/workstations/bookKeys.ts';
import {
  inviteWorkstation,
  readWorkstations,
  shutOutWorkstation,
} from '../../../electron/usecases/workstations/workstations.ts';
import { drawBenchKey, publicOf, sealFor } from '../../../electron/vault/benchKey.ts';
import { createBookKeys, newBookKeys } from '../../../electron/vault/bookKeys.ts';
import { createSecretBox } from '../../../electron/vault/secretBox.ts';
import type { BenchLine } from '../../doubles/program/benchLine.ts';
import { testAccount } from '../../doubles/workspace/openTestWorkspace.ts';
import { sampleOrder } from '../../doubles/workspace/sampleOrder.ts';
import { openBench, serverDesk } from './serverDesk.ts';

type Open = OpenedWorkspace['workspace'];

describe.skipIf(inject('server') === null)(
  'keys of a book when a bench is shut out',
  { timeout: 180_000 },
  () => {
    const desk = serverDesk();

    async function invited(host: BenchLine) {
      const { invitation } = await host.json(['workspace', 'invite', '--show-code']);
      return String(invitation);
    }

    async function threeBenches(...options: string[]) {
      const database = await desk.database();
      const [first, second, third] = [desk.bench(), desk.bench(), desk.bench()];
      const create = ['workspace', 'create', '--server', desk.url(database), '--name', 'first'];
      await first.json([...create, ...options]);
      await second.json(['workspace', 'join', '--name', 'second'], [await invited(first)]);
      await third.json(['workspace', 'join', '--name', 'third'], [await invited(first)]);
      return { database, first, second, third };
    }

    const account = (workspace: Open, merchantId: string) =>
      testAccount(workspace, {
        platform: 'sf',
        name: merchantId,
        merchantId,
        secret: `secret of ${merchantId}`,
        fields: { monthlyCard: '7551234567' },
      });

    async function secretsSeenBy({ store, secretBox }: Open): Promise<string[]> {
      const rows = await store.read.accounts.all();
      return rows.map(({ id, sealedSecret }) => secretBox.open(sealedSecret, id)).sort();
    }

    const sealedRows = (database: string) =>
      desk.query<{ id: string; sealed: string }>(
        database,
        'select id, sealed_secret as sealed from accounts union all select id, sealed_fields from accounts',
      );

    /** Everything the database holds, as whoever has a connection to it reads it. */
    async function everything(database: string): Promise<string> {
      const tables = await desk.query<{ name: string }>(
        database,
        "select tablename as name from pg_tables where schemaname = 'public'",
      );
      const all = [];
      for (const { name } of tables) all.push(await desk.query(database, `select * from ${name}`));
      return JSON.stringify(all);
    }

    it('it reads nothing new with its copy of the keys and its connection; the others go on at once', async () => {
      const { database, first, second, third } = await threeBenches();
      const [here, gone, there] = [await openBench(first), await openBench(second), await openBench(third)];
      await account(here.workspace, 'before');
      expect(await secretsSeenBy(gone.workspace)).toEqual(['secret of before']);
      const copied = gone.workspace.keyHolder?.keys.list;
      if (copied === undefined) throw new Error('no keys');

      expect(await shutOutWorkstation(here.workspace, 'second')).toEqual({ ok: true, value: [] });
      await account(here.workspace, 'after');

      const box = createSecretBox(createBookKeys(copied).sealing('account secrets'));
      for (const { id, sealed } of await sealedRows(database)) expect(() => box.open(sealed, id)).toThrow();
      await expect(gone.workspace.store.read.accounts.all()).rejects.toThrow('SERVER_AWAY');
      expect(whyTaken(gone.taken)).toMatchObject({ code: 'WORKSTATION_SHUT_OUT' });
      const newest = here.workspace.keyHolder?.keys.list.keys.at(-1) ?? '';
      expect(copied.keys).not.toContain(newest);
      expect(await everything(database)).not.toContain(newest);

      expect(await secretsSeenBy(there.workspace)).toEqual(['secret of after', 'secret of before']);
      await account(there.workspace, 'third');
      expect(await secretsSeenBy(here.workspace)).toHaveLength(3);
      await Promise.all([here.close(), there.close(), gone.close()]);
      const again = await openBench(third);
      expect(await secretsSeenBy(again.workspace)).toHaveLength(3);
      expect(await again.workspace.store.read.settings.get('isResealing')).toBe(false);
      await again.close();
    });

    it('a bench that was shut out a moment ago, and does not know it yet, lets nobody in and shuts nobody out', async () => {
      const { first, second, third } = await threeBenches();
      const [here, gone] = [await openBench(first), await openBench(second)];
      await shutOutWorkstation(here.workspace, 'second');
      const out = { ok: false, code: 'WORKSTATION_SHUT_OUT' };
      expect(await shutOutWorkstation(gone.workspace, 'third')).toMatchObject(out);
      expect(await inviteWorkstation(gone.workspace)).toMatchObject(out);
      await here.close();
      await gone.close();
      expect((await third.run(['orders', 'list'])).exitCode).toBe(0);
    });

    it('invitations from before are void, and one that joins afterwards knows all that is sealed', async () => {
      const { first } = await threeBenches();
      const here = await openBench(first);
      await account(here.workspace, 'one');
      await here.close();
      const early = await invited(first);
      await first.json(['workspace', 'shut-out', 'second']);
      const fourth = desk.bench();
      const late = await fourth.run(['workspace', 'join', '--name', 'fourth'], [early]);
      expect(late.notes).toContain('INVITATION_SPENT');
      await fourth.json(['workspace', 'join', '--name', 'fourth'], [await invited(first)]);
      await first.json(['workspace', 'shut-out', 'third']);
      const there = await openBench(fourth);
      expect(await secretsSeenBy(there.workspace)).toEqual(['secret of one']);
      await there.close();
    });

    it('cut off behind the new key: all is readable, and the next opening of any bench seals the rest again', async () => {
      const { first, third, database } = await threeBenches();
      const here = await openBench(first);
      await account(here.workspace, 'one');
      await account(here.workspace, 'two');
      const { keyHolder, store } = here.workspace;
      if (keyHolder === undefined) throw new Error('no keys');
      const former = `${keyHolder.keys.newestTag}:`;
      keepRenewal(keyHolder, await store.write((write) => renewBookKey(keyHolder, write)));
      expect(await secretsSeenBy(here.workspace)).toHaveLength(2);
      await here.close();
      expect((await sealedRows(database)).every(({ sealed }) => sealed.startsWith(former))).toBe(true);
      const there = await openBench(third);
      expect(await secretsSeenBy(there.workspace)).toHaveLength(2);
      expect((await sealedRows(database)).some(({ sealed }) => sealed.startsWith(former))).toBe(false);
      await there.close();
    });

    it('persons of a book that seals them are sealed again too, cut off or not, and benches go on meanwhile', async () => {
      const { database, first, third } = await threeBenches('--seal-personal-data');
      const [here, there] = [await openBench(first), await openBench(third)];
      const found = async ({ store }: Open, search: string) =>
        (await store.read.orders.window({ search }, { offset: 0, limit: 10 })).length;
      await here.workspace.store.write((write) => write.orders.insertMany([sampleOrder(1), sampleOrder(2)]));
      const { receiverName, receiverPhone } = sampleOrder(1);
      expect(await found(there.workspace, receiverName)).toBe(2);
      const { keyHolder, store } = here.workspace;
      if (keyHolder === undefined) throw new Error('no keys');
      keepRenewal(keyHolder, await store.write((write) => renewBookKey(keyHolder, write)));
      await here.close();
      // The other bench has not learned of it yet, and writes by the newest all the same.
      await there.workspace.store.write((write) => write.orders.insertMany([sampleOrder(3)]));
      expect(await found(there.workspace, receiverName)).toBe(3);
      expect(await found(there.workspace, receiverPhone)).toBe(3);
      expect(await there.workspace.store.read.orders.readyOfSharedPhones()).toHaveLength(3);
      const heads = () =>
        desk.query<{ head: string }>(
          database,
          'select distinct substr(receiver_name, 2, 8) as head from orders',
        );
      expect(await heads()).toHaveLength(2);
      await there.close();
      const again = await openBench(third);
      expect(await heads()).toEqual([{ head: keyHolder.keys.newestTag }]);
      expect(await found(again.workspace, receiverName)).toBe(3);
      expect(await again.workspace.store.read.settings.get('isResealing')).toBe(false);
      await again.close();
    });

    it('what was sealed by a former key a moment ago is not written; done once more it is', async () => {
      const { first, third } = await threeBenches();
      const [here, there] = [await openBench(first), await openBench(third)];
      const late = there.workspace.secretBox.seal('typed before', 'x');
      await shutOutWorkstation(here.workspace, 'second');
      const { id } = await account(here.workspace, 'one');
      const write = (sealedSecret: string) =>
        there.workspace.store.write(({ accounts }) => accounts.update(id, { sealedSecret }));
      await expect(write(late)).rejects.toThrow('SERVER_KEY_RENEWED');
      await write(there.workspace.secretBox.seal('typed again', id));
      expect(await secretsSeenBy(here.workspace)).toEqual(['typed again']);
      await here.close();
      await there.close();
    });

    it('people sign in with their PINs as before, and whoever knows the former key cannot guess one', async () => {
      const { first, second, third } = await threeBenches();
      const [here, gone, there] = [await openBench(first), await openBench(second), await openBench(third)];
      const added = await addOperator(here.workspace, { name: '小王', role: 'manager', pin: '258025' });
      if (!added.ok) throw new Error(added.code);
      const { id } = (await here.workspace.store.read.operators.active())[0] ?? { id: '' };
      await shutOutWorkstation(here.workspace, 'second');
      expect(await checkPin(there.workspace, id, '258025', 'window')).toMatchObject({ ok: true });
      const { pinHash } = (await there.workspace.store.read.operators.byId(id)) ?? { pinHash: '' };
      expect(
        gone.workspace.keyHolder?.keys.knows(pinHash.slice('sealed:'.length, 'sealed:'.length + 8)),
      ).toBe(false);
      await Promise.all([here.close(), gone.close(), there.close()]);
      const again = await openBench(third);
      expect(await again.workspace.store.read.settings.get('sealTroubles')).toEqual([]);
      expect(await checkPin(again.workspace, id, '258025', 'window')).toMatchObject({ ok: true });
      await again.close();
    });

    it('a manager renews them with nobody shut out: the others go on, one that cannot get them is named wherever benches are listed', async () => {
      const { database, first, second, third } = await threeBenches();
      const made = await openBench(first);
      await account(made.workspace, 'one');
      const former = made.workspace.keyHolder?.keys.newestTag ?? '';
      await made.close();
      await desk.query(
        database,
        "delete from bench_keys where workstation_id = (select id from workstations where name = 'third')",
      );
      const early = await invited(first);
      const renewed = await first.run(['keys', 'renew']);
      expect(renewed.exitCode, renewed.notes).toBe(0);
      expect(renewed.out).toContain('third');
      expect((await sealedRows(database)).some(({ sealed }) => sealed.startsWith(former))).toBe(false);
      const there = await openBench(second);
      expect(await secretsSeenBy(there.workspace)).toEqual(['secret of one']);
      const shown = await readWorkstations(there.workspace);
      expect(shown.filter(({ hasKey }) => !hasKey).map(({ name }) => name)).toEqual(['third']);
      const [act] = await desk.query<{ what: string }>(
        database,
        "select what from operator_acts where kind = 'key-changed'",
      );
      expect(act).toEqual({ what: 'renewed' });
      await there.close();
      const late = await desk.bench().run(['workspace', 'join', '--name', 'fourth'], [early]);
      expect(late.notes).toContain('INVITATION_SPENT');
      expect((await third.run(['orders', 'list'])).notes).toContain('WORKSTATION_KEY_MISSING');
      expect((await first.run(['workspace', 'status', '--lang', 'en'])).out).toMatch(
        /third .*did not get the new keys/,
      );
    });

    it('a bench whose half of a pair was exchanged on the server does not get the key: it must join anew', async () => {
      const { database, first, third } = await threeBenches();
      const thief = publicOf(drawBenchKey());
      await desk.query(
        database,
        `update bench_keys set public_key = '${thief}' where workstation_id = (select id from workstations where name = 'third')`,
      );
      const shut = await first.run(['workspace', 'shut-out', 'second']);
      expect(shut.out).toContain('third');
      expect(await everything(database)).not.toContain(thief);
      const refused = await third.run(['orders', 'list']);
      expect(refused).toMatchObject({
        exitCode: 4,
        notes: expect.stringContaining('WORKSTATION_KEY_MISSING'),
      });
    });

    it('keys that the administrator makes up are refused', async () => {
      const { database, first, third } = await threeBenches();
      await first.json(['workspace', 'shut-out', 'second']);
      const [row] = await desk.query<{ id: string; key: string }>(
        database,
        "select id, public_key as key from bench_keys join workstations on id = workstation_id where name = 'third'",
      );
      const [book] = await desk.query<{ said: string }>(
        database,
        "select value_json as said from settings where key = 'book'",
      );
      const { workspaceId } = JSON.parse(book?.said ?? '{}') as { workspaceId: string };
      const own = JSON.stringify(newBookKeys());
      const sealed = sealFor(row?.key ?? '', own, `${workspaceId} ${row?.id}`);
      await desk.query(database, `update bench_keys set key_tag = '0badf00d', wrapped_keys = '${sealed}'`);
      const refused = await third.run(['orders', 'list']);
      expect(refused).toMatchObject({ exitCode: 4, notes: expect.stringContaining('SERVER_BOOK_CHANGED') });
    });

    it('a server that is set back to an earlier day gives nothing to the bench that was shut out since', async () => {
      const { database, first, second } = await threeBenches();
      await desk.query('postgres', `create database ${database}_old template ${database}`);
      await first.json(['workspace', 'shut-out', 'second']);
      await desk.query('postgres', `alter database ${database} rename to ${database}_new`);
      await desk.query('postgres', `alter database ${database}_old rename to ${database}`);
      const here = await openBench(first);
      await account(here.workspace, 'new');
      await here.close();
      const tried = await second.run(['orders', 'list']);
      expect(tried).toMatchObject({ exitCode: 4, notes: expect.stringContaining('WORKSTATION_KEY_MISSING') });
    });

    it('goes home and back to the server with all that is sealed, and the benches that waited there open it', async () => {
      const { first, third } = await threeBenches();
      const made = await openBench(first);
      await account(made.workspace, 'one');
      const added = await addOperator(made.workspace, { name: '小王', role: 'manager', pin: '258025' });
      if (!added.ok) throw new Error(added.code);
      const { id } = (await made.workspace.store.read.operators.active())[0] ?? { id: '' };
      await shutOutWorkstation(made.workspace, 'second');
      await made.close();
      const asManager = (words: readonly string[], input: readonly string[] = []) =>
        third.run([...words, '--operator', '小王'], [...input, '258025']);

      const home = await asManager(['workspace', 'move', '--here']);
      expect(home.exitCode, home.notes).toBe(0);
      const alone = await openBench(third);
      expect(await secretsSeenBy(alone.workspace)).toEqual(['secret of one']);
      await account(alone.workspace, 'two');
      expect(await checkPin(alone.workspace, id, '258025', 'window')).toMatchObject({ ok: true });
      expect(await alone.workspace.store.read.settings.get('sealTroubles')).toEqual([]);
      await alone.close();

      const back = await asManager(['workspace', 'move', '--server', desk.url(await desk.database())], ['']);
      expect(back.exitCode, back.notes).toBe(0);
      const there = await openBench(third);
      expect(await secretsSeenBy(there.workspace)).toEqual(['secret of one', 'secret of two']);
      expect(await checkPin(there.workspace, id, '258025', 'window')).toMatchObject({ ok: true });
      expect(await there.workspace.store.read.settings.get('sealTroubles')).toEqual([]);
      expect(await there.workspace.store.read.settings.get('recordKey')).toBeNull();
      expect(await there.workspace.store.read.settings.get('bookKeys')).toBeNull();
      await there.close();
      expect((await first.run(['orders', 'list'])).notes).toContain('SERVER_BOOK_MOVED');
    });
  },
);
