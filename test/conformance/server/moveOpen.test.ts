import { describe, expect, inject, it } from 'vitest';
import type { OpenedWorkspace } from '../../../electron/usecases/workspace/open.ts';
import { forgetBegunMove, readBegunMove } from '../../../electron/usecases/workstations/begunMove.ts';
import { readServerUrl } from '../../../electron/usecases/workstations/createOnServer.ts';
import { checkMove, type MoveTarget } from '../../../electron/usecases/workstations/moveOpen.ts';
import { good, movingShop } from './movingShop.ts';
import { serverDesk } from './serverDesk.ts';

/** They are some pages of rows. */
const orderCount = 700;

describe.skipIf(inject('server') === null)('moving the book of an open window', () => {
  const desk = serverDesk();
  const { open, shop, there, move, orders } = movingShop(desk);
  const places = { server: true, file: false } as const;
  const lies = ({ workspace }: OpenedWorkspace) => workspace.workstation.isShared;

  it('goes on at the server, tells each page of rows, and comes back', async () => {
    const [{ bench, opened }, database] = [await shop(orderCount), await desk.database()];
    expect(good(await checkMove(opened.workspace, there(database)))).toEqual({
      place: `127.0.0.1/${database}`,
      orders: orderCount,
    });
    const gone = await move(bench, opened, there(database));
    const { rows } = good(gone.moved);
    expect(gone.told.at(-1)).toEqual([rows * 2, rows * 2]);
    expect(gone.told.length).toBeGreaterThan(8);
    expect([lies(gone.opened), await orders(gone.opened)]).toEqual([places.server, orderCount]);
    expect(await readBegunMove(gone.opened.workspace)).toBeNull();

    expect(good(await checkMove(gone.opened.workspace, 'here'))).toEqual({ place: '', orders: orderCount });
    const back = await move(bench, gone.opened, 'here');
    expect(back.moved.ok).toBe(true);
    expect([lies(back.opened), await orders(back.opened)]).toEqual([places.file, orderCount]);
    expect(await readBegunMove(back.opened.workspace)).toBeNull();
    await back.opened.close();
  });

  it.each([
    ['copies', 300],
    ['compares', 900],
  ])(
    'is stopped while it %s: it goes on where it was, and the next try ends it, there and back',
    async (_, stopAt) => {
      const [{ bench, opened }, database] = [await shop(orderCount), await desk.database()];
      const stopped = await move(bench, opened, there(database), stopAt);
      expect(stopped.moved).toMatchObject({ ok: false, code: 'MOVE_STOPPED' });
      expect([lies(stopped.opened), await orders(stopped.opened)]).toEqual([places.file, orderCount]);
      // Whoever stopped it was told: nothing was cut off.
      expect(await readBegunMove(stopped.opened.workspace)).toBeNull();
      const gone = await move(bench, stopped.opened, there(database));
      expect([gone.moved.ok, lies(gone.opened)]).toEqual([true, places.server]);

      const half = await move(bench, gone.opened, 'here', stopAt);
      expect(half.moved).toMatchObject({ ok: false, code: 'MOVE_STOPPED' });
      expect([lies(half.opened), await orders(half.opened)]).toEqual([places.server, orderCount]);
      const back = await move(bench, half.opened, 'here');
      expect([back.moved.ok, await orders(back.opened)]).toEqual([true, orderCount]);
      await back.opened.close();
    },
  );

  it('tells at the next start that its end was not seen, at the bench that began it, until somebody has seen that', async () => {
    const { bench, opened } = await shop(orderCount);
    const begun = { benchId: opened.workspace.workstation.id, place: '127.0.0.1/shop', at: 7 };
    await opened.workspace.store.write(({ settings }) => settings.put('moveBegun', begun));
    await opened.close();
    const again = await open(bench);
    expect(await readBegunMove(again.workspace)).toEqual({ place: '127.0.0.1/shop', at: 7 });
    await forgetBegunMove(again.workspace);
    expect(await readBegunMove(again.workspace)).toBeNull();
    await again.workspace.store.write(({ settings }) =>
      settings.put('moveBegun', { ...begun, benchId: 'another' }),
    );
    expect(await readBegunMove(again.workspace)).toBeNull();
    await again.close();
  });

  it('is refused before anything begins: a database that is used, one that is not there, a role without rights', async () => {
    const { bench, opened } = await shop(orderCount);
    const [used, closed] = [await desk.database(), await desk.database()];
    await desk.query(used, 'create table theirs (no int)');
    const refusal = async (target: MoveTarget) => {
      const checked = await checkMove(opened.workspace, target);
      return checked.ok ? '' : checked.code;
    };
    expect(await refusal(there(used))).toBe('SERVER_DATABASE_USED');
    expect(await refusal(there('nowhere'))).toBe('SERVER_DATABASE_MISSING');
    expect(await refusal('here')).toBe('MOVE_IS_THERE');
    await desk.query(closed, 'create role watcher login');
    await desk.query(closed, 'revoke create on schema public from public');
    const server = good(readServerUrl(desk.url(closed, 'watcher')));
    expect(await refusal({ server, name: 'first', isPersonalSealed: false })).toBe('SERVER_RIGHTS_MISSING');
    expect(await desk.query(closed, "select 1 from pg_tables where schemaname = 'public'")).toEqual([]);
    // What is refused later after all leaves the window open where it was.
    const tried = await move(bench, opened, there(used));
    expect(tried.moved).toMatchObject({ ok: false, code: 'SERVER_DATABASE_USED' });
    expect([lies(tried.opened), await orders(tried.opened)]).toEqual([places.file, orderCount]);
    await tried.opened.close();
  });
});
