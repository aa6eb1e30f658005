import type { Asked } from '../../../../shared/contracts/contract.ts';
import { emptyRuleSet, type RuleSet } from '../../../../shared/domain/bookingRule.ts';
import { ruleSetSchema } from '../../../../shared/domain/ruleSchema.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { ruleSetJson } from '../../../store/booking/bookingJson.ts';
import { parseJson } from '../../../store/database/storedJson.ts';
import type { Account } from '../../../store/schema.ts';
import type { Repositories } from '../../../store/store.ts';
import { recordAct } from '../../operators/acts.ts';
import { tryChange, type Workspace } from '../../workspace/workspace.ts';

export interface SavedRuleSet {
  /** 0: nothing was ever saved. */
  readonly versionNo: number;
  readonly savedAt: number | null;
  readonly set: RuleSet;
}

/** Versions that are listed; older ones are kept all the same. */
const listedVersions = 100;

/** The rule set in force. */
export async function readRuleSet({ rules }: Repositories): Promise<SavedRuleSet> {
  const row = await rules.latest();
  if (row === undefined) return { versionNo: 0, savedAt: null, set: emptyRuleSet };
  return { versionNo: row.versionNo, savedAt: row.savedAt, set: ruleSetJson.read(row.setJson) };
}

async function readRuleVersion({ store }: Workspace, versionNo: number): Promise<Outcome<SavedRuleSet>> {
  const row = await store.read.rules.version(versionNo);
  if (row === undefined) return failure('RULES_VERSION_NOT_FOUND', { versionNo });
  return done({ versionNo, savedAt: row.savedAt, set: ruleSetJson.read(row.setJson) });
}

export async function listRuleVersions({ store }: Workspace) {
  const rows = await store.read.rules.list(listedVersions);
  return rows.map(({ versionNo, savedAt, rules, backTo }) => ({ versionNo, savedAt, rules, backTo }));
}

/** A new version; refused when the rules in force are not the ones the change was made on. */
export async function saveRuleSet(
  workspace: Workspace,
  set: RuleSet,
  basedOn: number,
  backTo = 0,
): Promise<Outcome<SavedRuleSet>> {
  const ids = set.rules.map(({ id }) => id);
  if (new Set(ids).size < ids.length) return failure('RULES_FILE_INVALID', { detail: 'id' });
  const savedAt = workspace.clock.now();
  const versionNo = basedOn + 1;
  const row = { versionNo, setJson: JSON.stringify(set), rules: ids.length, backTo, savedAt };
  return tryChange(workspace, ['rules'], async (write): Promise<Outcome<SavedRuleSet>> => {
    const isLatest = ((await write.rules.latest())?.versionNo ?? 0) === basedOn;
    if (!isLatest || !(await write.rules.add(row))) return failure('RULES_CHANGED_MEANWHILE');
    await recordAct(workspace, write, { kind: 'rules-saved', what: String(versionNo) });
    return done({ versionNo, savedAt, set });
  });
}

/** Brings a former version back, as a new one: nothing that was in force is lost. */
export async function goBackToRules(
  workspace: Workspace,
  versionNo: number,
  basedOn: number,
): Promise<Outcome<SavedRuleSet>> {
  const previous = await readRuleVersion(workspace, versionNo);
  return previous.ok ? saveRuleSet(workspace, previous.value.set, basedOn, versionNo) : previous;
}

/** Gives a share of a rule's orders to its new lane; 0 and 100 end the trial either way. */
export async function setRuleShare(
  workspace: Workspace,
  { ruleId, percent, basedOn }: Asked<'rules', 'setShare'>,
): Promise<Outcome<SavedRuleSet>> {
  const { set } = await readRuleSet(workspace.store.read);
  const rule = set.rules.find(({ id }) => id === ruleId);
  if (rule === undefined) return failure('RULE_NOT_FOUND', { ruleId });
  const { share } = rule;
  if (share === null) return failure('RULE_SHARE_MISSING', { ruleId });
  const rules = set.rules.map((one) => (one.id === ruleId ? { ...one, share: { ...share, percent } } : one));
  return saveRuleSet(workspace, { ...set, rules }, basedOn);
}

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

/** Reads such a file. Accounts may be given by name or id; omitted values are the usual ones, and a rule without id gets one from its place. */
export function readRuleFile(content: string, accounts: readonly NamedAccount[]): Outcome<RuleSet> {
  const parsed = parseJson(content);
  if (parsed === undefined) return failure('RULES_FILE_INVALID', { detail: 'JSON' });
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
