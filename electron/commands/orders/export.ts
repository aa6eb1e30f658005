import { resolve } from 'node:path';
import { orderStates } from '../../../shared/domain/order.ts';
import { done, failure } from '../../../shared/errors/outcome.ts';
import type { OrderFilterState } from '../../store/orders/orderRepository.ts';
import { exportOrders } from '../../usecases/orders/export.ts';
import type { Command } from '../main/command.ts';
import { commandText } from '../main/commandText.ts';
import { withWorkspace } from '../main/withWorkspace.ts';

const states: readonly string[] = [...orderStates, 'unsure', 'failed', 'unprinted', 'alarm'];

export const exportCommand: Command = {
  name: 'export',
  usage: '[--state S] [--search TEXT] [--out FILE.xlsx] [--reveal]',
  does: {
    'zh-CN': '导出订单（个人信息打码，--reveal 显示并留记录）',
    en: 'export orders (personal data masked unless --reveal, which is recorded)',
  },
  options: {
    state: { type: 'string' },
    search: { type: 'string' },
    out: { type: 'string' },
    reveal: { type: 'boolean' },
  },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const state = context.text('state');
      if (state !== undefined && !states.includes(state))
        return failure('USAGE', { detail: `--state ${states.join('|')}` });
      const out = context.text('out');
      const written = await exportOrders(workspace, {
        filter: { state: state as OrderFilterState | undefined, search: context.text('search') },
        path: out === undefined ? undefined : resolve(out),
        language: context.language,
        isRevealed: context.flag('reveal'),
        reason: context.text('why'),
      });
      if (!written.ok) return written;
      const { path, rowCount } = written.value;
      const human = [commandText(context.language, 'exported', { file: path, count: rowCount })];
      return done({ exitCode: 0, json: { path, rowCount }, human });
    }),
};
