import { describe, expect, it } from 'vitest';
import { reachAnswers } from '../../../../shared/domain/addressKnowledge.ts';
import { addressIssues } from '../../../../shared/domain/addressReading.ts';
import { caseKinds } from '../../../../shared/domain/cases/trackingCase.ts';
import { orderStates } from '../../../../shared/domain/order.ts';
import { trackingExceptions, trackingStates } from '../../../../shared/domain/tracking.ts';
import { addressIssueCode } from '../../../../shared/errors/addressErrors.ts';
import { describeError } from '../../../../shared/text/describeError.ts';
import { wordFor } from '../../../../shared/text/words.ts';

const printerStates = ['ready', 'busy', 'paper-out', 'head-open', 'error', 'offline', 'unknown'];
const every = [
  ...[...orderStates, 'unsure', 'failed'].map((state) => ['order', state] as const),
  ...trackingStates.map((state) => ['tracking', state] as const),
  ...printerStates.map((state) => ['printer', state] as const),
  ...['ok', 'warn', 'fail', 'sealed', 'practice'].map((state) => ['check', state] as const),
  ...reachAnswers.map((answer) => ['reach', answer] as const),
];

describe('words for states', () => {
  it.each(every)('are in both languages (%s: %s)', (kind, state) => {
    expect(wordFor('zh-CN', kind, state)).toMatch(/^[\u4e00-\u9fff，]+$/);
    expect(wordFor('en', kind, state)).toMatch(/^[A-Za-z, ]+$/);
  });

  it('say of every exception of a platform what it is, and of every case what to do next', () => {
    const words = [
      ...trackingExceptions.map((exception) => ['exception', exception] as const),
      ...caseKinds.map((kind) => ['caseNext', kind] as const),
    ];
    for (const [group, name] of words) {
      expect(wordFor('zh-CN', group, name)).toMatch(/[\u4e00-\u9fff].*。$/);
      expect(wordFor('en', group, name)).toMatch(/^[A-Z][\x20-\x7e]+\.$/);
    }
  });

  it('leave a count as it is', () => {
    expect(wordFor('zh-CN', 'check', '12')).toBe('12');
  });

  it.each(addressIssues)('say what is wrong with an address (%s)', (issue) => {
    for (const language of ['zh-CN', 'en'] as const)
      expect(describeError(addressIssueCode(issue), {}, language)).toBeDefined();
  });
});
