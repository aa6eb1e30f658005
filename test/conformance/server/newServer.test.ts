import { spawnSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { projectFolder } from '../../../electron/launch/buildWhenStale.ts';
import { fetchCertificate } from '../../../electron/store/server/serverCertificate.ts';
import { serverStatements } from '../../../shared/rules/serverStatements.ts';
import { type BenchLine, benchLine } from '../../doubles/program/benchLine.ts';
import { selfSignedCertificate } from '../../doubles/selfSignedCertificate.ts';
import { type PostgresReplica, startReplica } from '../../doubles/servers/postgresReplica.ts';
import { type PostgresServer, startPostgres } from '../../doubles/servers/postgresServer.ts';
import { serverDesk } from './serverDesk.ts';

const certificate = selfSignedCertificate();

describe.skipIf(inject('server') === null)('a server that was just set up', { timeout: 180_000 }, () => {
  const desk = serverDesk({ tls: certificate });

  it('takes the statements for its administrator: the role keeps a book there, and may do nothing else', async () => {
    const statements = serverStatements({ user: 'packing desk', database: 'shop "one"' });
    // `\password` asks whoever types it; here everybody is let in.
    for (const statement of statements.filter((one) => !one.startsWith('\\')))
      await desk.query('postgres', statement);
    const bench = desk.bench();
    const url = `postgres://packing%20desk@127.0.0.1:${desk.server.port}/shop%20%22one%22`;
    const made = await bench.json(['workspace', 'create', '--server', url, '--name', 'desk']);
    expect(made).toMatchObject({ engine: 'server' });
    const [role] = await desk.query<Record<string, boolean>>(
      'postgres',
      "select rolsuper, rolcreatedb, rolcreaterole, rolreplication, rolbypassrls from pg_roles where rolname = 'packing desk'",
    );
    expect(Object.values(role ?? {})).toEqual([false, false, false, false, false]);
    await desk.query('postgres', 'create role stranger login');
    const [may] = await desk.query<Record<string, boolean>>(
      'postgres',
      `select has_database_privilege('stranger', 'shop "one"', 'connect') as stranger,
        has_database_privilege('packing desk', 'shop "one"', 'connect') as own`,
    );
    expect(may).toEqual({ stranger: false, own: true });
  });

  it('shows its certificate to whoever asks, as the administrator reads it off there', async () => {
    const looked = await fetchCertificate({ host: '127.0.0.1', port: desk.server.port });
    expect(looked).toMatchObject({ ok: true, value: { subject: 'CN=ShipDesk test' } });
    if (!looked.ok) return;
    const pinned = await desk
      .bench()
      .run([
        'workspace',
        'create',
        '--server',
        desk.url(await desk.database()),
        '--pin',
        looked.value.fingerprint,
      ]);
    expect(pinned.exitCode, pinned.notes).toBe(0);
  });

  it('may prove itself by an authority that the computer trusts, and by no other', async () => {
    const stranger = await desk
      .bench()
      .run(['workspace', 'create', '--server', desk.url(await desk.database()), '--system-ca']);
    expect(stranger.notes).toContain('SERVER_CERTIFICATE_WRONG');
    const folder = mkdtempSync(join(tmpdir(), 'trusted-'));
    const file = join(folder, 'authority.pem');
    writeFileSync(file, certificate.cert);
    const source = (name: string) => pathToFileURL(join(projectFolder, 'electron/store/server', name)).href;
    const { port, user } = desk.server;
    const address = {
      host: '127.0.0.1',
      port,
      user,
      password: '',
      database: await desk.database(),
      tls: { kind: 'system' },
    };
    const script = `
      const { openServerStore } = await import(${JSON.stringify(source('openServerStore.ts'))});
      const { connectionOf } = await import(${JSON.stringify(source('serverAddress.ts'))});
      const opened = await openServerStore(connectionOf(${JSON.stringify(address)}));
      console.log(opened.ok ? 'opened' : opened.code);
      process.exit(0);`;
    const ran = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
      env: { ...process.env, NODE_EXTRA_CA_CERTS: file },
      encoding: 'utf8',
    });
    rmSync(folder, { recursive: true });
    expect(ran.stdout.trim(), ran.stderr).toBe('opened');
  });
});

describe.skipIf(inject('server') === null)('a replica that was promoted', { timeout: 180_000 }, () => {
  let primary: PostgresServer | null = null;
  let replica: PostgresReplica | null = null;
  let bench: BenchLine;

  beforeAll(async () => {
    primary = await startPostgres();
    if (primary !== null) replica = await startReplica(primary);
    bench = benchLine();
  });
  afterAll(async () => {
    bench.remove();
    await replica?.close();
    await primary?.close();
  });

  it('is refused while it only follows, and takes the place of the primary by workspace reconnect', async () => {
    if (primary === null || replica === null) throw new Error('no server runs');
    const url = (port: number) => `postgres://shop@127.0.0.1:${port}/postgres`;
    await bench.json(['workspace', 'create', '--server', url(primary.port), '--name', 'desk']);
    const early = await bench.run(['workspace', 'reconnect', '--server', url(replica.port)]);
    expect(early).toMatchObject({ exitCode: 4, notes: expect.stringContaining('SERVER_READ_ONLY') });
    expect(await bench.run(['orders', 'list'])).toMatchObject({ exitCode: 0 });
    await primary.stopNow();
    expect((await bench.run(['orders', 'list'])).notes).toContain('SERVER_AWAY');
    await replica.promote();
    await bench.json(['workspace', 'reconnect', '--server', url(replica.port)]);
    expect(await bench.run(['orders', 'list'])).toMatchObject({ exitCode: 0 });
  });
});

describe.skipIf(inject('server') === null)('two servers in one address', { timeout: 180_000 }, () => {
  const own = selfSignedCertificate();
  let primary: PostgresServer | null = null;
  let replica: PostgresReplica | null = null;
  let bench: BenchLine;

  beforeAll(async () => {
    primary = await startPostgres({ tls: certificate });
    if (primary !== null) replica = await startReplica(primary, { tls: own });
    bench = benchLine();
  });
  afterAll(async () => {
    bench.remove();
    await replica?.close();
    await primary?.close();
  });

  const pinOf = (pem: string) => new X509Certificate(pem).fingerprint256;

  it('are each held against their certificate; the one that takes writes is used, also once the other one was promoted', async () => {
    if (primary === null || replica === null) throw new Error('no server runs');
    // The one that only follows stands first.
    const url = `postgres://shop@127.0.0.1:${replica.port},localhost:${primary.port}/postgres`;
    const create = (pins: readonly string[]) =>
      bench.run(['workspace', 'create', '--server', url, '--name', 'desk', '--pin', pins.join(',')]);
    expect((await create([pinOf(certificate.cert)])).notes).toContain('SERVER_CERTIFICATE_WRONG');
    const made = await create([pinOf(certificate.cert), pinOf(own.cert)]);
    expect(made, made.notes).toMatchObject({ exitCode: 0 });
    expect(made.out).toContain(`127.0.0.1:${replica.port}, localhost:${primary.port}`);
    expect(await bench.run(['orders', 'list'])).toMatchObject({ exitCode: 0 });
    await primary.stopNow();
    expect((await bench.run(['orders', 'list'])).notes).toContain('SERVER_AWAY');
    await replica.promote();
    expect(await bench.run(['orders', 'list'])).toMatchObject({ exitCode: 0 });
    const { server } = await bench.json(['workspace', 'status']);
    expect(server).toMatchObject({ host: `127.0.0.1:${replica.port},localhost:${primary.port}`, tls: 'pin' });
  });
});
