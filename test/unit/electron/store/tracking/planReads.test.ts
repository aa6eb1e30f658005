import { afterAll, beforeAll, expect, it } from 'vitest';
import { planReads } from '../../../../../electron/store/tracking/planReads.ts';
import { createPushRepository } from '../../../../../electron/store/tracking/pushRepository.ts';
import { openStorePlans, type StorePlans } from '../../../../doubles/workspace/storePlans.ts';

let plans: StorePlans;
beforeAll(async () => {
  plans = await openStorePlans();
});
afterAll(() => plans.close());

const byDueTime = 'USING INDEX tracking_account_id_ask_group_next_due_at';
const counted = 'USING COVERING INDEX tracking_account_id_ask_group_next_due_at';

it.each([
  ['the newest due', () => planReads(plans.db).dueOf('a', 'moving', 5, 'newest', 400), byDueTime],
  ['the oldest due', () => planReads(plans.db).dueOf('a', 'moving', 5, 'oldest', 100), byDueTime],
  ['how many are due', () => planReads(plans.db).dueCount('a', 'moving', 5), counted],
  ['whom to subscribe', () => planReads(plans.db).toSubscribe('a', 5, 50), byDueTime],
  ['who is subscribed', () => planReads(plans.db).subscribed('a', 50), byDueTime],
  ['who is due too late', () => planReads(plans.db).hasDueBetween(5, 9), 'USING INDEX tracking_next_due_at'],
  ['how many were given up', () => planReads(plans.db).stopCounts(), 'INDEX tracking_stop_reason'],
  ['who was given up', () => planReads(plans.db).stopped('no-account', 9), 'INDEX tracking_stop_reason'],
  ['the last push', () => createPushRepository(plans.db).lastOf('a'), 'USING INDEX pushes_account_id'],
])('%s is read by an index and sorted by it, also among a million parcels', async (_, read, wanted) => {
  const steps = (await plans.planOf(read)).join('; ');
  expect(steps).toContain(wanted);
  expect(steps).not.toMatch(
    /TEMP B-TREE FOR ORDER|SCAN tracking(?! USING COVERING INDEX| USING INDEX tracking_stop)/,
  );
});
