/** What an act is about: the chips of the record in Settings, `--kind` of `audit list`. */
export const actGroups = [
  'labels',
  'personal',
  'parcels',
  'staff',
  'signIns',
  'setup',
  'protection',
] as const;
export type ActGroup = (typeof actGroups)[number];

interface ActWords {
  readonly group: ActGroup;
  readonly zh: string;
  readonly en: string;
  /** The program wrote it, nobody did it. */
  readonly isOfProgram?: true;
}

/**
 * Every kind of act that is kept: whatever touches people, money, keys or protection. A new kind is one line here, and one
 * `recordAct` in the use case.
 */
const kinds = {
  reprinted: { group: 'labels', zh: '补打面单', en: 'reprinted a label' },
  'full-form-printed': { group: 'labels', zh: '打印不打码的面单', en: 'printed an unmasked label' },
  'personal-data-shown': { group: 'personal', zh: '查看完整个人信息', en: 'saw personal data' },
  'personal-data-exported': { group: 'personal', zh: '导出完整个人信息', en: 'exported personal data' },
  'signed-in': { group: 'signIns', zh: '登录', en: 'signed in' },
  'operator-added': { group: 'staff', zh: '添加操作员', en: 'added an operator' },
  'operator-changed': { group: 'staff', zh: '更改操作员', en: 'changed an operator' },
  'operator-removed': { group: 'staff', zh: '删除操作员', en: 'removed an operator' },
  'rescue-code-made': { group: 'staff', zh: '生成找回码', en: 'made a rescue code' },
  'pin-rescued': { group: 'staff', zh: '用找回码设置数字密码', en: 'set a PIN by the rescue code' },
  'key-changed': {
    group: 'protection',
    zh: '更改打开工作区的钥匙',
    en: 'changed what opens the workspace',
  },
  'record-keyed': {
    group: 'protection',
    zh: '操作记录改用密钥保护',
    en: 'put the record under a key',
    isOfProgram: true,
  },
  'seal-trouble': {
    group: 'protection',
    zh: '封存文件与数据库不符',
    en: 'found sealed file and database unlike',
    isOfProgram: true,
  },
  'seal-trouble-confirmed': {
    group: 'protection',
    zh: '确认已查看封存文件的问题',
    en: 'confirmed trouble with the sealed file',
  },
  'journal-taken-over': {
    group: 'protection',
    zh: '封存接口调用记录',
    en: 'sealed the journal of outside calls',
    isOfProgram: true,
  },
  'journal-renewed': {
    group: 'protection',
    zh: '重建接口调用记录',
    en: 'started a new journal of outside calls',
  },
  restored: { group: 'protection', zh: '从备份恢复', en: 'restored a backup' },
} as const satisfies Readonly<Record<string, ActWords>>;

export type OperatorActKind = keyof typeof kinds;

export const operatorActKinds = Object.keys(kinds) as readonly OperatorActKind[];

export const actKind = (kind: OperatorActKind): ActWords => kinds[kind];

export const kindsOfGroup = (group: ActGroup): readonly OperatorActKind[] =>
  operatorActKinds.filter((kind) => kinds[kind].group === group);

/** Where an act's effect lies outside the database it is recorded before it and after it; empty: all in one transaction. */
export const actSteps = ['', 'begun', 'ended', 'failed'] as const;
export type ActStep = (typeof actSteps)[number];

/** How the sealed file beside the database and the database can contradict each other. */
export const sealTroubles = ['missing', 'broken', 'newer', 'older', 'unlike'] as const;
export type SealTrouble = (typeof sealTroubles)[number];
