import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkPin } from '../../../../../electron/usecases/operators/checkPin.ts';
import { addOperator } from '../../../../../electron/usecases/operators/operators.ts';
import { hashCode, isPeppered, isPin } from '../../../../../electron/vault/pinHash.ts';
import { onlyKey } from '../../../../../electron/vault/taggedKeys.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
let id = '';
beforeEach(async () => {
  workspace = await openTestWorkspace();
  const added = await addOperator(workspace, { name: '王店长', role: 'manager', pin: '258025' });
  if (!added.ok) throw new Error(added.code);
  id = added.value.operator.id;
});
afterEach(() => workspace.close());

async function hire(name: string, pin: string): Promise<string> {
  const added = await addOperator(workspace, { name, role: 'packer', pin });
  if (!added.ok) throw new Error(added.code);
  return added.value.operator.id;
}

const attempt = (pin: string) => checkPin(workspace, id, pin, 'window');

describe('a PIN', () => {
  it('opens the desk of its operator and of nobody else', async () => {
    expect(await attempt('258025')).toMatchObject({ ok: true, value: { name: '王店长' } });
    expect(await attempt('258026')).toMatchObject({ code: 'OPERATOR_PIN_WRONG' });
    expect(await checkPin(workspace, 'nobody', '258025', 'window')).toMatchObject({
      code: 'OPERATOR_NOT_FOUND',
    });
  });

  /** The waits that so many wrong tries lead to, each waited for to the millisecond. */
  async function waitsOf(operatorId: string, rounds: number): Promise<unknown[]> {
    const tryPin = (pin: string) => checkPin(workspace, operatorId, pin, 'window');
    const waits: unknown[] = [];
    for (let round = 0; round < rounds; round++) {
      const wrong = await tryPin('0000');
      if (wrong.ok) throw new Error('a wrong PIN passed');
      expect(wrong.code).toBe('OPERATOR_PIN_WRONG');
      const seconds = Number(wrong.params?.seconds);
      waits.push(seconds);
      if (seconds > 0) {
        expect(await tryPin('4826')).toMatchObject({ code: 'OPERATOR_PIN_WAIT', params: { seconds } });
        await workspace.clock.advance(seconds * 1_000 - 1);
        expect(await tryPin('4826')).toMatchObject({ code: 'OPERATOR_PIN_WAIT', params: { seconds: 1 } });
        await workspace.clock.advance(1);
      }
    }
    return waits;
  }

  it('may be mistyped twice; then the wait doubles, up to five minutes, and never becomes for ever', async () => {
    const packer = await hire('张打包', '4826');
    expect(await waitsOf(packer, 11)).toEqual([0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300]);
    expect(await checkPin(workspace, packer, '4826', 'window')).toMatchObject({ ok: true });
    expect(await checkPin(workspace, packer, '0000', 'window')).toMatchObject({ params: { seconds: 0 } });
  });

  it('of a manager is held off for half a minute at most, whatever else goes wrong at the desk', async () => {
    expect(await waitsOf(id, 9)).toEqual([0, 0, 2, 4, 8, 16, 30, 30, 30]);
    const packer = await hire('张打包', '4826');
    await waitsOf(packer, 9);
    expect(await attempt('258025')).toMatchObject({ ok: true });
  });

  it('of one name after the other makes everybody but a manager wait, until a manager signs in there', async () => {
    const names = ['a', 'b', 'c', 'd', 'e', 'f'];
    const ids: string[] = [];
    for (const name of names) ids.push(await hire(name, '4826'));
    for (const one of ids.slice(0, 5))
      for (const _ of [1, 2]) await checkPin(workspace, one, '0000', 'window');
    const last = ids.at(-1) ?? '';
    expect(await checkPin(workspace, last, '4826', 'window')).toMatchObject({ code: 'OPERATOR_PIN_WAIT' });
    expect(await checkPin(workspace, last, '4826', 'command line')).toMatchObject({ ok: true });
    expect(await attempt('258025')).toMatchObject({ ok: true });
    expect(await checkPin(workspace, last, '4826', 'window')).toMatchObject({ ok: true });
  });

  it('tried wrong at the command line keeps nobody from the window', async () => {
    for (let round = 0; round < 4; round++) await checkPin(workspace, id, '0000', 'command line');
    expect(await checkPin(workspace, id, '258025', 'command line')).toMatchObject({
      code: 'OPERATOR_PIN_WAIT',
    });
    expect(await attempt('258025')).toMatchObject({ ok: true, value: { wrongPins: 3 } });
  });

  it('is on record each time it was wrong', async () => {
    await attempt('0000');
    const last = await workspace.store.read.operatorActs.last();
    expect(last).toMatchObject({ kind: 'pin-wrong', operator: '王店长', what: 'window' });
  });

  it('is sealed under a key of the workspace, one from before at its next good try', async () => {
    const plain = await hashCode('258025');
    await workspace.store.write(async (write) => {
      const { pinHash } = (await write.operators.byId(id)) ?? { pinHash: '' };
      await write.operators.renewPin(id, pinHash, plain);
    });
    expect(await attempt('258026')).toMatchObject({ code: 'OPERATOR_PIN_WRONG' });
    expect((await workspace.store.read.operators.byId(id))?.pinHash).toBe(plain.hash);
    expect(await attempt('258025')).toMatchObject({ ok: true });
    const { pinHash = '', pinSalt = '' } = (await workspace.store.read.operators.byId(id)) ?? {};
    expect(isPeppered(pinHash)).toBe(true);
    const other = onlyKey(new Uint8Array(32).fill(8), 'pin digests');
    expect(await isPin('258025', { salt: pinSalt, hash: pinHash }, other)).toBe(false);
    expect(await attempt('258025')).toMatchObject({ ok: true });
  });

  it('cannot be tried more often by trying at once, nor by starting the program again', async () => {
    const tries = await Promise.all(Array.from({ length: 8 }, (_, index) => attempt(`000${index}`)));
    const looked = tries.filter((outcome) => !outcome.ok && outcome.code === 'OPERATOR_PIN_WRONG');
    expect(looked).toHaveLength(3);
    workspace = await workspace.reopen();
    expect(await attempt('258025')).toMatchObject({ code: 'OPERATOR_PIN_WAIT' });
  });

  it('waits no longer because the clock was set back', async () => {
    for (let round = 0; round < 3; round++) await attempt('0000');
    await workspace.clock.advance(-86_400_000);
    expect(await attempt('258025')).toMatchObject({ code: 'OPERATOR_PIN_WAIT', params: { seconds: 2 } });
  });

  it('is kept as a digest under a salt of its own', async () => {
    await addOperator(workspace, { name: '小李', role: 'packer', pin: '258025' });
    const rows = await workspace.store.read.operators.active();
    expect(JSON.stringify(rows)).not.toContain('258025"');
    expect(new Set(rows.map((row) => row.pinHash)).size).toBe(2);
  });
});
