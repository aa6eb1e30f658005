import { carrierName } from '../../../shared/domain/carriers/carrierTable.ts';
import { openPickupStates } from '../../../shared/domain/pickup.ts';
import { type Failure, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { describeError, inOneLine, type Language } from '../../../shared/text/describeError.ts';
import { wordFor } from '../../../shared/text/words.ts';
import type { StoredPickup } from '../../store/booking/bookingRows.ts';
import { askPickup } from '../../usecases/booking/pickups/askPickup.ts';
import { bookPickup } from '../../usecases/booking/pickups/bookPickup.ts';
import { cancelPickup } from '../../usecases/booking/pickups/cancelPickup.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { accountToShip } from '../accounts/account.ts';
import { inColumns } from '../main/columns.ts';
import { type Command, type CommandResult, command, report } from '../main/command.ts';
import { isoTime, localTime, nothing, saidOf } from '../main/phrases.ts';
import { flag, many, moment, text, usual, whole } from '../main/word.ts';

/** A pickup as `--json` shows it; times are ISO 8601. */
function pickupView(pickup: StoredPickup) {
  return {
    orderNo: pickup.orderNo,
    state: pickup.state,
    kind: pickup.kind,
    platform: pickup.platform,
    carrier: pickup.carrier,
    orderCode: pickup.orderCode,
    waybillNo: pickup.waybillNo,
    from: isoTime(pickup.startAt),
    to: isoTime(pickup.endAt),
    costFen: pickup.costFen,
    errorCode: pickup.errorCode,
  };
}

function pickupCells(pickup: StoredPickup, language: Language): readonly string[] {
  const { startAt: from, endAt: to } = pickup;
  return [
    pickup.orderNo,
    wordFor(language, 'pickupState', pickup.state),
    carrierName(pickup.carrier, language),
    from === null || to === null ? '' : `${localTime(from)} – ${localTime(to)}`,
    pickup.waybillNo,
    pickup.errorCode,
  ];
}

interface Refused {
  readonly orderNo: string;
  readonly failure: Failure;
}

/** One order after the other, so that the first trouble of one keeps none of the others back. */
async function ofEach(
  workspace: Workspace,
  orderNos: readonly string[],
  action: (orderId: string) => Promise<Outcome<StoredPickup>>,
): Promise<readonly [StoredPickup[], Refused[]]> {
  const pickups: StoredPickup[] = [];
  const refused: Refused[] = [];
  for (const orderNo of orderNos) {
    const order = await workspace.store.read.orders.byOrderNo(orderNo);
    const acted = order === undefined ? failure('ORDER_NOT_FOUND', { orderNo }) : await action(order.id);
    if (acted.ok) pickups.push(acted.value);
    else refused.push({ orderNo, failure: acted });
  }
  return [pickups, refused];
}

function pickupsShown(
  language: Language,
  pickups: readonly StoredPickup[],
  refused: readonly Refused[],
): Outcome<CommandResult> {
  const json = {
    pickups: pickups.map(pickupView),
    refused: refused.map(({ orderNo, failure: { code } }) => ({ orderNo, code })),
  };
  const human = [
    ...inColumns(pickups.map((pickup) => pickupCells(pickup, language))),
    ...refused.map(({ orderNo, failure: { code, params } }) => {
      const told = describeError(code, { orderNo, ...params }, language, 'commandLine');
      return `${saidOf(orderNo, inOneLine(told, language), language)} [${code}]`;
    }),
  ];
  const isOpen = refused.length > 0 || pickups.some(({ state }) => state === 'unsure');
  return report(json, human.length === 0 ? [nothing(language)] : human, isOpen);
}

export const pickupCommands: readonly Command[] = [
  command({
    name: 'pickup book',
    zh: '给已取号的订单预约上门取件（--door 用平台的取件服务）',
    en: 'call a courier for booked orders (--door: by the collection service of the platform)',
    access: 'bookParcels',
    operands: [many(text('NO'))],
    options: {
      account: accountToShip,
      door: flag,
      from: moment('2026-01-02T14:00'),
      to: moment('2026-01-02T16:00'),
    },
    together: ['--from', '--to'],
    async run({ workspace, language, operands: [orderNos], options: { account, door, from, to } }) {
      const window = from === undefined || to === undefined ? null : { startAt: from, endAt: to };
      const kind = door ? 'door' : 'appointment';
      const [pickups, refused] = await ofEach(workspace, orderNos, (orderId) =>
        bookPickup(workspace, { orderId, accountId: account?.id ?? null, kind, window }),
      );
      return pickupsShown(language, pickups, refused);
    },
  }),
  command({
    name: 'pickup cancel',
    zh: '取消取件预约（快递员取走之前）',
    en: 'call a pickup off, until the courier has the parcel',
    access: 'bookParcels',
    operands: [many(text('NO'))],
    options: { reason: usual(text('TEXT'), '') },
    async run({ workspace, language, operands: [orderNos], options: { reason } }) {
      const [pickups, refused] = await ofEach(workspace, orderNos, (orderId) =>
        cancelPickup(workspace, { orderId, reason }),
      );
      return pickupsShown(language, pickups, refused);
    },
  }),
  command({
    name: 'pickup list',
    zh: '列出取件预约；--ask 查询待确认的',
    en: 'list pickups; --ask asks the platform about unconfirmed ones',
    access: 'seeWork',
    options: { open: flag, ask: flag, limit: usual(whole(), 100) },
    async run({ workspace, language, options: { open, ask, limit } }) {
      const { pickups } = workspace.store.read;
      const refused: Refused[] = [];
      for (const pickup of ask ? await pickups.inStates(['unsure', 'cancelling']) : []) {
        const asked = await askPickup(workspace, pickup.id);
        if (!asked.ok) refused.push({ orderNo: pickup.orderNo, failure: asked });
      }
      const rows = open ? await pickups.inStates(openPickupStates) : await pickups.newest(limit);
      return pickupsShown(language, rows.slice(0, limit), refused);
    },
  }),
];
