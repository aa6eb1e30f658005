import type { Answered, Asked } from '../../../shared/contracts/contract.ts';
import type { PictureType } from '../../../shared/domain/packing/picture.ts';
import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import { hourMs } from '../../../shared/rules/shopTime.ts';
import { fetchableLink, pictureType } from '../../packing/pictureLink.ts';
import type { GoodsPicture } from '../../store/schema.ts';
import { itemsOf } from '../orders/order.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { readPackingRules } from './rules.ts';

/** A larger one is no picture for a bench; so many stay in the cache. */
const mostBytes = 400_000;
const keptPictures = 300;
const fetchTimeoutMs = 5_000;
/** What could not be had is tried again after a while. */
const retryMs = hourMs;

/**
 * The pictures of a parcel's goods, by its lines: those that are here, and with `mayLoad` those that can be had within seconds. A bench
 * without a network shows what it has.
 */
export async function readPictures(
  workspace: Workspace,
  { parcelId, mayLoad }: Asked<'packing', 'pictures'>,
): Promise<Outcome<Answered<'packing', 'pictures'>>> {
  const { read } = workspace.store;
  const row = await read.packedParcels.byId(parcelId);
  const order = row === undefined ? undefined : await read.orders.byId(row.orderId);
  if (order === undefined) return failure('PACK_PARCEL_NOT_FOUND');
  if (!(await readPackingRules(workspace)).showsPictures) return done({ pictures: [], missing: 0 });
  const links = itemsOf(order).map(({ imageUrl = '' }) => fetchableLink(imageUrl));
  const wanted = [...new Set(links.filter((link) => link !== null))];
  const known = new Map((await read.goodsPictures.ofLinks(wanted)).map((one) => [one.link, one]));
  const now = workspace.clock.now();
  const missing = wanted.filter((link) => isWanted(known.get(link), now));
  if (mayLoad)
    for (const picture of await Promise.all(missing.map((link) => fetchPicture(workspace, link))))
      known.set(picture.link, picture);
  await keepPictures(workspace, mayLoad ? missing : [], known);
  const pictures = links.flatMap((link, line) => {
    const found = link === null ? undefined : known.get(link);
    if (found?.bytes == null || found.type === '') return [];
    return [{ line, type: found.type, base64: Buffer.from(found.bytes).toString('base64') }];
  });
  return done({ pictures, missing: mayLoad ? 0 : missing.length });
}

const isWanted = (known: GoodsPicture | undefined, now: number): boolean =>
  known === undefined || (known.bytes === null && now - known.fetchedAt > retryMs);

async function fetchPicture({ ports, clock }: Workspace, link: string): Promise<GoodsPicture> {
  const reply = await ports.http.send({
    url: link,
    method: 'GET',
    headers: { accept: 'image/*' },
    body: '',
    timeoutMs: fetchTimeoutMs,
    maxReplyBytes: mostBytes,
  });
  const bytes = reply.ok && reply.value.status === 200 ? reply.value.body : null;
  const type: PictureType | null = bytes === null ? null : pictureType(bytes);
  const at = clock.now();
  const had = type === null ? { type: '' as const, bytes: null } : { type, bytes };
  return { link, ...had, fetchedAt: at, usedAt: at };
}

async function keepPictures(
  { store, clock }: Workspace,
  fetched: readonly string[],
  known: ReadonlyMap<string, GoodsPicture>,
): Promise<void> {
  if (fetched.length === 0) return;
  await store.write(async (write) => {
    for (const link of fetched) {
      const picture = known.get(link);
      if (picture !== undefined) await write.goodsPictures.put(picture);
    }
    await write.goodsPictures.touch([...known.keys()], clock.now());
    await write.goodsPictures.keep(keptPictures);
  });
}
