import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import { openPickupStates, type PickupStage } from '../../../shared/domain/pickup.ts';
import { done, type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { describeError, type Language } from '../../../shared/text/describeError.ts';
import type { StoredPickup } from '../../store/booking/bookingRows.ts';
import { askPickup } from '../../usecases/booking/pickups/askPickup.ts';
import { bookPickup, type PickupWish } from '../../usecases/booking/pickups/bookPickup.ts';
import { cancelPickup } from '../../usecases/booking/pickups/cancelPickup.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { chooseAccount } from '../accounts/chooseAccount.ts';
import type { Command, CommandContext, CommandResult } from '../main/command.ts';
import { localTime } from '../main/commandText.ts';
import { withWorkspace } from '../main/withWorkspace.ts';

/** Shown of the latest. */
const usualLimit = 100;

/** `2026-11-26T14:00` is local time, with a zone it is that zone's; null: no such moment. */
function moment(text: string): number | null {
  const at = Date.parse(text);
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(text) && !Number.isNaN(at) ? at : null;
}

function readWindow(context: CommandContext): Outcome<PickupWish['window']> {
  const [from, to] = [context.text('from'), context.text('to')];
  if (from === undefined && to === undefined) return done(null);
  const [startAt, endAt] = [moment(from ?? ''), moment(to ?? '')];
  return startAt === null || endAt === null
    ? failure('USAGE', { detail: '--from 2026-01-02T14:00 --to 2026-01-02T16:00' })
    : done({ startAt, endAt });
}

interface Refused {
  readonly orderNo: string;
  readonly failure: Failure;
}

/** One order after the other, so that the first trouble of one keeps none of the others back. */
async function ofEach(
  workspace: Workspace,
  orderNos: readonly string[],
  act: (orderId: string) => Promise<Outcome<StoredPickup>>,
): Promise<{ pickups: StoredPickup[]; refused: Refused[] }> {
  const pickups: StoredPickup[] = [];
  const refused: Refused[] = [];
  for (const orderNo of orderNos) {
    const order = await workspace.store.read.orders.byOrderNo(orderNo);
    const acted = order === undefined ? failure('ORDER_NOT_FOUND', { orderNo }) : await act(order.id);
    if (acted.ok) pickups.push(acted.value);
    else refused.push({ orderNo, failure: acted });
  }
  return { pickups, refused };
}

function resultOf(
  { language }: CommandContext,
  pickups: readonly StoredPickup[],
  refused: readonly Refused[] = [],
): CommandResult {
  const isOpen = refused.length > 0 || pickups.some(({ state }) => state === 'unsure');
  return {
    exitCode: isOpen ? 3 : 0,
    json: {
      pickups: pickups.map(pickupView),
      refused: refused.map(({ orderNo, failure: { code } }) => ({ orderNo, code })),
    },
    human: [
      ...pickups.map((pickup) => pickupLine(pickup, language)),
      ...refused.map(({ orderNo, failure: { code, params } }) => {
        const { says, next } = describeError(code, { orderNo, ...params }, language);
        return `${orderNo}  ${code}: ${says} ${next}`;
      }),
    ],
  };
}

export const pickupBookCommand: Command = {
  name: 'pickup book',
  usage: 'NO… [--account NAME] [--door] [--from 2026-01-02T14:00 --to 2026-01-02T16:00]',
  does: {
    'zh-CN': '给已取号的订单预约上门取件（--door 用平台的取件服务）',
    en: 'call a courier for booked orders (--door: by the collection service of the platform)',
  },
  options: {
    account: { type: 'string' },
    door: { type: 'boolean' },
    from: { type: 'string' },
    to: { type: 'string' },
  },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      if (context.operands.length === 0)
        return failure('USAGE', { detail: `pickup book ${pickupBookCommand.usage}` });
      const window = readWindow(context);
      if (!window.ok) return window;
      const name = context.text('account');
      const account = name === undefined ? null : await chooseAccount(workspace, name, false);
      if (account?.ok === false) return account;
      const { pickups, refused } = await ofEach(workspace, context.operands, (orderId) =>
        bookPickup(workspace, {
          orderId,
          accountId: account?.value.id ?? null,
          kind: context.flag('door') ? 'door' : 'appointment',
          window: window.value,
        }),
      );
      return done(resultOf(context, pickups, refused));
    }),
};

