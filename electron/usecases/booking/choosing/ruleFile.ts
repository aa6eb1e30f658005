import { ruleSetSchema } from '../../../../shared/contracts/ruleSchema.ts';
import type { RuleSet } from '../../../../shared/domain/bookingRule.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import type { Account } from '../../../store/schema.ts';

type Plain = Readonly<Record<string, unknown>>;
type NamedAccount = Pick<Account, 'id' | 'name'>;

/** What a file may leave out, by the fields that say what a part is. */
const laneDefaults = { carrier: '', product: '', template: '' };

/** A rule set as a file for people: accounts by their names. */
export function toRuleFile(set: RuleSet, accounts: readonly NamedAccount[]): unknown {
  return mapObjects(set, (part) => {
    if (typeof part.accountId !== 'string') return part;
    const { accountId, ...rest } = part;
    const name = accounts.find(({ id }) => id === accountId)?.name;
    return name === undefined ? part : { account: name, ...rest };
  });
}

/** Reads such a file. Accounts may stand by name or id; what is left out has its usual value, a rule without id its place. */
export function readRuleFile(content: string, accounts: readonly NamedAccount[]): Outcome<RuleSet> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    return failure('RULES_FILE_INVALID', { detail: 'JSON' });
  }
  const unknownNames: string[] = [];
  const completed = mapObjects(parsed, (part) => complete(part, accounts, unknownNames));
  const [name] = unknownNames;
  if (name !== undefined) return failure('ACCOUNT_NOT_FOUND', { name });
  const set = ruleSetSchema.strict().safeParse(withIds(completed));
  if (set.success) return done(set.data);
  const [issue] = set.error.issues;
  return failure('RULES_FILE_INVALID', {
    detail: `${issue?.path.join('.') ?? ''} ${issue?.message ?? ''}`.trim(),
  });
}

function complete(part: Plain, accounts: readonly NamedAccount[], unknownNames: string[]): Plain {
  if (typeof part.account === 'string') {
    const { account, ...rest } = part;
    const found = accounts.find(({ name, id }) => name === account || id === account);
    if (found === undefined) unknownNames.push(account);
    return { ...laneDefaults, ...rest, accountId: found?.id ?? account };
  }
  if (typeof part.accountId === 'string') return { ...laneDefaults, ...part };
  if (Array.isArray(part.texts)) return { isNot: false, side: 'any', ...part };
  if (part.kind === 'place') return { isNot: false, ...part };
  if (typeof part.kind === 'string' && ['weight', 'value', 'quantity', 'parcels'].includes(part.kind))
    return { over: null, upTo: null, ...part };
  if (typeof part.outcome === 'object') return { isEnabled: true, conditions: [], share: null, ...part };
  if ('areaId' in part || ('province' in part && !('name' in part)))
    return { province: '', city: '', areaId: '', ...part };
  return part;
}

function withIds(file: unknown): unknown {
  if (typeof file !== 'object' || file === null || !('rules' in file) || !Array.isArray(file.rules))
    return file;
  const rules = (file.rules as readonly Plain[]).map((rule, index) => ({ id: `rule-${index + 1}`, ...rule }));
  return { fallback: null, areas: [], ...file, rules };
}

/** Rebuilds every object from the inside out. */
function mapObjects(value: unknown, change: (part: Plain) => unknown): unknown {
  if (Array.isArray(value)) return value.map((one) => mapObjects(one, change));
  if (typeof value !== 'object' || value === null) return value;
  return change(
    Object.fromEntries(Object.entries(value).map(([key, one]) => [key, mapObjects(one, change)])),
  );
}
