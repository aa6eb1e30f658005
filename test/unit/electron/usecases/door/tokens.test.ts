import { afterEach, beforeEach, expect, it } from 'vitest';
import { addToken, knownToken, revokeToken, scopesOf } from '../../../../../electron/usecases/door/tokens.ts';
import { dayMs } from '../../../../../shared/rules/shopTime.ts';
import { openTestWorkspace, type TestWorkspace } from '../../../../doubles/workspace/openTestWorkspace.ts';

let workspace: TestWorkspace;
beforeEach(async () => {
  workspace = await openTestWorkspace();
});
afterEach(() => workspace.close());

async function tokenFor(days: number): Promise<string> {
  const added = await addToken(workspace, { name: 'ERP', scopes: ['orders:read'], days });
  if (!added.ok) throw new Error(added.code);
  return added.value.token;
}

it('a token is good to its last moment, and then says that it has expired', async () => {
  const token = await tokenFor(2);
  await workspace.clock.advance(2 * dayMs - 1);
  expect(await knownToken(workspace, token)).toMatchObject({ ok: true, value: { name: 'ERP' } });
  await workspace.clock.advance(1);
  expect(await knownToken(workspace, token)).toMatchObject({
    ok: false,
    code: 'DOOR_TOKEN_EXPIRED',
    params: { name: 'ERP' },
  });
});

it('a token may do what it was given and nothing else', async () => {
  const known = await knownToken(workspace, await tokenFor(2));
  expect(known.ok && scopesOf(known.value)).toEqual(['orders:read']);
});

it('a token ends after two years at the latest, however long it was asked for', async () => {
  const token = await tokenFor(100_000);
  await workspace.clock.advance(730 * dayMs);
  expect(await knownToken(workspace, token)).toMatchObject({ code: 'DOOR_TOKEN_EXPIRED' });
});

it('one that is revoked or expired leaves its name free; another secret under its number is wrong', async () => {
  const token = await tokenFor(2);
  expect(await addToken(workspace, { name: 'ERP', scopes: ['orders:read'], days: 2 })).toMatchObject({
    code: 'DOOR_TOKEN_NAME',
  });
  const other = `${token.slice(0, -1)}${token.endsWith('0') ? '1' : '0'}`;
  expect(await knownToken(workspace, other)).toMatchObject({ code: 'DOOR_TOKEN_WRONG' });
  await revokeToken(workspace, 'ERP');
  expect(await knownToken(workspace, token)).toMatchObject({ code: 'DOOR_TOKEN_WRONG' });
  await tokenFor(2);
  await workspace.clock.advance(2 * dayMs);
  expect(await knownToken(workspace, await tokenFor(1))).toMatchObject({ ok: true });
});
