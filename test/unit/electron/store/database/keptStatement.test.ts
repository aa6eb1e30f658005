import { afterAll, beforeAll, expect, it } from 'vitest';
import { executeKept } from '../../../../../electron/store/database/keptStatement.ts';
import { sealPersonal } from '../../../../../electron/store/database/personalSeal.ts';
import { tableOf } from '../../../../../electron/store/database/table.ts';
import type { Draft } from '../../../../../electron/store/schema.ts';
import { openStorePlans, type StorePlans } from '../../../../doubles/workspace/storePlans.ts';

let plans: StorePlans;
const draft: Draft = { name: 'a', valueJson: '1', at: 1 };

beforeAll(async () => {
  plans = await openStorePlans();
  await tableOf(plans.db, 'drafts').insertMany([draft, { ...draft, name: 'b', at: 2 }]);
});
afterAll(() => plans.close());

/** How often the text is built when each of these names is asked for. */
async function buildsFor(names: readonly string[]): Promise<number> {
  let builds = 0;
  for (const name of names) {
    const { rows } = await executeKept(plans.db, 'draft by name', [name], () => {
      builds += 1;
      return plans.db.selectFrom('drafts').select('name').where('name', '=', name).compile();
    });
    expect(rows).toEqual([{ name }]);
  }
  return builds;
}

it('builds a text once, and gives each question its own answer', async () => {
  expect(await buildsFor(['a', 'b', 'a', 'b'])).toBe(1);
});

it('keeps no text whose parameters are not those it is given', async () => {
  const build = () => plans.db.selectFrom('drafts').selectAll().where('at', '=', 1).compile();
  await expect(executeKept(plans.db, 'other parameters', [2], build)).rejects.toThrow('other parameters');
  await expect(executeKept(plans.db, 'other parameters', [1, 2], build)).rejects.toThrow('other parameters');
});

it('asks and writes the columns that are named, and no others', async () => {
  const drafts = tableOf(plans.db, 'drafts');
  expect(await drafts.row({ name: 'a' })).toEqual(draft);
  expect(await drafts.row({ name: 'a', at: 2 })).toBeUndefined();
  expect(await drafts.update({ name: 'a' }, { at: 5 })).toBe(true);
  expect(await drafts.update({ name: 'a' }, { valueJson: '7' })).toBe(true);
  expect(await drafts.row({ name: 'a' })).toEqual({ name: 'a', at: 5, valueJson: '7' });
  expect(await drafts.update({ name: 'nobody' }, { at: 5 })).toBe(false);
});

it('builds each time where personal columns are sealed, for they are sealed while it is built', async () => {
  sealPersonal(plans.db, { sealed: (_, __, value) => value, hasPreviousKeys: false, head: '' });
  expect(await buildsFor(['a', 'b', 'b'])).toBe(3);
});
