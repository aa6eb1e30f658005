import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  createParcelArrivalRepository,
  createParcelReturnRepository,
} from '../../../../../electron/store/tracking/careRepository.ts';
import {
  createCaseRepository,
  createCaseWatchRepository,
  createParcelSilenceRepository,
} from '../../../../../electron/store/tracking/caseRepository.ts';
import { openStorePlans, type StorePlans } from '../../../../doubles/workspace/storePlans.ts';

let plans: StorePlans;
beforeAll(async () => {
  plans = await openStorePlans();
});
afterAll(() => plans.close());

const page = { offset: 0, limit: 50 };

it.each<readonly [name: string, asks: () => Promise<unknown>]>([
  ['what is due', () => createCaseWatchRepository(plans.db).due(1, 100)],
  ['how much is due', () => createCaseWatchRepository(plans.db).countDue(1)],
  ['the worst first', () => createCaseRepository(plans.db).window({}, page, 1)],
  ['solved, the newest first', () => createCaseRepository(plans.db).window({ state: 'solved' }, page, 1)],
  ['the counts', () => createCaseRepository(plans.db).counts(1)],
  ['whose time out of sight is over', () => createCaseRepository(plans.db).toWake(1, 100)],
  ['the cases of parcels', () => createCaseRepository(plans.db).ofParcels(['a'])],
  ['the silence of a lane', () => createParcelSilenceRepository(plans.db).hoursOf('ZTO', '广东省', 1, 300)],
  ['the hours of a lane', () => createParcelArrivalRepository(plans.db).laneHours('ZTO', '广东省', [1, 2])],
  ['a return by its number', () => createParcelReturnRepository(plans.db).byWaybill('a')],
])('a million parcels are not read through for %s', async (_name, asks) => {
  const plan = await plans.planOf(asks);
  expect(plan.length).toBeGreaterThan(0);
  for (const step of plan) {
    expect(step).not.toMatch(/^SCAN (?!json_each|CONSTANT)\w+$/);
    expect(step).not.toContain('USE TEMP B-TREE FOR ORDER BY');
  }
});
