import { describe, expect, it } from 'vitest';
import { healthFinding } from '../../../../../../electron/usecases/booking/preflight/accountReport.ts';
import type { AccountHealth } from '../../../../../../shared/contracts/bookingHealth.ts';

const health = (lane: AccountHealth['lane'], calls: number, failures = 0) =>
  ({
    name: '主账号',
    lane,
    errorCode: '',
    errorParams: {},
    week: { calls, failures },
  }) as unknown as AccountHealth;

describe('what the look before a batch says of a platform', () => {
  it('tells a closed lane from one whose next booking will try', () => {
    expect(healthFinding(health('broken', 5, 4))).toMatchObject({
      state: 'warn',
      code: 'PREFLIGHT_LANE_BROKEN',
    });
    expect(healthFinding(health('probing', 5, 4))).toMatchObject({
      state: 'warn',
      code: 'PREFLIGHT_LANE_PROBING',
    });
  });

  it('says nothing against a platform of few calls, and names a share below 99.9 % of many', () => {
    expect(healthFinding(health('working', 99, 9))).toMatchObject({ state: 'ok' });
    expect(healthFinding(health('working', 1_000, 2))).toMatchObject({
      code: 'PREFLIGHT_AVAILABILITY',
      params: { percent: 99.8 },
    });
    expect(healthFinding(health('working', 1_000, 1))).toMatchObject({ state: 'ok' });
  });

  it('knows nothing of a platform that was never called', () => {
    expect(healthFinding(health('idle', 0))).toMatchObject({ state: 'unknown', code: '' });
  });
});
