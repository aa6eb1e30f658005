import type { Job } from '../../../electron/store/schema.ts';

/** Work that waits, in nobody's hands. */
export const sampleJob = (change: Partial<Job> = {}): Job => ({
  id: 'j1',
  kind: 'book',
  subjectId: 's1',
  lane: 'a1',
  state: 'waiting',
  runAt: 100,
  attempts: 0,
  createdAt: 1,
  workstationId: '',
  claimedBy: '',
  fence: 0,
  ...change,
});
