import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CommandResult } from '../../../electron/commands/main/command.ts';
import { changeSettings } from '../../../electron/usecases/workspace/settings.ts';
import { commandNamed, runCommand } from '../../doubles/program/runCommand.ts';
import type { TestWorkspace } from '../../doubles/workspace/openTestWorkspace.ts';

/** Said of persons in one working day; none of it is said of anything else. */
export const planted = {
  names: ['司马隐甲', '司马隐乙', '诸葛藏丙', '诸葛藏丁', '慕容蔽戊', '慕容蔽己'],
  phones: ['13911110001', '13911110001', '13911110003', '13911110004', '13911110005', '13911110006'],
  streets: ['匿迹路1号', '匿迹路1号', '匿迹路3号', '匿迹路4号', '匿迹路5号', '匿迹路6号'],
  buyers: ['buyerhidden1', 'buyerhidden2', 'buyerhidden3', 'buyerhidden4', 'buyerhidden5', 'buyerhidden6'],
  remark: '留言切勿外传',
  sellerRemark: '备注仅供内部',
  changedName: '上官改庚',
  changedStreet: '改道巷七号',
  holdNote: '挂起缘由机密',
  sender: '东郭发货人',
  senderStreet: '出货弄八号',
  contact: '西门值班',
  contactPhone: '13922220002',
  staff: '南宫员工',
  courier: '北堂快递员',
  caseNote: '网点说法勿传',
  returnReason: '退货原因私密',
  returnNote: '退件外观私密',
  person: '公孙客户经理',
  said: '通话内容勿录',
  adviser: '令狐顾问',
  adviserPhone: '13933330003',
  renumberReason: '换号缘由私密',
  told: '快件已由夏侯签收人签收',
  unclear: '宇文待校',
  unclearPhone: '13944440004',
  unclearStreet: '模糊弄九号',
  billPlace: '长孙代收点',
  billFile: '澹台的账单',
  claimNote: '申诉说法勿传',
  changedRemark: '改后留言勿传',
  alarmScope: '皇甫的打印机',
  channel: '端木值班群',
} as const;

export const plantedWords: readonly string[] = Object.values(planted).flat();

export const orderNo = (no: number): string => `E2026112900${String(no).padStart(6, '0')}`;

/** `remark`: what the buyers say in it. */
export function orderFile(folder: string, name: string, remark: string): string {
  const rows = planted.names.map((receiver, no) => [
    orderNo(no + 1),
    receiver,
    planted.phones[no],
    `广东省深圳市南山区粤海街道${planted.streets[no]}`,
    '保温杯',
    '1',
    planted.buyers[no],
    remark,
    planted.sellerRemark,
  ]);
  const header = [
    '订单编号',
    '收货人',
    '手机',
    '收货地址',
    '商品名称',
    '数量',
    '买家昵称',
    '买家留言',
    '卖家备注',
  ];
  const path = join(folder, `${name}.csv`);
  writeFileSync(path, `\uFEFF${[header, ...rows].map((row) => row.join(',')).join('\n')}\n`);
  return path;
}

export type Run = (
  name: string,
  words: readonly string[],
  input?: readonly string[],
) => Promise<CommandResult>;

/** Commands of people at a book; what is refused throws. */
export const runOn =
  (workspace: TestWorkspace): Run =>
  async (name, words, input = []) => {
    const outcome = await runCommand(workspace, commandNamed(name), words, input);
    if (!outcome.ok) throw new Error(`${name}: ${outcome.code} ${JSON.stringify(outcome)}`);
    return outcome.value;
  };

/** A day of work on a book, by what people do; throws at the first that is refused. */
export async function workADay(workspace: TestWorkspace): Promise<void> {
  const run = runOn(workspace);
  const order = async (no: number) => {
    const found = await workspace.store.read.orders.byOrderNo(orderNo(no));
    if (found === undefined) throw new Error(`no order ${orderNo(no)}`);
    return found;
  };
  await changeSettings(workspace, {
    sender: {
      name: planted.sender,
      phone: planted.contactPhone,
      extension: '',
      province: '浙江省',
      city: '杭州市',
      district: '西湖区',
      town: '',
      detail: planted.senderStreet,
    },
  });
  await run('import', [orderFile(workspace.folder, '夏侯的订单', planted.remark)]);
  await correct(run);
  await run('orders hold', [orderNo(3), '--note', planted.holdNote]);
  await run('orders release', [orderNo(3)]);
  await run('orders hold', [orderNo(6), '--note', planted.holdNote]);
  await run('orders merge', [orderNo(1), orderNo(2)]);
  await run('dispatch', []);
  await workspace.store.write((write) =>
    write.tracking.addEvents([
      {
        waybillNo: 'followed-1',
        at: workspace.clock.now(),
        text: planted.told,
        location: planted.senderStreet,
        status: 'in-transit',
        rawStatus: '',
      },
    ]),
  );
  const { waybillNo, bookedCarrier } = await order(4);
  await run('orders renumber', [orderNo(5), '--reason', planted.renumberReason]);
  await run('print', [orderNo(4), '--printer', 'virtual:']);
  await run('pack scan', [orderNo(4)]);
  await run('pack do', ['confirm', '--reason', 'by-eye']);
  await run('pack scan', [waybillNo]);
  await run('handover scan', [bookedCarrier, waybillNo]);
  const [list] = await workspace.store.read.handovers.allOpen();
  await run('handover close', [list?.no ?? '', '--courier', planted.courier]);
  await run('returns add', ['RET00001', '--order', orderNo(4), '--reason', planted.returnReason]);
  await run('returns scan', ['RET00001', '--note', planted.returnNote]);
  await run('alarms contacts', [
    '--add',
    `${planted.contact}=${planted.contactPhone}`,
    '--note',
    planted.said,
  ]);
  const account = (await workspace.store.read.accounts.all())[0]?.name ?? '';
  await run('platform terms', [account, '--adviser', planted.adviser, '--phone', planted.adviserPhone]);
  await run('platform note', [account, 'contact', planted.said, '--person', planted.person]);
  await run('incident start', [account, planted.said]);
  await run('noship add', ['--province', '西藏自治区', '--reason', planted.said]);
  await run('operators add', [planted.staff, '--role', 'manager'], ['258025']);
}

async function correct(run: Run): Promise<void> {
  await run('orders edit', [
    orderNo(4),
    '--set',
    `receiver.name=${planted.changedName}`,
    '--set',
    `receiver.detail=${planted.changedStreet}`,
  ]);
}
