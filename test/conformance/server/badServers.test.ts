import { createHash, X509Certificate } from 'node:crypto';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { openServerStore } from '../../../electron/store/server/openServerStore.ts';
import { connectionOf } from '../../../electron/store/server/serverAddress.ts';
import { ExpectedError } from '../../../shared/errors/outcome.ts';
import type { BenchLine } from '../../doubles/program/benchLine.ts';
import { freePort } from '../../doubles/program/freePort.ts';
import { selfSignedCertificate } from '../../doubles/selfSignedCertificate.ts';
import { serverDesk } from './serverDesk.ts';

const certificate = selfSignedCertificate();
const pinOf = (pem: string) => new X509Certificate(pem).fingerprint256;

describe.skipIf(inject('server') === null)(
  'a server that cannot be worked with',
  { timeout: 180_000 },
  () => {
    const desk = serverDesk({ tls: certificate, admits: ['host all clerk all scram-sha-256'] });

    const create = (
      bench: BenchLine,
      url: string,
      more: readonly string[] = [],
      input: readonly string[] = [],
    ) => bench.run(['workspace', 'create', '--server', url, '--name', 'desk', ...more], input);

    /** One sentence, exit code 4, and a folder as it was. */
    async function refuses(
      url: string,
      code: string,
      more: readonly string[] = [],
      input: readonly string[] = [],
    ) {
      const bench = desk.bench();
      const ran = await create(bench, url, more, input);
      expect(ran).toMatchObject({ exitCode: 4, out: '' });
      expect(ran.notes.split('\n').at(-1)).toMatch(new RegExp(`^error ${code}: `));
      expect(readdirSync(bench.folder).filter((name) => /^(keys|server|shipdesk\.db)/.test(name))).toEqual(
        [],
      );
      return ran.notes;
    }

    async function working() {
      const database = await desk.database();
      const bench = desk.bench();
      expect(await create(bench, desk.url(database))).toMatchObject({ exitCode: 0 });
      const refusal = async () => {
        const { exitCode, notes } = await bench.run(['orders', 'list']);
        return `${exitCode} ${/error (\w+)/.exec(notes)?.[1] ?? ''}`;
      };
      return { database, bench, refusal };
    }

    it('a wrong password, and none; the right one is taken from standard input and stands nowhere', async () => {
      const database = await desk.database();
      await desk.query(database, "create role clerk login password 'right pass'");
      await desk.query(database, `alter database ${database} owner to clerk`);
      const url = desk.url(database, 'clerk');
      await refuses(url, 'SERVER_LOGIN_REFUSED', [], ['wrong']);
      await refuses(url, 'SERVER_LOGIN_REFUSED');
      const notes = await refuses(url.replace('clerk@', 'clerk:wr%21ng@'), 'SERVER_LOGIN_REFUSED');
      expect(notes).toContain('other users of this computer');
      expect(notes).not.toContain('wr!ng');
      const bench = desk.bench();
      const made = await create(bench, url, [], ['right pass']);
      expect(made).toMatchObject({ exitCode: 0, notes: '' });
      expect(made.out).not.toContain('right pass');
      const whole = desk.bench();
      await refuses(desk.url(database), 'SERVER_DATABASE_USED');
      const typed = url.replace('clerk@', 'clerk:right%20pass@');
      const taken = await whole.run(['workspace', 'create', '--server-stdin'], [typed]);
      expect(taken.notes).toContain('SERVER_DATABASE_USED');
    });

    it('a role without rights, a database that is missing, holds something else or no Chinese', async () => {
      const database = await desk.database();
      await desk.query(database, "create role guest login password 'x'");
      await refuses(desk.url(database, 'guest'), 'SERVER_RIGHTS_MISSING');
      await refuses(desk.url('nowhere'), 'SERVER_DATABASE_MISSING');
      await desk.query(database, 'create table stock (id int)');
      await refuses(desk.url(database), 'SERVER_DATABASE_USED');
      const latin = await desk.database("encoding 'LATIN1' template template0");
      await refuses(desk.url(latin), 'SERVER_NOT_UTF8');
    });

    it('one that is away, or whose address says nothing', async () => {
      const port = await freePort();
      await refuses(`postgres://shop@127.0.0.1:${port}/book`, 'SERVER_AWAY', [], ['']);
      for (const url of [
        'http://shop@127.0.0.1/book',
        'postgres://127.0.0.1/book',
        'postgres://shop@127.0.0.1/',
        `${desk.url('book')}?sslmode=disable`,
      ])
        await refuses(url, 'SERVER_ADDRESS_INVALID');
    });

    it('one on the network that proves nothing, or shows another certificate than the agreed one', async () => {
      await refuses('postgres://shop@192.0.2.1/book', 'SERVER_NEEDS_TLS');
      const database = await desk.database();
      const url = desk.url(database);
      await refuses(url, 'SERVER_PIN_INVALID', ['--pin', 'abc']);
      const other = selfSignedCertificate().cert;
      await refuses(url, 'SERVER_CERTIFICATE_WRONG', ['--pin', pinOf(other)]);
      const bench = desk.bench();
      const [right, wrong] = ['right.pem', 'wrong.pem'].map((name) =>
        join(desk.server.socketFolder, name),
      ) as [string, string];
      writeFileSync(right, certificate.cert);
      writeFileSync(wrong, other);
      await refuses(url, 'SERVER_CERTIFICATE_WRONG', ['--ca', wrong]);
      await refuses(url, 'SERVER_CA_UNREADABLE', ['--ca', `${right}.gone`]);
      expect(await create(bench, url, ['--ca', right])).toMatchObject({ exitCode: 0 });
      const pinned = desk.bench();
      const made = await create(pinned, desk.url(await desk.database()), ['--pin', pinOf(certificate.cert)]);
      expect(made).toMatchObject({ exitCode: 0, out: expect.stringContaining('agreed certificate') });
      expect(await pinned.run(['orders', 'list'])).toMatchObject({ exitCode: 0 });
    });

    it('what is pinned is this certificate, not who signed it', async () => {
      const { host, port, user } = { host: '127.0.0.1', port: desk.server.port, user: desk.server.user };
      const database = await desk.database();
      const place = { host, port, user, database, password: '' };
      const opened = await openServerStore(
        connectionOf({ ...place, tls: { kind: 'pin', pem: selfSignedCertificate().cert } }),
      );
      expect(opened).toMatchObject({ ok: false, code: 'SERVER_CERTIFICATE_WRONG' });
      expect(createHash('sha256').update(new X509Certificate(certificate.cert).raw).digest('hex')).toBe(
        pinOf(certificate.cert).replaceAll(':', '').toLowerCase(),
      );
    });

    it('the book of another workspace, one that was emptied, one of a newer program', async () => {
      const { database, refusal } = await working();
      const other = await working();
      await desk.query('postgres', `alter database ${database} rename to ${database}_away`);
      await desk.query('postgres', `alter database ${other.database} rename to ${database}`);
      expect(await refusal()).toBe('4 SERVER_OTHER_WORKSPACE');
      expect(await other.refusal()).toBe('4 SERVER_DATABASE_MISSING');
      await desk.query('postgres', `create database ${other.database}`);
      expect(await other.refusal()).toBe('4 SERVER_BOOK_MISSING');
      const tables = await desk.query(other.database, "select 1 from pg_tables where schemaname = 'public'");
      expect(tables).toEqual([]);
      await desk.query(database, "insert into kysely_migration values ('9990_later', now()::text)");
      await desk.query('postgres', `drop database ${other.database}`);
      await desk.query('postgres', `alter database ${database} rename to ${other.database}`);
      expect(await other.refusal()).toBe('4 WORKSPACE_NEWER');
    });

    it('one that somebody edits by hand, where it can be seen', async () => {
      const { database, refusal } = await working();
      await desk.query(database, 'alter table orders add column note text');
      expect(await refusal()).toBe('4 SERVER_BOOK_CHANGED');
      await desk.query(database, 'alter table orders drop column note');
      expect(await refusal()).toBe('0 ');
      const [trigger] = await desk.query<{ of: string; name: string }>(
        database,
        "select event_object_table as of, trigger_name as name from information_schema.triggers where event_object_table = 'operator_acts' limit 1",
      );
      await desk.query(database, `alter table ${trigger?.of} disable trigger ${trigger?.name}`);
      expect(await refusal()).toBe('4 SERVER_BOOK_CHANGED');
      await desk.query(database, `alter table ${trigger?.of} enable trigger ${trigger?.name}`);
      await desk.query(
        database,
        `update settings set value_json = replace(value_json, 'false', 'true') where key = 'book'`,
      );
      expect(await refusal()).toBe('4 SERVER_BOOK_CHANGED');
      await desk.query(database, 'drop table settings cascade');
      expect(await refusal()).toBe('4 SERVER_BOOK_CHANGED');
    });

    it('one that can only be read, and one whose disk is full', async () => {
      const { database, refusal } = await working();
      await desk.query('postgres', `alter database ${database} set default_transaction_read_only = on`);
      expect(await refusal()).toBe('4 SERVER_READ_ONLY');
      await desk.query('postgres', `alter database ${database} reset default_transaction_read_only`);
      expect(await refusal()).toBe('0 ');
      const { port, user } = desk.server;
      const opened = await openServerStore({ host: '127.0.0.1', port, user, database });
      if (!opened.ok) throw new Error(opened.code);
      await desk.query(
        database,
        `create function full_disk() returns trigger language plpgsql as $$ begin
         raise exception 'no space left on device' using errcode = '53100'; end $$;
       create trigger full_disk before insert on drafts for each row execute function full_disk()`,
      );
      const written = opened.value.write((write) => write.drafts.put({ name: 'a', valueJson: '1', at: 1 }));
      const error: unknown = await written.catch((caught: unknown) => caught);
      expect(error).toBeInstanceOf(ExpectedError);
      expect((error as ExpectedError).failure.code).toBe('SERVER_DISK_FULL');
      await opened.value.close();
    });

    it('a newer program changes nothing while a bench of the last day cannot read what would come of it', async () => {
      const { database, bench, refusal } = await working();
      const { invitation } = await bench.json(['workspace', 'invite', '--show-code']);
      const older = desk.bench();
      await older.json(['workspace', 'join', '--name', 'older'], [String(invitation)]);
      await desk.query(
        database,
        "update workstations set newest_step = '0570_erased_orders' where name = 'older'",
      );
      // As if the newest step of this program were still to be taken.
      await desk.query(
        database,
        'delete from kysely_migration where name = (select max(name) from kysely_migration)',
      );
      const { exitCode, notes } = await bench.run(['orders', 'list']);
      expect(exitCode).toBe(4);
      expect(notes).toContain('SERVER_BENCHES_OLDER');
      expect(notes).toContain('older');
      const at = 25 * 3_600_000;
      await desk.query(database, `update workstations set seen_at = seen_at - ${at} where name = 'older'`);
      // Nobody of the last day is in the way: the step is taken, and finds its tables here.
      expect(await refusal()).not.toContain('SERVER_BENCHES_OLDER');
    });
  },
);
