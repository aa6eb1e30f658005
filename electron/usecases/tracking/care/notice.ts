import { createHash, createHmac } from 'node:crypto';
import type { Answered, Asked } from '../../../../shared/contracts/contract.ts';
import { carrierName } from '../../../../shared/domain/carriers/carrierTable.ts';
import { done, failure, type Outcome } from '../../../../shared/errors/outcome.ts';
import { shopOffsetMs } from '../../../../shared/rules/shopTime.ts';
import type { Language } from '../../../../shared/text/describeError.ts';
import { say, wordFor } from '../../../../shared/text/words.ts';
import { postJson, readUrl } from '../../../channels/postJson.ts';
import type { TrackedParcel } from '../../../store/schema.ts';
import { noticeHookId } from '../../../store/tracking/careRepository.ts';
import { recordAct } from '../../operators/acts.ts';
import { addHistory } from '../../orders/history.ts';
import { change, type Workspace } from '../../workspace/workspace.ts';
import { shownParcels } from '../shownTracking.ts';
import { parcelByNumber, readArrival } from './arrival.ts';

type Notice = Answered<'parcelCare', 'notice'>;

/**
 * Where the parcel is, as the shop would write to its buyer: couriers, addresses and the signer are masked, and unknown things are left
 * out. The program shows the text; only a person sends it.
 */
export async function buyerNotice(
  workspace: Workspace,
  { waybillNo, language }: Asked<'parcelCare', 'notice'>,
): Promise<Outcome<Notice>> {
  const found = await parcelByNumber(workspace, waybillNo);
  if (!found.ok) return found;
  const [row] = await shownParcels(workspace, [found.value]);
  const shown = row ?? found.value;
  return done({
    waybillNo: shown.waybillNo,
    text: await noticeText(workspace, shown, language),
    checkedAt: shown.checkedAt,
  });
}

async function noticeText(workspace: Workspace, row: TrackedParcel, language: Language): Promise<string> {
  const { waybillNo, orderNo, state, lastText, lastAt, checkedAt } = row;
  const carrier = row.carrier === '' ? '' : carrierName(row.carrier, language);
  const at = (time: number) => momentText(language, time);
  const parts = [
    say(language, orderNo === '' ? 'notice.parcel' : 'notice.order', {
      orderNo,
      carrier,
      waybillNo,
      state: wordFor(language, 'tracking', state),
    }),
    lastText === '' || lastAt === null
      ? say(language, 'notice.noNews')
      : say(language, 'notice.last', { at: at(lastAt), text: lastText.replace(/[。.]\s*$/u, '') }),
    await expectedPart(workspace, row, language),
    checkedAt === null ? '' : say(language, 'notice.checked', { at: at(checkedAt) }),
  ];
  return parts.filter((part) => part !== '').join(language === 'en' ? ' ' : '');
}

/** In the time zone of the shop and its buyers. */
function momentText(language: Language, at: number): string {
  const [date = '', time = ''] = new Date(at + shopOffsetMs).toISOString().split('T');
  const [, month, day] = date.split('-').map(Number);
  return say(language, 'notice.moment', { date, month: month ?? 0, day: day ?? 0, time: time.slice(0, 5) });
}

/** With its source: an estimate from our own history is no promise. */
async function expectedPart(workspace: Workspace, row: TrackedParcel, language: Language): Promise<string> {
  const read = await readArrival(workspace, row);
  if (!read.ok || read.value.signedAt !== null) return '';
  const { told, own, standing, promisedAt } = read.value;
  const at = (time: number) => momentText(language, time);
  if (standing === 'late' && promisedAt !== null) return say(language, 'notice.late', { at: at(promisedAt) });
  if (told?.expectedAt != null && told.expectedAt > workspace.clock.now())
    return say(language, 'notice.expected', { at: at(told.expectedAt) });
  return own === null ? '' : say(language, 'notice.usual', { at: at(own.mostAt) });
}

/** Sends the notice through the merchant's own program, because a person asked for it now. */
export async function sendNotice(
  workspace: Workspace,
  asked: Asked<'parcelCare', 'sendNotice'>,
): Promise<Outcome<Answered<'parcelCare', 'sendNotice'>>> {
  const { store, secretBox, clock, ports } = workspace;
  const hook = await store.read.noticeHooks.get();
  if (hook === undefined) return failure('NOTICE_HOOK_NONE');
  const parcel = await parcelByNumber(workspace, asked.waybillNo);
  if (!parcel.ok) return parcel;
  const notice = await buyerNotice(workspace, asked);
  if (!notice.ok) return notice;
  const { waybillNo, orderId, orderNo, carrier, state } = parcel.value;
  const sentAt = clock.now();
  const body = JSON.stringify({
    event: 'buyer-notice',
    id: noticeId(waybillNo, notice.value.text),
    at: new Date(sentAt).toISOString(),
    orderNo,
    waybillNo,
    carrier,
    state,
    text: notice.value.text,
  });
  const secret = secretBox.open(hook.sealedSecret, noticeHookId);
  const signature = `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
  const headers = secret === '' ? {} : { 'x-shipdesk-signature': signature };
  const sent = await postJson(ports, hook.url, body, headers);
  if (!sent.ok) return failure(sent.code, sent.params);
  if (orderId !== '')
    await change(workspace, ['orders'], (write) =>
      addHistory(workspace, write, orderId, 'buyer-noticed', { note: waybillNo }),
    );
  return done({ sentAt });
}

/** The same text about the same parcel has the same id: after a second click the buyer is still notified once. */
const noticeId = (waybillNo: string, text: string): string =>
  createHash('sha256').update(`${waybillNo}\n${text}`).digest('hex').slice(0, 32);

/** Where notices are sent; of the secret only whether there is one. */
export async function readNoticeHook({
  store,
  secretBox,
}: Workspace): Promise<Answered<'parcelCare', 'noticeHook'>> {
  const hook = await store.read.noticeHooks.get();
  if (hook === undefined) return null;
  return {
    host: new URL(hook.url).host,
    hasSecret: secretBox.open(hook.sealedSecret, noticeHookId) !== '',
    savedAt: hook.savedAt,
  };
}

export async function setNoticeHook(
  workspace: Workspace,
  { url, secret }: Asked<'parcelCare', 'setNoticeHook'>,
): Promise<Outcome<Answered<'parcelCare', 'noticeHook'>>> {
  const read = readUrl(url);
  if (!read.ok) return read;
  const sealedSecret = workspace.secretBox.seal(secret.trim(), noticeHookId);
  await change(workspace, ['settings'], async (write) => {
    await write.noticeHooks.put({ url: read.value, sealedSecret, savedAt: workspace.clock.now() });
    await recordAct(workspace, write, { kind: 'settings-changed', what: 'noticeHook' });
  });
  return done(await readNoticeHook(workspace));
}

export async function removeNoticeHook(workspace: Workspace): Promise<Outcome<null>> {
  await change(workspace, ['settings'], async (write) => {
    await write.noticeHooks.remove();
    await recordAct(workspace, write, { kind: 'settings-changed', what: 'noticeHook' });
  });
  return done(null);
}
