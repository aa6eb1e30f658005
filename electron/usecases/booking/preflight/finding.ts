import type { PreflightName, PreflightState } from '../../../../shared/domain/preflight.ts';
import type { ErrorCode } from '../../../../shared/errors/catalogue.ts';
import type { ErrorParams } from '../../../../shared/errors/outcome.ts';

/** One thing that was looked at. */
export interface Finding {
  readonly name: PreflightName;
  readonly state: PreflightState;
  /** Empty when nothing is wrong. */
  readonly code: ErrorCode | '';
  readonly params: Record<string, string | number>;
  /** Orders it is about, the first by number. */
  readonly total: number;
  readonly orderNos: string[];
}

export const namedOrders = 20;

export function fine(name: PreflightName, params: ErrorParams = {}): Finding {
  return { name, state: 'ok', code: '', params: { ...params }, total: 0, orderNos: [] };
}

export function notKnown(name: PreflightName, params: ErrorParams = {}): Finding {
  return { name, state: 'unknown', code: '', params: { ...params }, total: 0, orderNos: [] };
}

export function trouble(
  name: PreflightName,
  state: 'warn' | 'stop',
  code: ErrorCode,
  params: ErrorParams = {},
  orderNos: readonly string[] = [],
): Finding {
  return {
    name,
    state,
    code,
    params: { ...params },
    total: orderNos.length,
    orderNos: orderNos.slice(0, namedOrders),
  };
}
