import { expect, it } from 'vitest';
import {
  readPatch,
  readPrevious,
  writePatch,
  writePrevious,
} from '../../../../../electron/store/orders/orderChangeRepository.ts';

it('keeps what a change writes under the names of the columns, as workspaces hold it already', () => {
  const patch = { receiverName: '李四', weightGrams: null, contentHash: 'c1' };
  const stored = '{"receiver_name":"李四","weight_grams":null,"content_hash":"c1"}';
  expect(writePatch(patch)).toBe(stored);
  expect(readPatch(stored)).toEqual(patch);
});

it('keeps what stood there before under the names of the columns; nothing before it was accepted', () => {
  const previous = { state: 'ready', columns: { holdReason: '', heldAt: null } } as const;
  const stored = '{"state":"ready","columns":{"hold_reason":"","held_at":null}}';
  expect(writePrevious(previous)).toBe(stored);
  expect(readPrevious(stored)).toEqual(previous);
  expect(readPrevious('{}')).toEqual({});
});
