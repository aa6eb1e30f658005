import { afterAll, beforeAll, expect, it } from 'vitest';
import { createJobRepository } from '../../../../../electron/store/booking/jobRepository.ts';
import { openStorePlans, type StorePlans } from '../../../../doubles/workspace/storePlans.ts';

let plans: StorePlans;

beforeAll(async () => {
  plans = await openStorePlans();
});
afterAll(() => plans.close());

it('the job that is due first is found along the index of lanes, however many wait', async () => {
  const jobs = createJobRepository(plans.db, { id: 'desk', isShared: false });
  const steps = await plans.planOf(async () => {
    await jobs.claim(['book', 'find'], 1, 0);
    await jobs.nextDueAt(['book', 'find']);
  });
  const ofJobs = steps.filter((step) => /\bjobs\b/.test(step));
  expect(ofJobs.length).toBeGreaterThan(0);
  // Only the few that lead their lanes are put in order.
  expect(steps.filter((step) => step.includes('TEMP B-TREE'))).toHaveLength(1);
  for (const step of ofJobs) expect(step).toMatch(/USING (COVERING )?INDEX/);
});
