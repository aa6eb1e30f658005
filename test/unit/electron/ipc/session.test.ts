import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createChangeFeed } from '../../../../electron/ipc/changeFeed.ts';
import { Session } from '../../../../electron/ipc/session.ts';
import { addOperator } from '../../../../electron/usecases/operators/operators.ts';
import { openWorkspace } from '../../../../electron/usecases/workspace/open.ts';
import { buildParts } from '../../../../electron/usecases/workspace/parts.ts';
import type { Outcome } from '../../../../shared/errors/outcome.ts';
import { type HandClock, handClock } from '../../../doubles/handClock.ts';
import { staffPins } from '../../../doubles/workspace/staff.ts';

let clock: HandClock;
let session: Session;
let folder: string;
let left = 0;

function good<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(outcome.code);
  return outcome.value;
}

beforeEach(async () => {
  clock = handClock();
  left = 0;
  folder = mkdtempSync(join(tmpdir(), 'session-'));
  const changes = createChangeFeed(clock);
  const parts = buildParts({
    resourceFolder: fileURLToPath(new URL('../../../../resources', import.meta.url)),
    orderReaderFile: '',
    changed: changes.publish,
  });
  session = new Session({
    folder: join(folder, 'desk'),
    keyStore: {
      backend: 'none',
      isAvailable: () => false,
      wrap: async (key) => key,
      unwrap: async () => null,
    },
    parts: { ...parts, clock },
    changes,
    version: '0',
    files: { find: async () => ({ ok: true, value: [] }), hand: async () => [] },
    onBug: (error) => {
      throw error;
    },
    heldKey: null,
    isLockedByHand: false,
    onKey: () => undefined,
    onNotice: () => undefined,
    onCamera: () => undefined,
    onLeft: () => {
      left += 1;
    },
  });
  const refused = await session.open({ passphrase: '', isPracticeWanted: true, whenMissing: 'create' });
  expect(refused).toBeNull();
});
afterEach(async () => {
  await session.close();
  // Rounds read their program when their turn comes, also while it is closed.
  await vi.dynamicImportSettled();
  rmSync(folder, { recursive: true, force: true });
});

describe('what the page still follows ends', () => {
  it('when the workspace is locked, once', async () => {
    await session.close();
    await session.close();
    expect(left).toBe(1);
    expect(session.workspace()).toMatchObject({ code: 'WORKSPACE_LOCKED' });
  });

  it('when an operator signs out, and when nobody touched anything for long', async () => {
    const workspace = good(session.workspace());
    const { operator } = good(
      await addOperator(workspace, { name: '王店长', role: 'manager', pin: staffPins.manager }),
    );
    const desk = good(session.desk());
    const signIn = async () => good(await desk.signIn(operator.id, staffPins.manager));
    await signIn();
    await session.settled();
    // With its first operator the window is nobody's until the sign-in, which may be noticed in between.
    left = 0;
    good(await session.signOut());
    expect(left).toBe(1);
    await signIn();
    await clock.advance(desk.idleMinutes * 60_000 + 1);
    await session.settled();
    expect(left).toBe(2);
    expect(good(session.workspace()).actor.role).toBe('nobody');
  });
});

it('forgets why it could not be opened once it is open, however that was done', async () => {
  await session.close();
  const keys = join(session.folder, 'keys.json');
  const whole = readFileSync(keys);
  writeFileSync(keys, '{');
  const wish = { passphrase: '', isPracticeWanted: false, whenMissing: 'refuse' } as const;
  expect(await session.open(wish)).toMatchObject({ code: 'WORKSPACE_DAMAGED' });
  expect(session.lastWord()).toBe('WORKSPACE_DAMAGED');
  writeFileSync(keys, whole);
  good(await session.openBy({ passphrase: '' }, (request, parts) => openWorkspace(request, parts)));
  expect(session.lastWord()).toBe('');
});

it('locks itself when somebody takes the workspace’s lock away, says so, and opens again when asked', async () => {
  const workspace = good(session.workspace());
  rmSync(join(workspace.folder, 'shipdesk.writer'));
  await clock.advance(2_000);
  while (left === 0) await new Promise(setImmediate);
  expect(session.state()).toBe('locked');
  expect(session.closedBecause).toBe('WORKSPACE_TAKEN');
  const wish = { passphrase: '', isPracticeWanted: false, whenMissing: 'refuse' } as const;
  expect(await session.open(wish)).toBeNull();
  expect(session.closedBecause).toBe('');
});
