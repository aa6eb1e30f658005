import { createServer } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { AutomationDoor } from '../../../electron/door/http/automationDoor.ts';
import { keepDoor } from '../../../electron/door/http/keepDoor.ts';
import { createChangeFeed } from '../../../electron/ipc/changeFeed.ts';
import { readDoorView } from '../../../electron/usecases/door/doorView.ts';
import { setDoor } from '../../../electron/usecases/door/tokens.ts';
import { handClock } from '../../doubles/handClock.ts';
import { freePort } from '../../doubles/program/freePort.ts';
import { openTestWorkspace, type TestWorkspace } from '../../doubles/workspace/openTestWorkspace.ts';

let desk: TestWorkspace;
let door: AutomationDoor;
const stopping = new AbortController();
const clock = handClock();
const changes = createChangeFeed(clock);
/** What changes is told to the feed, as in the core. */
const workspace = () => ({ ...desk, changed: changes.publish });

beforeEach(async () => {
  desk = await openTestWorkspace();
  const parts = {
    clock,
    version: '0',
    lend: async () => null,
    onBug: (error: unknown) => expect(error).toBeNull(),
  };
  door = new AutomationDoor(parts);
  const lend = <T>(work: (lent: { workspace: TestWorkspace }) => Promise<T>) => work({ workspace: desk });
  const keeping = {
    door,
    folder: desk.folder,
    clock,
    lend,
    changes: changes.subscribe,
    tell: changes.publish,
  };
  void keepDoor(keeping, stopping.signal);
});
afterEach(async () => {
  stopping.abort();
  door.close();
  await desk.close();
});

/** The feed folds bursts: time goes on. */
const shows = (port: number | null, state: string) =>
  expect
    .poll(async () => {
      await clock.advance(500);
      const view = await readDoorView(desk);
      return [view.port, view.state];
    })
    .toEqual([port, state]);

it('the door opens and closes with its setting; a port that is taken is told, and taken once it is free', async () => {
  const [first, second] = [await freePort(), await freePort()];
  await setDoor(workspace(), first);
  await shows(first, 'open');
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(second, '127.0.0.1', resolve));
  await setDoor(workspace(), second);
  await shows(second, 'taken');
  await new Promise((resolve) => other.close(resolve));
  await shows(second, 'open');
  await setDoor(workspace(), null);
  await shows(null, 'closed');
});
