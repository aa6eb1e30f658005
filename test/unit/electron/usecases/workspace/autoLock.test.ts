import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addOperator } from '../../../../../electron/usecases/operators/operators.ts';
import {
  AutoLock,
  changeLockRules,
  lockView,
  readLockRules,
  settleLimitMs,
} from '../../../../../electron/usecases/workspace/autoLock.ts';
import { changeSettings } from '../../../../../electron/usecases/workspace/settings.ts';
import { type Actor, nobody, owner } from '../../../../../shared/domain/operator.ts';
import { lockRulesFor } from '../../../../../shared/rules/lockRules.ts';
import { minuteMs } from '../../../../../shared/rules/shopTime.ts';
import { giveKeyFile } from '../../../../doubles/workspace/backupDesk.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
let actor: Actor;
let isBusy: boolean;
let locks: number;
let autoLock: AutoLock;

beforeEach(async () => {
  workspace = await openTestWorkspace();
  actor = owner;
  isBusy = false;
  locks = 0;
  autoLock = begin();
});
afterEach(() => workspace.close());

function begin(): AutoLock {
  const desk = {
    get actor() {
      return actor;
    },
  };
  const signOut = async () => {
    actor = nobody;
  };
  const lock = async () => void locks++;
  return new AutoLock(workspace, { desk, isBusy: () => isBusy, signOut, lock });
}

/** Moves the clock; who is asleep on it wakes and goes on. */
async function waits(durationMs: number): Promise<void> {
  await workspace.clock.advance(durationMs);
  await autoLock.round();
  for (let turn = 0; turn < 5; turn++) await new Promise(setImmediate);
}

const addManager = () =>
  addOperator(workspace, { name: '王芳', role: 'manager', pin: '258036' }).then((added) => {
    if (!added.ok) throw new Error(added.code);
  });

describe('a workspace without operators', () => {
  it('locks itself half an hour after the last key, scan or move, and not before', async () => {
    await waits(29 * minuteMs);
    autoLock.touch();
    await waits(29 * minuteMs);
    expect(locks).toBe(0);
    await waits(minuteMs);
    expect(locks).toBe(1);
    await waits(minuteMs);
    expect(locks).toBe(1);
  });

  it('is locked with the computer and before it sleeps', async () => {
    await autoLock.away();
    expect(locks).toBe(1);
  });

  it('never locks itself where somebody said so, nor while a folder brings orders without anybody', async () => {
    await changeLockRules(workspace, { idleMinutes: 0, withSystem: false });
    await waits(24 * 60 * minuteMs);
    await autoLock.away();
    expect(locks).toBe(0);
    await workspace.store.write((write) =>
      write.settings.put('lockRules', { idleMinutes: null, withSystem: null, asksAgain: false }),
    );
    await changeSettings(workspace, { watch: { folder: '/erp', profile: '', action: 'ship' } });
    await waits(24 * 60 * minuteMs);
    await autoLock.away();
    expect(locks).toBe(0);
    expect(await readLockRules(workspace)).toMatchObject({
      idleMinutes: 0,
      withSystem: false,
      isUnattended: true,
    });
  });

  it('is not kept open by a clock that was set back', async () => {
    await waits(10 * minuteMs);
    autoLock.touch();
    await workspace.clock.advance(-60 * minuteMs);
    await autoLock.round();
    await waits(30 * minuteMs);
    expect(locks).toBe(1);
  });
});

describe('a lock while work is in hand', () => {
  it('waits until bookings are sent, labels handed over and imports done', async () => {
    isBusy = true;
    await waits(31 * minuteMs);
    await waits(10_000);
    expect(locks).toBe(0);
    isBusy = false;
    await waits(1_000);
    expect(locks).toBe(1);
  });

  it('waits no longer than two minutes', async () => {
    isBusy = true;
    await waits(31 * minuteMs);
    await waits(settleLimitMs - 1);
    expect(locks).toBe(0);
    await waits(1_000);
    expect(locks).toBe(1);
  });
});

describe('a workspace with operators', () => {
  beforeEach(async () => {
    await addManager();
    actor = { operatorId: 'o1', name: '王芳', role: 'manager' };
    autoLock = begin();
  });

  it('signs the operator out with the computer and stays open: the next needs no passphrase of the owner’s', async () => {
    await autoLock.away();
    expect(actor).toBe(nobody);
    await waits(24 * 60 * minuteMs);
    expect(locks).toBe(0);
  });

  it('forgets its key at sign-out where somebody wants that, whoever or whatever signed out', async () => {
    await changeLockRules(workspace, { asksAgain: true });
    await waits(5_000);
    expect(locks).toBe(0);
    actor = nobody;
    await waits(5_000);
    expect(locks).toBe(1);
    autoLock = begin();
    await autoLock.signedOut();
    expect(locks).toBe(2);
  });

  it('is not locked before anybody has signed in', async () => {
    await changeLockRules(workspace, { asksAgain: true });
    actor = nobody;
    await waits(5_000);
    expect(locks).toBe(0);
  });

  it('locks itself as well where somebody chose minutes for it', async () => {
    await changeLockRules(workspace, { idleMinutes: 60 });
    await waits(60 * minuteMs);
    expect(locks).toBe(1);
  });
});

it('a practice workspace locks automatically only when somebody wants it', () => {
  const usual = { idleMinutes: null, withSystem: null, asksAgain: false };
  const practice = { isPractice: true, hasOperators: false, isUnattended: false };
  expect(lockRulesFor(usual, practice)).toEqual({ idleMinutes: 0, withSystem: false, asksAgain: false });
  expect(lockRulesFor({ ...usual, idleMinutes: 5 }, practice).idleMinutes).toBe(5);
});

it('says where one press opens a locked workspace again', async () => {
  expect((await lockView(workspace)).opensAlone).toBe(false);
  giveKeyFile(workspace);
  expect((await lockView(workspace)).opensAlone).toBe(true);
});
