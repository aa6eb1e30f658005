import { expect, test } from 'vitest';
import { refusedView } from '../../../../electron/ipc/views.ts';
import { failure } from '../../../../shared/errors/outcome.ts';
import { describeError } from '../../../../shared/text/describeError.ts';

test('an order that was left out says which field and limit it was', () => {
  const tooLong = failure('CARRIER_FIELD_TOO_LONG', { field: 'receiver.name', length: 27, limit: 20 });
  const { code, params } = refusedView({ orderNo: '1', failure: tooLong });
  expect(describeError(code, params, 'zh-CN').says).not.toContain('…');
  expect(refusedView({ orderNo: '2', failure: failure('SENDER_MISSING') })).toEqual({
    orderNo: '2',
    code: 'SENDER_MISSING',
  });
});
