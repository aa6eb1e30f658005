import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { type OpenedWorkspace, openWorkspace, whyTaken } from '../../../electron/usecases/workspace/open.ts';
import { AwayBench } from '../../../electron/usecases/workstations/away/awayBench.ts';
import { noKeyStore } from '../../../electron/vault/keyStorePort.ts';
import { type BenchLine, benchPassphrase } from '../../doubles/program/benchLine.ts';
import { sampleOrder } from '../../doubles/workspace/sampleOrder.ts';
import { serverDesk } from './serverDesk.ts';

describe.skipIf(inject('server') === null)(
  'what a bench keeps of a book on a server',
  { timeout: 180_000 },
  () => {
    const desk = serverDesk();

    async function twoBenches() {
      const database = await desk.database();
      const [first, second] = [desk.bench(), desk.bench()];
      await first.json(['workspace', 'create', '--server', desk.url(database), '--name', 'first']);
      const { invitation } = await first.json(['workspace', 'invite', '--show-code']);
      await second.json(['workspace', 'join', '--name', 'second'], [String(invitation)]);
      return { database, first, second };
    }

    const opening = ({ folder, parts }: BenchLine) =>
      openWorkspace(
        {
          folder,
          passphrase: benchPassphrase,
          keyStore: noKeyStore,
          isPracticeWanted: false,
          whenMissing: 'refuse',
          mayStartAway: true,
        },
        parts,
      );

    async function open(bench: BenchLine): Promise<OpenedWorkspace> {
      const opened = await opening(bench);
      if (!opened.ok) throw new Error(opened.code);
      return opened.value;
    }

    /** Opens it as a window does, until its copy is whole. */
    async function copies(bench: BenchLine): Promise<void> {
      const { workspace, key, close } = await open(bench);
      await workspace.store.write((write) => write.orders.insertMany([sampleOrder(1)]));
      const onBug = (error: unknown): never => {
        throw error;
      };
      const away = await AwayBench.open(workspace, { dataKey: key.dataKey, onBug });
      await away.check();
      expect(away.knowledge.knownAt).not.toBeNull();
      await away.close();
      await close();
    }

    const hasCopy = ({ folder }: BenchLine): boolean => existsSync(join(folder, 'away'));

    it('is begun on while the server is away, for three days, and by a window alone', async () => {
      const { second } = await twoBenches();
      await copies(second);
      await desk.server.stopNow();
      try {
        const opened = await open(second);
        expect(await opened.askForBook?.()).toMatchObject({ code: 'SERVER_AWAY' });
        await expect(opened.workspace.store.read.orders.byId('any')).rejects.toThrow('SERVER_AWAY');
        await opened.close();
        const { notes } = await second.run(['orders', 'list']);
        expect(notes).toMatch(/^error SERVER_AWAY: .*packing goes on in an open window/);
        await second.clock.advance(3 * 24 * 3_600_000);
        expect(await opening(second)).toMatchObject({ ok: false, code: 'SERVER_AWAY' });
        expect(hasCopy(second)).toBe(true);
      } finally {
        await desk.server.startAgain();
      }
    });

    it('goes as soon as the bench learns that it was shut out, and no way to the server is left', async () => {
      const { first, second } = await twoBenches();
      await copies(second);
      await desk.server.stopNow();
      const opened = await open(second);
      await desk.server.startAgain();
      await first.json(['workspace', 'shut-out', 'second']);
      expect(await opened.askForBook?.()).toMatchObject({ code: 'WORKSTATION_SHUT_OUT' });
      await opened.close();
      expect(hasCopy(second)).toBe(false);
      // Also where no server says so any more.
      await desk.server.stopNow();
      try {
        expect(await opening(second)).toMatchObject({ ok: false, code: 'WORKSTATION_SHUT_OUT' });
      } finally {
        await desk.server.startAgain();
      }
    });

    it('goes in the middle of work as well, and at an opening', async () => {
      const { first, second } = await twoBenches();
      await copies(second);
      const opened = await open(second);
      await first.json(['workspace', 'shut-out', 'second']);
      expect(await opened.workspace.lease.renew()).toBe(false);
      expect(opened.taken.aborted).toBe(true);
      await opened.close();
      expect(hasCopy(second)).toBe(false);
      expect((await second.run(['orders', 'list'])).notes).toContain('WORKSTATION_SHUT_OUT');
    });

    it('stays where somebody wrote by hand that the bench is shut out: it stops, says why, and goes on when that is undone', async () => {
      const { database, first, second } = await twoBenches();
      await copies(second);
      const byHand = (value: string) =>
        desk.query(
          database,
          `update workstations set shut_out_at = ${value}, shut_out_proof = 'made up' where name = 'second'`,
        );
      const opened = await open(second);
      await byHand('1');
      expect(await opened.workspace.lease.renew()).toBe(false);
      expect(whyTaken(opened.taken)).toMatchObject({ code: 'WORKSTATION_OUT_UNPROVEN' });
      await opened.close();
      expect(await opening(second)).toMatchObject({ ok: false, code: 'WORKSTATION_OUT_UNPROVEN' });
      expect(await second.run(['orders', 'list'])).toMatchObject({
        exitCode: 4,
        notes: expect.stringContaining('WORKSTATION_OUT_UNPROVEN'),
      });
      expect(hasCopy(second)).toBe(true);
      await byHand('null');
      await (await open(second)).close();
      // The proof of another bench proves nothing of this one.
      await desk.query(database, 'delete from bench_keys');
      await first.json(['workspace', 'shut-out', 'second']);
      await desk.query(
        database,
        "update workstations set shut_out_at = 1, shut_out_proof = (select shut_out_proof from workstations where name = 'second') where name = 'first'",
      );
      expect((await first.run(['orders', 'list'])).notes).toContain('WORKSTATION_OUT_UNPROVEN');
    });

    it('goes with the book that comes home', async () => {
      const { second } = await twoBenches();
      await copies(second);
      await second.json(['workspace', 'move', '--here']);
      expect(hasCopy(second)).toBe(false);
      expect((await second.run(['orders', 'list'])).exitCode).toBe(0);
    });

    it('stays where the book merely does not know the bench: it may have been restored', async () => {
      const { database, second } = await twoBenches();
      await copies(second);
      await desk.query(database, "delete from workstations where name = 'second'");
      expect(await opening(second)).toMatchObject({ ok: false, code: 'WORKSTATION_SHUT_OUT' });
      expect(hasCopy(second)).toBe(true);
    });
  },
);
