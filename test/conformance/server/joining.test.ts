import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { whyTaken } from '../../../electron/usecases/workspace/open.ts';
import { onDuty } from '../../../electron/usecases/workstations/duty.ts';
import { readWorkstations } from '../../../electron/usecases/workstations/workstations.ts';
import type { BenchLine } from '../../doubles/program/benchLine.ts';
import { sampleOrder } from '../../doubles/workspace/sampleOrder.ts';
import { openBench, serverDesk } from './serverDesk.ts';

interface Doctor {
  readonly checks: readonly { readonly name: string; readonly state: string; readonly detail: string }[];
}

describe.skipIf(inject('server') === null)('several benches on one book', { timeout: 180_000 }, () => {
  const desk = serverDesk();

  async function twoBenches() {
    const database = await desk.database();
    const [first, second] = [desk.bench(), desk.bench()];
    await first.json(['workspace', 'create', '--server', desk.url(database), '--name', 'first']);
    await joins(first, second, 'second');
    return { database, first, second };
  }

  async function joins(host: BenchLine, guest: BenchLine, name: string) {
    const { invitation } = await host.json(['workspace', 'invite', '--show-code']);
    await guest.json(['workspace', 'join', '--name', name], [String(invitation)]);
    return String(invitation);
  }

  const names = async (bench: BenchLine) =>
    (await bench.json(['workspace', 'status'])).workstations as {
      name: string;
      isOwn: boolean;
      shutOutAt: string | null;
    }[];

  it('a second PC joins by an invitation, sees the orders of the first, and is one of two', async () => {
    const { first, second } = await twoBenches();
    const opened = await openBench(first);
    await opened.workspace.store.write((write) => write.orders.insertMany([sampleOrder(1)]));
    await opened.close();
    expect(await second.json(['orders', 'list'])).toMatchObject({ total: 1 });
    expect((await names(second)).map(({ name, isOwn }) => `${name} ${isOwn}`)).toEqual([
      'first false',
      'second true',
    ]);
    expect(existsSync(join(second.folder, 'shipdesk.db'))).toBe(false);
  });

  it('an invitation is good once, for an hour, and for those whose copy is whole', async () => {
    const { database, first } = await twoBenches();
    const { invitation } = await first.json(['workspace', 'invite', '--show-code']);
    const third = desk.bench();
    const cut = await third.run(['workspace', 'join'], [String(invitation).slice(0, -3)]);
    expect(cut).toMatchObject({ exitCode: 2, notes: expect.stringContaining('INVITATION_INVALID') });
    const taken = await third.run(['workspace', 'join', '--name', 'first'], [String(invitation)]);
    expect(taken).toMatchObject({ exitCode: 4, notes: expect.stringContaining('WORKSTATION_NAME_TAKEN') });
    await third.json(['workspace', 'join', '--name', 'third'], [String(invitation)]);
    const again = desk.bench();
    const spent = await again.run(['workspace', 'join', '--name', 'fourth'], [String(invitation)]);
    expect(spent).toMatchObject({ exitCode: 2, notes: expect.stringContaining('INVITATION_SPENT') });
    const { invitation: late } = await first.json(['workspace', 'invite', '--show-code']);
    await desk.query(database, 'update invitations set expires_at = expires_at - 3600001');
    const expired = await again.run(['workspace', 'join', '--name', 'fourth'], [String(late)]);
    expect(expired.notes).toContain('INVITATION_SPENT');
    expect(readdirSync(again.folder)).toEqual([]);
    expect(await names(first)).toHaveLength(3);
  });

  it('two PCs with one invitation: one of them gets in', async () => {
    const { first } = await twoBenches();
    const { invitation } = await first.json(['workspace', 'invite', '--show-code']);
    const both = [desk.bench(), desk.bench()];
    const ran = await Promise.all(
      both.map((bench, no) =>
        bench.run(['workspace', 'join', '--name', `guest ${no}`], [String(invitation)]),
      ),
    );
    expect(ran.map(({ exitCode }) => exitCode).sort()).toEqual([0, 2]);
  });

  it('what is shut out does not open any more; nobody shuts out the bench at which he sits', async () => {
    const { first, second } = await twoBenches();
    expect((await first.run(['workspace', 'shut-out', 'first'])).notes).toContain('WORKSTATION_OWN');
    const shut = await first.run(['workspace', 'shut-out', 'second']);
    expect(shut.out).toContain('keys are renewed');
    const refused = await second.run(['orders', 'list']);
    expect(refused).toMatchObject({ exitCode: 4, notes: expect.stringContaining('WORKSTATION_SHUT_OUT') });
    expect((await first.run(['workspace', 'shut-out', 'second'])).notes).toContain('WORKSTATION_NOT_FOUND');
    const acts = await first.json(['audit', 'list', '--group', 'protection']);
    expect(JSON.stringify(acts)).toContain('bench-shut-out');
  });

  it('one that is shut out at work ends with its next sign of life: no call leaves, and it says why', async () => {
    const { first, second } = await twoBenches();
    const there = await openBench(second);
    const { lease, journal } = there.workspace;
    expect(await lease.renew()).toBe(true);
    expect(lease.coversCall).toBe(true);
    await first.json(['workspace', 'shut-out', 'second']);
    // Nobody works there and nobody asks: it says by itself that it is there.
    const told = new Promise((resolve) => there.taken.addEventListener('abort', resolve, { once: true }));
    await second.clock.advance(10_000);
    await told;
    expect(await lease.renew()).toBe(false);
    expect(lease.coversCall).toBe(false);
    expect(journal.refusal()).not.toBeNull();
    expect(there.taken.aborted).toBe(true);
    expect(whyTaken(there.taken)).toMatchObject({ code: 'WORKSTATION_SHUT_OUT' });
    await there.close();
  });

  it('who works is seen with what it does for all; who has left is not there', async () => {
    const { first, second } = await twoBenches();
    const [here, there] = [await openBench(first), await openBench(second)];
    await onDuty(there.workspace, 'alarms', async () => undefined);
    const said = async () =>
      (await readWorkstations(here.workspace)).map(({ name, isAtWork, duties }) => ({
        name,
        isAtWork,
        duties,
      }));
    expect(await said()).toEqual([
      { name: 'first', isAtWork: true, duties: [] },
      { name: 'second', isAtWork: true, duties: ['alarms'] },
    ]);
    await there.close();
    expect((await said())[1]).toEqual({ name: 'second', isAtWork: false, duties: [] });
    await here.close();
  });

  it('each has its own looks and devices, and all else is common', async () => {
    const { first, second } = await twoBenches();
    const here = await openBench(first);
    await here.workspace.store.write(async (write) => {
      await write.settings.put('theme', 'dark');
      await write.settings.put('merchantText', 'common');
    });
    const there = await openBench(second);
    const settings = await there.workspace.store.read.settings.all();
    expect(settings).toMatchObject({ theme: 'system', merchantText: 'common' });
    expect(await here.workspace.store.read.settings.get('theme')).toBe('dark');
    expect((await here.workspace.store.read.settings.all()).theme).toBe('dark');
    await there.close();
    await here.close();
  });

  it('what one has sealed is no alarm at the others; a book that is older than the seal is', async () => {
    const { database, first, second } = await twoBenches();
    await desk.query('postgres', `create database ${database}_old template ${database}`);
    // Each invitation is an act of the record, which is sealed at the bench that made it.
    await first.json(['workspace', 'invite', '--show-code']);
    const checks = async (bench: BenchLine) =>
      (JSON.parse((await bench.run(['doctor', '--json'])).out) as Doctor).checks;
    const seal = async (bench: BenchLine) =>
      (await checks(bench)).find(({ name }) => name === 'seal')?.detail;
    expect(await seal(second)).toBe('ok');
    expect(await seal(first)).toBe('ok');
    expect((await checks(first)).find(({ name }) => name === 'backup')).toMatchObject({
      state: 'ok',
      detail: 'server',
    });
    await desk.query('postgres', `alter database ${database} rename to ${database}_new`);
    await desk.query('postgres', `alter database ${database}_old rename to ${database}`);
    expect(await seal(first)).toBe('newer');
  });

  it('what only a file can do is left to the administrator, and changes nothing', async () => {
    const { first } = await twoBenches();
    for (const [words, code] of [
      [['backup'], 'SERVER_BACKS_UP'],
      [['restore', 'any.shipdesk-backup'], 'SERVER_BACKS_UP'],
    ] as const) {
      const refused = await first.run(words);
      expect(refused, words[0]).toMatchObject({ exitCode: 4, notes: expect.stringContaining(code) });
    }
    // The gate before a new version holds there as well; the backup it cannot vouch for.
    expect(await first.json(['update', 'prepare'])).toMatchObject({
      isReady: true,
      backup: null,
      backedUpBy: 'server',
    });
    expect(existsSync(join(first.folder, 'backups'))).toBe(false);
    expect((await first.json(['backup', 'list'])).backups).toEqual([]);
    expect(await names(first)).toHaveLength(2);
  });

  it('a practice workspace takes a server on this computer, and lets others practise with it', async () => {
    const database = await desk.database();
    const [first, second] = [desk.bench(), desk.bench()];
    await first.json([
      'workspace',
      'create',
      '--practice',
      '--server',
      desk.url(database),
      '--name',
      'first',
    ]);
    await joins(first, second, 'second');
    const status = await second.run(['workspace', 'status']);
    expect(status.notes).toContain('practice workspace');
    const far = await desk
      .bench()
      .run(['workspace', 'create', '--practice', '--server', 'postgres://shop@192.0.2.1/book']);
    expect(far).toMatchObject({ exitCode: 4, notes: expect.stringContaining('SERVER_PRACTICE_FAR') });
  });

  it('a bench takes another address or password of its server, if the same book opens there', async () => {
    const { database, first } = await twoBenches();
    await desk.query(database, "create role clerk login password 'new pass'");
    await desk.query(database, 'reassign owned by shop to clerk').catch(() => undefined);
    const elsewhere = await desk.database();
    const wrong = await first.run(['workspace', 'reconnect', '--server', desk.url(elsewhere)]);
    expect(wrong).toMatchObject({ exitCode: 4, notes: expect.stringContaining('SERVER_BOOK_MISSING') });
    expect(await first.run(['orders', 'list'])).toMatchObject({ exitCode: 0 });
    const socket = `postgres:///${database}?host=${desk.server.socketFolder}&user=${desk.server.user}`;
    const socketUrl = socket.replace('postgres:///', `postgres://unused:${desk.server.port}/`);
    const moved = await first.json(['workspace', 'reconnect', '--server', socketUrl]);
    expect(moved).toMatchObject({ server: { host: desk.server.socketFolder } });
    const { invitation } = await first.json(['workspace', 'invite', '--show-code']);
    const third = desk.bench();
    await third.json(['workspace', 'join', '--name', 'third'], [String(invitation)]);
    expect((await first.run(['workspace', 'invite'])).notes).toContain('on this computer only');
    const alone = await desk.bench().run(['workspace', 'reconnect', '--server', desk.url(database)]);
    expect(alone.notes).toContain('SERVER_NOT_SHARED');
  });

  it('an embedded workspace is alone, and can neither invite nor shut out', async () => {
    const bench = desk.bench();
    await bench.json(['account', 'list']);
    expect(await bench.json(['workspace', 'status'])).toEqual({
      engine: 'embedded',
      server: null,
      workstations: [],
      moveParts: [],
    });
    expect((await bench.run(['workspace', 'invite', '--json', '--show-code'])).notes).toContain(
      'SERVER_NOT_SHARED',
    );
    expect((await bench.run(['workspace', 'shut-out', 'x'])).notes).toContain('SERVER_NOT_SHARED');
    const made = await bench.run(['workspace', 'create', '--server', desk.url('any')]);
    expect(made.notes).toContain('WORKSPACE_EXISTS');
  });
});
