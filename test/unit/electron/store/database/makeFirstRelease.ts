import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { connectDatabase, databaseFileName } from '../../../../../electron/store/database/openDatabase.ts';
import { readKeyFile } from '../../../../../electron/vault/workspaceKey.ts';
import { describeSchema } from '../../../../doubles/workspace/describeSchema.ts';

/**
 * `node test/unit/electron/store/database/makeFirstRelease.ts PROJECT TARGET`: makes a workspace with the built command line of another
 * checkout, so that whatever it writes can be opened by this one. Each command is as the contract of the command line has it.
 */
const [project = '', target = ''] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'make-workspace-'));
const files = join(scratch, 'files');
mkdirSync(join(files, 'in'), { recursive: true });

const data = join(scratch, 'data');

function openRaw(): Database.Database {
  const keyFile = readKeyFile(data);
  const slot = keyFile?.ok === true ? keyFile.value.slots[0] : undefined;
  if (slot?.kind !== 'practice') throw new Error('no practice key');
  const database = connectDatabase(join(data, databaseFileName), Buffer.from(slot.key, 'hex'));
  database.pragma('page_size = 512');
  return database;
}

/** What must happen does; what is refused is said aloud and may leave its table empty. */
function run(words: readonly string[], input = ''): string {
  try {
    return execFileSync(
      process.execPath,
      [join(project, 'out/cli/cli.cjs'), ...words, '--data', data, '--lang', 'en', '--json'],
      { input, encoding: 'utf8', stdio: ['pipe', 'pipe', 'ignore'], cwd: project },
    );
  } catch (error) {
    const { status, stdout } = error as { readonly status: number; readonly stdout: string };
    if (status !== 3) process.stderr.write(`${words.join(' ')}: exit ${status} ${stdout.slice(0, 300)}\n`);
    return stdout;
  }
}

const header = '订单号,店铺,收货人,手机,省,市,区,详细地址,商品名称,数量,卖家备注,包裹数,订单状态';
interface More {
  readonly detail?: string;
  readonly goods?: string;
  readonly state?: string;
  /** The order whose receiver it has. */
  readonly like?: number;
}

const row = (no: number, name: string, more: More = {}) =>
  [
    `33000000000000000${String(no).padStart(2, '0')}`,
    '样板店',
    name,
    `1380013${String(8000 + (more.like ?? no))}`,
    '浙江省',
    '杭州市',
    '余杭区',
    more.detail ?? `样板路${more.like ?? no}号`,
    more.goods ?? '样品绿茶',
    '2',
    '',
    no === 2 ? '3' : '1',
    more.state ?? '待发货',
  ].join(',');
const file = (name: string, rows: readonly string[]): string => {
  const path = join(files, name);
  writeFileSync(path, `\ufeff${[header, ...rows].join('\n')}\n`);
  return path;
};
const numberOf = (no: number): string => `33000000000000000${String(no).padStart(2, '0')}`;

const sender = join(files, 'sender.json');
writeFileSync(
  sender,
  JSON.stringify({
    name: '发货人',
    mobile: '13800138000',
    province: '浙江省',
    city: '杭州市',
    district: '余杭区',
    detail: '样板仓1号',
  }),
);

// Refused for want of rows, but the workspace is made.
run(['import', file('none.csv', []), '--practice']);
// Encrypted pages do not pack and most tables are nearly empty: in the smallest pages the whole is a third.
rmSync(join(data, databaseFileName));
const empty = openRaw();
empty.exec('create table page_size (size integer); drop table page_size');
empty.close();
run([
  'ship',
  file('first.csv', [row(1, '王试'), row(2, '李单'), row(3, '张双')]),
  '--practice',
  '--sender',
  sender,
]);
run(['noship', 'add', '--province', '西藏自治区', '--reason', '不通']);
run(['dictionary', 'add', '货品备注名', 'goodsName', '--confirm']);
run(['dictionary', 'status', 'generic', '等待打包', 'ship']);
const starter = join(files, 'template.json');
run(['label', 'template', 'export', '--starter', '76x130', '--out', starter]);
run(['label', 'template', 'save', starter, '--name', '春季']);
run(['label', 'template', 'save', starter, '--name', '春季']);
run(['label', 'trial', 'start', '春季', '--percent', '100']);
run(['printer', 'add', 'virtual:', '--name', '练习机', '--density', '8']);
run(['printer', 'route', 'virtual:', '--shop', '样板店']);
const prices = join(files, 'prices.xlsx');
run(['freight', 'template', '--out', prices]);
run(['freight', 'import', prices, '--carrier', 'ZTO']);
const rules = join(files, 'rules.json');
run(['rules', 'export', '--out', rules]);
run(['rules', 'set', rules]);