export const pickupCancelCommand: Command = {
  name: 'pickup cancel',
  usage: 'NO… [--reason TEXT]',
  does: {
    'zh-CN': '取消取件预约（快递员取走之前）',
    en: 'call a pickup off, until the courier has the parcel',
  },
  options: { reason: { type: 'string' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      if (context.operands.length === 0)
        return failure('USAGE', { detail: `pickup cancel ${pickupCancelCommand.usage}` });
      const reason = context.text('reason') ?? '';
      const { pickups, refused } = await ofEach(workspace, context.operands, (orderId) =>
        cancelPickup(workspace, { orderId, reason }),
      );
      return done(resultOf(context, pickups, refused));
    }),
};

export const pickupListCommand: Command = {
  name: 'pickup list',
  usage: '[--open] [--ask] [--limit N]',
  does: {
    'zh-CN': '列出取件预约；--ask 查询结果不明的',
    en: 'list pickups; --ask asks after those whose outcome is not known',
  },
  options: { open: { type: 'boolean' }, ask: { type: 'boolean' }, limit: { type: 'string' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const limit = Number(context.text('limit') ?? usualLimit);
      if (!Number.isInteger(limit) || limit < 0) return failure('USAGE', { detail: '--limit N' });
      const { pickups } = workspace.store.read;
      const refused: Refused[] = [];
      if (context.flag('ask'))
        for (const pickup of await pickups.inStates(['unsure', 'cancelling'])) {
          const asked = await askPickup(workspace, pickup.id);
          if (!asked.ok) refused.push({ orderNo: pickup.orderNo, failure: asked });
        }
      const rows = context.flag('open')
        ? await pickups.inStates(openPickupStates)
        : await pickups.newest(limit);
      return done(resultOf(context, rows.slice(0, limit), refused));
    }),
};

const stages: Readonly<Record<PickupStage, Readonly<Record<Language, string>>>> = {
  sending: { 'zh-CN': '正在预约', en: 'being ordered' },
  unsure: { 'zh-CN': '结果待确认', en: 'unsure' },
  placed: { 'zh-CN': '已预约', en: 'ordered' },
  assigned: { 'zh-CN': '已派快递员', en: 'courier assigned' },
  collected: { 'zh-CN': '已取走', en: 'collected' },
  cancelling: { 'zh-CN': '取消待确认', en: 'being called off' },
  cancelled: { 'zh-CN': '已取消', en: 'called off' },
  failed: { 'zh-CN': '派单失败', en: 'failed' },
  refused: { 'zh-CN': '没有约上', en: 'refused' },
};

/** A pickup as `--json` shows it; times are ISO 8601. */
function pickupView(pickup: StoredPickup) {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return {
    orderNo: pickup.orderNo,
    state: pickup.state,
    kind: pickup.kind,
    platform: pickup.platform,
    carrier: pickup.carrier,
    orderCode: pickup.orderCode,
    waybillNo: pickup.waybillNo,
    from: iso(pickup.startAt),
    to: iso(pickup.endAt),
    costFen: pickup.costFen,
    errorCode: pickup.errorCode,
  };
}

function pickupLine(pickup: StoredPickup, language: Language): string {
  const window =
    pickup.startAt === null || pickup.endAt === null
      ? ''
      : `${localTime(pickup.startAt)} – ${localTime(pickup.endAt)}`;
  const parts = [
    pickup.orderNo,
    stages[pickup.state][language],
    carrierName(pickup.carrier, language),
    window,
    pickup.waybillNo,
    pickup.errorCode,
  ];
  return parts.filter((text) => text !== '').join('  ');
}
