import { describe, expect, inject, it } from 'vitest';
import { movingShop } from './movingShop.ts';
import { serverDesk } from './serverDesk.ts';

/** Of one step of a move: it has begun there, and its rows are not there yet. */
const orderCount = 400;

describe.skipIf(inject('server') === null)('what a move that did not end has left on a server', () => {
  const desk = serverDesk();
  const { shop, there, move, orders } = movingShop(desk);

  /** A PC whose move was stopped on its way, and closed. */
  async function stoppedShop() {
    const [{ bench, opened }, database] = [await shop(orderCount), await desk.database()];
    const half = await move(bench, opened, there(database), orderCount);
    expect(half.moved).toMatchObject({ ok: false, code: 'MOVE_STOPPED' });
    await half.opened.close();
    return { bench, database, place: `127.0.0.1/${database}` };
  }

  it('is named by status and doctor, with how to go on and how to be rid of it, until it is forgotten', async () => {
    const { bench, place } = await stoppedShop();
    expect(await bench.json(['workspace', 'status'])).toMatchObject({
      engine: 'embedded',
      moveParts: [{ place, at: expect.stringMatching(/^\d{4}-/) }],
    });
    const { out } = await bench.run(['workspace', 'status']);
    expect(out).toContain(`A move to ${place} of`);
    expect(out).toContain('run workspace move to the same place again');
    expect(out).toContain(`run workspace forget-part ${place}`);
    const parts = async () => {
      // This PC has no fonts, so that it ends with 3.
      const { out: told } = await bench.run(['doctor', '--json']);
      const { checks } = JSON.parse(told) as { checks: { name: string }[] };
      return checks.find(({ name }) => name === 'parts');
    };
    expect(await parts()).toMatchObject({ state: 'warn', detail: '1' });
    expect((await bench.run(['workspace', 'forget-part', 'elsewhere/book'])).notes).toContain(
      'MOVE_PART_UNKNOWN',
    );
    await bench.json(['workspace', 'forget-part', place]);
    expect(await bench.json(['workspace', 'status'])).toMatchObject({ moveParts: [] });
    expect(await parts()).toMatchObject({ state: 'ok' });
  });

  it('is the book once another move has ended it, and goes along with one to another server', async () => {
    const { bench, database, place } = await stoppedShop();
    const other = await desk.database();
    const url = desk.url(other);
    await bench.json(['workspace', 'move', '--server', url]);
    expect(await bench.json(['workspace', 'status'])).toMatchObject({
      engine: 'server',
      moveParts: [{ place }],
    });
    await bench.json(['workspace', 'move', '--here']);
    await bench.json(['workspace', 'move', '--server', desk.url(database)]);
    expect(await bench.json(['workspace', 'status'])).toMatchObject({ engine: 'server', moveParts: [] });
    expect(await bench.json(['orders', 'list'])).toMatchObject({ total: orderCount });
  });

  it('is left by Ctrl+C at the command line, too: the book stays where it was', async () => {
    const [{ bench, opened }, database] = [await shop(orderCount), await desk.database()];
    await opened.close();
    const words = ['workspace', 'move', '--server', desk.url(database)];
    const stopped = await bench.run(words, [], AbortSignal.abort());
    expect(stopped).toMatchObject({ exitCode: 2, notes: expect.stringContaining('MOVE_STOPPED') });
    expect(await bench.json(['workspace', 'status'])).toMatchObject({
      engine: 'embedded',
      moveParts: [{ place: `127.0.0.1/${database}` }],
    });
    expect(await bench.json(['orders', 'list'])).toMatchObject({ total: orderCount });
  });

  it('is nothing where the server took nothing of it', async () => {
    const [{ bench, opened }, database] = [await shop(orderCount), await desk.database()];
    await desk.query(database, 'create table theirs (no int)');
    const refused = await move(bench, opened, there(database));
    expect(refused.moved).toMatchObject({ ok: false, code: 'SERVER_DATABASE_USED' });
    expect(await orders(refused.opened)).toBe(orderCount);
    await refused.opened.close();
    expect(await bench.json(['workspace', 'status'])).toMatchObject({ moveParts: [] });
  });
});
