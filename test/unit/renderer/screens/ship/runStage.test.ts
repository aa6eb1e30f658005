import { describe, expect, test } from 'vitest';
import { endOfRun, runStage } from '../../../../../renderer/screens/ship/RunStrip.tsx';

const idle = {
  waiting: 0,
  sending: 0,
  unsure: 0,
  forPerson: 0,
  booked: 0,
  refused: 0,
  returned: 0,
  perMinute: 0,
  secondsLeft: null,
  since: 0,
};

describe('how far a run is', () => {
  test('goes on while something waits or is under way', () => {
    expect(runStage({ ...idle, waiting: 5, booked: 15 })).toEqual({
      stage: 'going',
      all: 20,
      ended: 15,
      share: 0.75,
    });
    expect(runStage({ ...idle, sending: 1 }).stage).toBe('going');
  });

  test('an unsure booking does not hold it up, and is never counted as ended', () => {
    expect(runStage({ ...idle, booked: 8, refused: 1, unsure: 1 })).toEqual({
      stage: 'done',
      all: 10,
      ended: 9,
      share: 1,
    });
  });

  test('an empty run is done', () => {
    expect(runStage(idle)).toMatchObject({ stage: 'done', share: 1 });
  });
});

describe('the end of a run', () => {
  test('says that nothing needs a person only while nothing waits in Correct either', () => {
    expect(endOfRun({ ...idle, booked: 8 }, 0)).toBe('doneAllWell');
    expect(endOfRun({ ...idle, booked: 8 }, 1)).toBe('doneAllSent');
    expect(endOfRun({ ...idle, booked: 8, unsure: 1 }, 0)).toBe('needsPerson');
  });
});
