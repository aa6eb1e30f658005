import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkPin } from '../../../../../electron/usecases/operators/checkPin.ts';
import { addOperator } from '../../../../../electron/usecases/operators/operators.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
let id = '';
beforeEach(async () => {
  workspace = await openTestWorkspace();
  const added = await addOperator(workspace, { name: '王店长', role: 'manager', pin: '2580' });
  if (!added.ok) throw new Error(added.code);
  id = added.value.operator.id;
});
afterEach(() => workspace.close());

const attempt = (pin: string) => checkPin(workspace, id, pin);

describe('a PIN', () => {
  it('opens the desk of its operator and of nobody else', async () => {
    expect(await attempt('2580')).toMatchObject({ ok: true, value: { name: '王店长' } });
    expect(await attempt('2581')).toMatchObject({ code: 'OPERATOR_PIN_WRONG' });
    expect(await checkPin(workspace, 'nobody', '2580')).toMatchObject({ code: 'OPERATOR_NOT_FOUND' });
  });

  it('may be mistyped twice; then the wait doubles, up to five minutes, and never becomes for ever', async () => {
    const waits: unknown[] = [];
    for (let round = 0; round < 13; round++) {
      const wrong = await attempt('0000');
      if (wrong.ok) throw new Error('a wrong PIN passed');
      expect(wrong.code).toBe('OPERATOR_PIN_WRONG');
      const seconds = Number(wrong.params?.seconds);
      waits.push(seconds);
      if (seconds > 0) {
        expect(await attempt('2580')).toMatchObject({ code: 'OPERATOR_PIN_WAIT', params: { seconds } });
        await workspace.clock.advance(seconds * 1_000 - 1);
        expect(await attempt('2580')).toMatchObject({ code: 'OPERATOR_PIN_WAIT', params: { seconds: 1 } });
        await workspace.clock.advance(1);
      }
    }
    expect(waits).toEqual([0, 0, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300, 300]);
    expect(await attempt('2580')).toMatchObject({ ok: true });
    expect(await attempt('0000')).toMatchObject({ params: { seconds: 0 } });
  });

  it('cannot be tried more often by trying at once, nor by starting the program again', async () => {
    const tries = await Promise.all(Array.from({ length: 8 }, (_, index) => attempt(`000${index}`)));
    const looked = tries.filter((outcome) => !outcome.ok && outcome.code === 'OPERATOR_PIN_WRONG');
    expect(looked).toHaveLength(3);
    workspace = await workspace.reopen();
    expect(await attempt('2580')).toMatchObject({ code: 'OPERATOR_PIN_WAIT' });
  });

  it('waits no longer because the clock was set back', async () => {
    for (let round = 0; round < 3; round++) await attempt('0000');
    await workspace.clock.advance(-86_400_000);
    expect(await attempt('2580')).toMatchObject({ code: 'OPERATOR_PIN_WAIT', params: { seconds: 2 } });
  });

  it('is kept as a digest under a salt of its own', async () => {
    await addOperator(workspace, { name: '小李', role: 'packer', pin: '2580' });
    const rows = await workspace.store.read.operators.active();
    expect(JSON.stringify(rows)).not.toContain('2580"');
    expect(new Set(rows.map((row) => row.pinHash)).size).toBe(2);
  });
});
