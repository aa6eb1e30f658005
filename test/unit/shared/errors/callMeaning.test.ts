import { expect, it } from 'vitest';
import {
  callClassOf,
  faultKindOf,
  isLineFailure,
  isUnavailable,
} from '../../../../shared/errors/callMeaning.ts';
import { errorCodes } from '../../../../shared/errors/catalogue.ts';

it('takes a call that went wrong for a fault, of a kind', () => {
  const kinds = {
    NETWORK_TIMEOUT: 'transport',
    CARRIER_BAD_REPLY: 'reply',
    CARRIER_DOWN: 'platform',
    CARRIER_WRONG_REPLY: 'unfit',
    CARRIER_CREDENTIALS: 'signature',
    CARRIER_PERMISSION: 'permission',
    CARRIER_ARREARS: 'arrears',
    CARRIER_QUOTA: 'quota',
  };
  for (const [code, kind] of Object.entries(kinds)) {
    expect(faultKindOf(code), code).toBe(kind);
    expect(callClassOf(code), code).toBe('fault');
  }
});

it('takes a no to one order, address or number for a refusal', () => {
  for (const code of ['CARRIER_REFUSED', 'CARRIER_OUT_OF_RANGE', 'CARRIER_NOT_FOUND', 'ASK_NOT_UNDERSTOOD'])
    expect(callClassOf(code), code).toBe('refusal');
});

it('does not count what never left this computer', () => {
  for (const code of ['JOURNAL_BROKEN', 'WORKSPACE_TAKEN', 'TRACK_TOO_SOON', 'FIND_TOO_LATE'])
    expect(callClassOf(code), code).toBe('none');
});

it('has a class for every code, and calls a code nobody knows any more no success', () => {
  expect(new Set(errorCodes.map(callClassOf))).toEqual(new Set(['fault', 'refusal', 'none']));
  expect(callClassOf('')).toBe('fine');
  expect(callClassOf('GONE_SINCE')).toBe('fault');
});

it('measures availability by what the platform answers for, not by keys and debts of the shop', () => {
  expect(errorCodes.filter(isUnavailable)).toContain('CARRIER_DOWN');
  for (const code of ['CARRIER_CREDENTIALS', 'CARRIER_ARREARS', 'CARRIER_QUOTA', 'CARRIER_REFUSED', ''])
    expect(isUnavailable(code), code).toBe(false);
});

it('opens a breaker over calls that got no readable answer, and over nothing else', () => {
  expect(errorCodes.filter(isLineFailure).sort()).toEqual([
    'CARRIER_BAD_REPLY',
    'CARRIER_DOWN',
    'NETWORK_CONNECT_TIMEOUT',
    'NETWORK_CUT',
    'NETWORK_DNS',
    'NETWORK_REFUSED',
    'NETWORK_REPLY_TOO_LARGE',
    'NETWORK_TIMEOUT',
    'NETWORK_TLS',
    'NETWORK_UNREACHABLE',
  ]);
});

it('calls a platform away for whatever opens a breaker, and for answers to nothing that was asked', () => {
  const unfit = errorCodes.filter((code) => isUnavailable(code) && !isLineFailure(code)).sort();
  expect(unfit).toEqual([
    'CARRIER_NUMBER_MISSING',
    'CARRIER_REFUSAL_UNCLEAR',
    'CARRIER_WRONG_REPLY',
    'TRACK_OTHER_NUMBER',
  ]);
});
