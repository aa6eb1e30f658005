import { describe, expect, inject, it } from 'vitest';
import type { BenchLine } from '../../doubles/program/benchLine.ts';
import { sampleOrder } from '../../doubles/workspace/sampleOrder.ts';
import { openBench, serverDesk } from './serverDesk.ts';

const seal = '--seal-personal-data';
const { receiverName } = sampleOrder(1);

describe.skipIf(inject('server') === null)(
  'whether a book seals personal data on its server',
  { timeout: 180_000 },
  () => {
    const desk = serverDesk();

    async function made(...options: string[]) {
      const database = await desk.database();
      const first = desk.bench();
      const create = ['workspace', 'create', '--server', desk.url(database), '--name', 'first'];
      await first.json([...create, ...options]);
      return { database, first };
    }

    async function joins(host: BenchLine, name: string): Promise<BenchLine> {
      const { invitation } = await host.json(['workspace', 'invite', '--show-code']);
      const guest = desk.bench();
      await guest.json(['workspace', 'join', '--name', name], [String(invitation)]);
      return guest;
    }

    async function imports(bench: BenchLine, no: number): Promise<void> {
      const { workspace, close } = await openBench(bench);
      await workspace.store.write((write) => write.orders.insertMany([sampleOrder(no)]));
      await close();
    }

    const move = (bench: BenchLine, ...words: string[]) => bench.json(['workspace', 'move', ...words]);
    const isSealed = async (bench: BenchLine) => {
      const { isPersonalSealed: is } = await bench.json(['workspace', 'status']);
      return is;
    };
    const names = async (bench: BenchLine) => {
      const { workspace, close } = await openBench(bench);
      const orders = await workspace.store.read.orders.window({}, { offset: 0, limit: 100 });
      await close();
      return orders.map((order) => order.receiverName);
    };
    /** As the administrator reads them. */
    const seenThere = async (database: string) => {
      const rows = await desk.query<{ name: string }>(
        database,
        'select receiver_name as name from orders order by id',
      );
      return rows.map(({ name }) => name);
    };
    const countPlain = async (database: string) =>
      (await seenThere(database)).filter((name) => name === receiverName).length;

    it('is said where it is made, and known to every bench that joins', async () => {
      const { database, first } = await made(seal);
      const second = await joins(first, 'second');
      for (const bench of [first, second]) expect(await isSealed(bench)).toBe(true);
      expect((await second.run(['workspace', 'status'])).out).toContain('its administrator cannot read them');
      await imports(first, 1);
      await imports(second, 2);
      expect(await seenThere(database)).toHaveLength(2);
      expect(await countPlain(database)).toBe(0);
      for (const bench of [first, second]) expect(await names(bench)).toEqual([receiverName, receiverName]);
    });

    it('is not so unless it is asked for', async () => {
      const { database, first } = await made();
      expect(await isSealed(first)).toBe(false);
      expect((await first.run(['workspace', 'status'])).out).toContain('its administrator can read them');
      await imports(first, 1);
      expect(await countPlain(database)).toBe(1);
    });

    it('a server that says otherwise is refused, and nothing is written there in plain', async () => {
      const { database, first } = await made(seal);
      await imports(first, 1);
      await desk.query(
        database,
        `update settings set value_json = replace(value_json, '"isPersonalSealed":true', '"isPersonalSealed":false') where key = 'book'`,
      );
      const lied = await first.run(['orders', 'list']);
      expect(lied).toMatchObject({ exitCode: 4, notes: expect.stringContaining('SERVER_BOOK_CHANGED') });
      expect(await countPlain(database)).toBe(0);
    });

    it('what it said in plain, before the book came back sealed, is not believed any more', async () => {
      const { database, first } = await made();
      const book = "select value_json as said from settings where key = 'book'";
      const [plain] = await desk.query<{ said: string }>(database, book);
      await move(first, '--here');
      await move(first, '--server', desk.url(database), '--name', 'first', seal);
      await desk.query(database, `update settings set value_json = '${plain?.said}' where key = 'book'`);
      const lied = await first.run(['orders', 'list']);
      expect(lied).toMatchObject({ exitCode: 4, notes: expect.stringContaining('SERVER_BOOK_CHANGED') });
    });

    it.each([
      [seal, ''],
      ['', seal],
    ])(
      'changes by moving house, from “%s” to “%s”, also for a bench that waited there',
      async (before, after) => {
        const { database, first } = await made(...(before === '' ? [] : [before]));
        const second = await joins(first, 'second');
        await imports(first, 1);
        await move(first, '--here');
        expect(await names(first)).toEqual([receiverName]);
        const options = after === '' ? [] : [after];
        await move(first, '--server', desk.url(database), '--name', 'first', ...options);
        await imports(second, 2);
        for (const bench of [first, second]) {
          expect(await isSealed(bench)).toBe(after === seal);
          expect(await names(bench)).toEqual([receiverName, receiverName]);
        }
        expect(await countPlain(database)).toBe(after === seal ? 0 : 2);
      },
    );

    it('a bench that still has it open when it comes back otherwise writes nothing before it opens it again', async () => {
      const { database, first } = await made();
      const second = await joins(first, 'second');
      const open = await openBench(second);
      await desk.query(database, 'delete from workstation_leases');
      await move(first, '--here');
      await move(first, '--server', desk.url(database), '--name', 'first', seal);
      const late = open.workspace.store.write((write) => write.orders.insertMany([sampleOrder(3)]));
      await expect(late).rejects.toMatchObject({ failure: { code: 'SERVER_AWAY' } });
      await open.close();
      expect(await seenThere(database)).toEqual([]);
      await imports(second, 3);
      expect(await countPlain(database)).toBe(0);
    });

    it('is of no use on the way back to this computer', async () => {
      const { first } = await made(seal);
      expect(await first.run(['workspace', 'move', '--here', seal])).toMatchObject({ exitCode: 2 });
    });
  },
);