run([
  'import',
  file('second.csv', [
    row(4, '陈全'),
    row(5, '陈全', { like: 4, goods: '样品红茶' }),
    row(6, '杨和', { detail: '****' }),
    row(7, '赵乐'),
    row(8, '黄平', { goods: '样品乌龙' }),
    row(9, '周安'),
    row(10, '钱安'),
  ]),
]);
run([
  'import',
  file('third.csv', [
    row(7, '赵乐', { detail: '样板路77号' }),
    row(8, '黄平', { goods: '样品白茶' }),
    row(9, '周安', { state: '已退款' }),
  ]),
]);
const changes = JSON.parse(run(['orders', 'changes', '--all'])) as {
  changes?: { id: string; orderNo: string; state: string }[];
};
const pending = changes.changes?.find(({ orderNo }) => orderNo === numberOf(7));
if (pending !== undefined) run(['orders', 'changes', 'accept', pending.id]);
run(['orders', 'edit', numberOf(6), '--set', 'detail=样板路6号']);
run(['orders', 'merge', numberOf(4), numberOf(5)]);
run(['orders', 'hold', numberOf(10), '--reason', 'customer', '--note', '等客户回话']);
run(['orders', 'extra', numberOf(1), '--reason', '漏发', '--goods', '赠品']);
run(['dispatch', '--until-empty', '--sender', sender]);
run(['print', '--unprinted', '--printer', 'virtual:']);
run(['print', '--order', numberOf(3), '--printer', 'virtual:', '--reprint', '--reason', '破损']);
run(['orders', 'renumber', numberOf(3), '--reason', '换快递']);
run(['orders', 'release', numberOf(10)]);
run(['waybill', 'bind', numberOf(10), 'YT1234567890123', '--carrier', 'YTO']);
run(['pickup', 'book', numberOf(1), '--door']);
run(['track', '--due']);
run(['writeback', '--platform', 'taobao', '--out', files]);
writeFileSync(join(files, 'in', 'watched.csv'), `\ufeff${[header, row(11, '孙验')].join('\n')}\n`);
run(['watch', join(files, 'in'), '--once']);
run(['operators', 'add', '店长', '--role', 'manager'], '246810\n246810\n');
run(['operators', 'add', '打包员', '--role', 'packer', '--operator', '店长'], '246810\n135790\n135790\n');
run(['orders', 'show', numberOf(1), '--reveal', '--operator', '店长', '--why', '客户来电'], '246810\n');

const database = openRaw();
const tables = database
  .prepare("select name from sqlite_master where type = 'table' and name not like 'sqlite_%' order by name")
  .pluck()
  .all() as string[];
const rows = Object.fromEntries(
  tables.map((table) => [table, database.prepare(`select * from ${table} order by 1, 2`).all()]),
);
const schema = describeSchema(database);
database.close();

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
for (const name of ['keys.json', databaseFileName, 'outside-calls'])
  cpSync(join(data, name), join(target, name), { recursive: true });
const text = Object.entries(rows)
  .map(([table, kept]) => `"${table}": [\n${kept.map((one) => JSON.stringify(one)).join(',\n')}]`)
  .join(',\n');
writeFileSync(join(target, 'rows.json'), `{${text}}\n`);
writeFileSync(join(target, 'schema.json'), `${JSON.stringify(schema, null, 2)}\n`);
rmSync(scratch, { recursive: true });
for (const [table, kept] of Object.entries(rows))
  if (kept.length === 0) process.stdout.write(`${table} is empty\n`);
