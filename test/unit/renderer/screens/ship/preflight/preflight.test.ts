import { describe, expect, test } from 'vitest';
import {
  arrangeFindings,
  findingAct,
} from '../../../../../../renderer/screens/ship/preflight/FindingLine.tsx';
import type { PreflightRow } from '../../../../../../shared/contracts/booking.ts';

const finding = (name: PreflightRow['name'], state: PreflightRow['state']): PreflightRow => ({
  name,
  state,
  code: '',
  params: {},
  total: 0,
  orderNos: [],
});

describe('the findings of a batch', () => {
  test('what stops stands first, then what should be read, then what is not known; the rest keeps its order', () => {
    const found = [
      finding('sender', 'ok'),
      finding('account', 'unknown'),
      finding('paper', 'warn'),
      finding('balance', 'stop'),
      finding('queue', 'ok'),
    ];
    expect(arrangeFindings(found).map(({ name }) => name)).toEqual([
      'balance',
      'paper',
      'account',
      'sender',
      'queue',
    ]);
  });

  test('each that can be fixed here leads there; what is fine leads nowhere', () => {
    expect(findingAct(finding('sender', 'stop'))).toMatchObject({ focus: { section: 'sender' } });
    expect(findingAct(finding('account', 'stop'))).toMatchObject({ focus: { section: 'accounts' } });
    expect(findingAct(finding('printer', 'warn'))).toMatchObject({ focus: { section: 'printers' } });
    expect(findingAct(finding('printer', 'ok'))).toBeNull();
    expect(findingAct(finding('paper', 'warn'))).toBeNull();
  });
});
