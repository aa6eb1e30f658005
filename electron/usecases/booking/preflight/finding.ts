import type { PreflightRow } from '../../../../shared/contracts/booking.ts';
import type { PreflightName } from '../../../../shared/domain/booking.ts';
import type { ErrorCode } from '../../../../shared/errors/catalogue.ts';
import type { ErrorParams } from '../../../../shared/errors/outcome.ts';

/** One thing that was looked at. */
export type Finding = PreflightRow;

const namedOrders = 20;

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

/** The worst first. */
const states: readonly Finding['state'][] = ['stop', 'warn', 'unknown', 'ok'];

/** What several accounts found, as one list: the same trouble told once with all its orders, the worst of each kept. */
export function joinFindings(lists: readonly (readonly Finding[])[]): Finding[] {
  const joined: Finding[] = [];
  for (const found of lists.flat()) {
    const at = joined.findIndex(({ name, code }) => name === found.name && code === found.code);
    const previous = joined[at];
    if (previous === undefined) joined.push(found);
    else joined[at] = joinTwo(previous, found);
  }
  return joined.filter((found) => !isOutdone(found, joined));
}

/** That all is well with one account says nothing beside a trouble with another. */
function isOutdone(found: Finding, findings: readonly Finding[]): boolean {
  return found.state === 'ok' && findings.some(({ name, state }) => name === found.name && state !== 'ok');
}

function joinTwo(one: Finding, other: Finding): Finding {
  const worse = states.indexOf(other.state) < states.indexOf(one.state) ? other : one;
  const total = one.total + other.total;
  return {
    ...worse,
    params: { ...worse.params, ...('count' in worse.params ? { count: total } : {}) },
    total,
    orderNos: [...one.orderNos, ...other.orderNos].slice(0, namedOrders),
  };
}
