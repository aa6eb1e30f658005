import { carrierName, readCarrierCode } from '../../../shared/domain/carriers/carrierTable.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { describeError } from '../../../shared/text/describeError.ts';
import type { TrackedParcel } from '../../store/schema.ts';
import { subscribeTracking, takePush } from '../../usecases/tracking/push.ts';
import { followWaybill, refreshTracking } from '../../usecases/tracking/refreshTracking.ts';
import { isPracticeAccount } from '../../usecases/workspace/practice.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import type { Command } from '../main/command.ts';
import { commandText, localTime } from '../main/commandText.ts';
import { stateText } from '../main/stateText.ts';
import { withWorkspace } from '../main/withWorkspace.ts';

/** Everything shown at once by `track` without numbers. */
const listLimit = 500;

/** The loosest of all carriers' shapes. */
const waybillPattern = /^[A-Z0-9-]{4,35}$/;

async function shipmentView(workspace: Workspace, row: TrackedParcel) {
  const events = await workspace.store.read.tracking.events(row.waybillNo);
  return {
    waybillNo: row.waybillNo,
    orderNo: row.orderNo,
    carrier: row.carrier,
    state: row.state,
    events: events.map(({ at, text, location, status }) => ({ time: isoTime(at), text, location, status })),
    exception: row.exception,
    checkedAt: row.checkedAt === null ? null : isoTime(row.checkedAt),
  };
}

/** ISO 8601 with zone: parcels travel on Chinese time, machines read UTC. */
function isoTime(at: number): string {
  return new Date(at).toISOString();
}

/** Follows numbers that are not from here, with whichever account can ask for them. */
async function followUnknown(
  workspace: Workspace,
  waybillNos: readonly string[],
  carrierText: string,
): Promise<Outcome<null>> {
  const carrier = readCarrierCode(carrierText) ?? carrierText.trim();
  for (const waybillNo of waybillNos) {
    if (!waybillPattern.test(waybillNo)) return failure('WAYBILL_INVALID', { waybillNo });
    const known = await workspace.store.read.tracking.byWaybill(waybillNo);
    if (known !== undefined) {
      // Not recognised, or wrongly: a person's word comes first. Of our own bookings we know better.
      if (known.orderId === '' && carrier !== '' && carrier !== known.carrier)
        await workspace.store.write((write) => write.tracking.update(waybillNo, { carrier }));
      continue;
    }
    const accounts = await workspace.store.read.accounts.all();
    const account = accounts.find((one) => !isPracticeAccount(one)) ?? accounts[0];
    if (account === undefined) return failure('ACCOUNT_MISSING');
    const followed = await followWaybill(workspace, waybillNo, carrier, account.id);
    if (!followed.ok) return followed;
  }
  return done(null);
}

export const trackCommand: Command = {
  name: 'track',
  usage: '[WAYBILL…] [--carrier CODE] [--due]',
  does: {
    'zh-CN': '查询并显示轨迹；不认识的单号自动识别快递公司',
    en: 'refresh and show tracking; an unknown carrier is recognised',
  },
  options: { carrier: { type: 'string' }, due: { type: 'boolean' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const waybillNos = context.operands.map((text) => text.trim().toUpperCase());
      const followed = await followUnknown(workspace, waybillNos, context.text('carrier') ?? '');
      if (!followed.ok) return followed;
      const isAll = waybillNos.length === 0;
      const refreshed = await refreshTracking(
        workspace,
        isAll || context.flag('due') ? { due: true } : { waybillNos },
      );
      const rows = isAll
        ? await workspace.store.read.tracking.window({}, { offset: 0, limit: listLimit })
        : (
            await Promise.all(
              waybillNos.map((waybillNo) => workspace.store.read.tracking.byWaybill(waybillNo)),
            )
          ).filter((row): row is TrackedParcel => row !== undefined);
      const shipments = await Promise.all(rows.map((row) => shipmentView(workspace, row)));
      const human = shipments.flatMap(({ waybillNo, carrier, state, checkedAt, events }) => [
        commandText(context.language, 'trackLine', {
          waybillNo,
          carrier: carrierName(carrier, context.language),
          state: stateText('tracking', state, context.language),
          checkedAt:
            checkedAt === null
              ? commandText(context.language, 'never')
              : commandText(context.language, 'asked', { at: localTime(Date.parse(checkedAt)) }),
        }),
        ...events.map((event) => `    ${localTime(Date.parse(event.time))}  ${event.location} ${event.text}`),
      ]);
      if (refreshed.failed > 0 && refreshed.refreshed === 0 && refreshed.errorCode !== '')
        return failure(refreshed.errorCode, refreshed.errorParams);
      return done({ exitCode: refreshed.failed > 0 ? 3 : 0, json: { shipments, ...refreshed }, human });
    }),
};

/** For the merchant's own web server: what a platform posted comes in on stdin, what it is to be answered goes out. */
export const trackPushCommand: Command = {
  name: 'track push',
  usage: '--account NAME',
  does: {
    'zh-CN': '读取平台推送的一条消息（标准输入为表单正文），输出应答',
    en: 'take one message a platform pushed (its form body on stdin) and print the answer to it',
  },
  options: { account: { type: 'string' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      const name = context.text('account');
      if (name === undefined) return failure('USAGE', { detail: `track push ${trackPushCommand.usage}` });
      const account = await workspace.store.read.accounts.byName(name);
      if (account === undefined) return failure('ACCOUNT_NOT_FOUND', { name });
      const taken = await takePush(workspace, account.id, await context.terminal.readInput());
      if (!taken.ok) return taken;
      return done({
        exitCode: taken.value.errorCode === '' ? 0 : 3,
        json: taken.value,
        human: [taken.value.acknowledgement],
      });
    }),
};

export const trackSubscribeCommand: Command = {
  name: 'track subscribe',
  usage: 'WAYBILL… [--callback URL]',
  does: {
    'zh-CN': '请平台推送这些单号的轨迹',
    en: 'ask the platform to push the news of these numbers',
  },
  options: { callback: { type: 'string' } },
  run: (context) =>
    withWorkspace(context, async (workspace) => {
      if (context.operands.length === 0)
        return failure('USAGE', { detail: `track subscribe ${trackSubscribeCommand.usage}` });
      const refused: { readonly waybillNo: string; readonly code: string }[] = [];
      const human: string[] = [];
      for (const waybillNo of context.operands) {
        const asked = await subscribeTracking(workspace, waybillNo, context.text('callback') ?? '');
        if (asked.ok) human.push(commandText(context.language, 'subscribed', { waybillNo }));
        else {
          refused.push({ waybillNo, code: asked.code });
          const { says } = describeError(asked.code, asked.params, context.language);
          human.push(`${waybillNo}: ${says}`);
        }
      }
      const subscribed = context.operands.length - refused.length;
      return done({ exitCode: refused.length === 0 ? 0 : 3, json: { subscribed, refused }, human });
    }),
};
