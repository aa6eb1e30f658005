import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type CallFilter,
  createCallRepository,
} from '../../../../../electron/store/booking/callRepository.ts';
import { openStorePlans, type StorePlans } from '../../../../doubles/workspace/storePlans.ts';

let plans: StorePlans;
beforeAll(async () => {
  plans = await openStorePlans();
});
afterAll(() => plans.close());

const before = 'C9';
const filters: Readonly<Record<string, readonly [CallFilter, RegExp]>> = {
  'of any kind': [{ before }, /SEARCH calls USING INDEX sqlite_autoindex_calls_1 \(id</],
  'of an account': [{ before, accountId: 'a1' }, /calls_account \(account_id=\? AND id</],
  'of an interface': [{ before, interfaceName: 'void' }, /calls_interface \(interface_name=\? AND id</],
  'that failed': [{ before, isFailedOnly: true }, /calls_failed/],
  'with one code': [{ before, errorCode: 'CARRIER_DOWN' }, /calls_error \(error_code=\?/],
};

it.each(Object.entries(filters))('reads the newest calls %s along an index, sorting none', async (_, of) => {
  const [filter, index] = of;
  const steps = await plans.planOf(() =>
    createCallRepository(plans.db).window(filter, { offset: 0, limit: 500 }),
  );
  expect(steps.join('\n')).toMatch(index);
  expect(steps.join('\n')).not.toMatch(/SCAN calls|USE TEMP B-TREE/);
});
