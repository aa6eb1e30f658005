import { ORPCError } from '@orpc/client';
import { expect, test } from 'vitest';
import { useApprovals, withApprovals } from '../../../../renderer/bridge/operators.ts';

const subject = { orderId: 'o1', orderNo: 'SD1' };

const refusal = (code: string, params: Record<string, string> = {}) =>
  new ORPCError('FAILURE', { data: { code, params } });

const asked = () => useApprovals.getState().asked;

/** As the core: wants these approvals, one refusal at a time. */
function guarded(rights: readonly string[]) {
  const calls: (readonly string[])[] = [];
  const act = async (ids: readonly string[]): Promise<string> => {
    calls.push(ids);
    const missing = rights.find((right) => !ids.includes(`approval of ${right}`));
    if (missing !== undefined) throw refusal('OPERATOR_APPROVAL_NEEDED', { right: missing });
    return 'printed';
  };
  return { calls, act };
}

async function approve(): Promise<string> {
  await expect.poll(asked).not.toBeNull();
  const right = asked()?.right ?? '';
  asked()?.settle(`approval of ${right}`);
  return right;
}

test('what somebody may do alone is done at once, and nobody is asked', async () => {
  const { calls, act } = guarded([]);
  await expect(withApprovals(subject, act)).resolves.toBe('printed');
  expect(calls).toEqual([[]]);
  expect(asked()).toBeNull();
});

test('two rights are asked for one after the other, and the action is done once, with both', async () => {
  const { calls, act } = guarded(['printFullForm', 'passReprintLimit']);
  const done = withApprovals(subject, act);
  expect(await approve()).toBe('printFullForm');
  expect(await approve()).toBe('passReprintLimit');
  await expect(done).resolves.toBe('printed');
  expect(calls.at(-1)).toEqual(['approval of printFullForm', 'approval of passReprintLimit']);
  expect(asked()).toBeNull();
});

test('when nobody approves it ends as it was refused, and nothing is tried again', async () => {
  const { calls, act } = guarded(['seePersonalData']);
  const done = withApprovals(subject, act);
  await expect.poll(asked).toMatchObject({ right: 'seePersonalData', ...subject });
  asked()?.settle(null);
  await expect(done).rejects.toMatchObject({ data: { code: 'OPERATOR_APPROVAL_NEEDED' } });
  expect(calls).toHaveLength(1);
});

test('a core that goes on refusing is not asked for ever', async () => {
  let calls = 0;
  const done = withApprovals(subject, async () => {
    calls += 1;
    throw refusal('OPERATOR_APPROVAL_NEEDED', { right: 'reprintAgain' });
  });
  for (let round = 0; round < 4; round += 1) await approve();
  await expect(done).rejects.toMatchObject({ data: { code: 'OPERATOR_APPROVAL_NEEDED' } });
  expect(calls).toBe(5);
});

test('any other failure is nobody’s to approve', async () => {
  const failed = withApprovals(subject, async () => {
    throw refusal('PRINTER_UNREACHABLE');
  });
  await expect(failed).rejects.toMatchObject({ data: { code: 'PRINTER_UNREACHABLE' } });
  expect(asked()).toBeNull();
});

test('a second action that needs a word takes the place of the first, which ends refused', async () => {
  const first = withApprovals(subject, guarded(['reprintAgain']).act);
  await expect.poll(asked).toMatchObject(subject);
  const second = withApprovals({ orderId: 'o2', orderNo: 'SD2' }, guarded(['reprintAgain']).act);
  await expect(first).rejects.toMatchObject({ data: { code: 'OPERATOR_APPROVAL_NEEDED' } });
  expect(await approve()).toBe('reprintAgain');
  await expect(second).resolves.toBe('printed');
});
