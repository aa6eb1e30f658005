import { faultPoint } from '../../platform/faultPoint.ts';
import { givenBenchKey, isProven, type KeyHolder } from '../../store/server/benchKeys.ts';
import { proofOfBook } from '../../store/server/serverBook.ts';
import type { Repositories } from '../../store/store.ts';
import type { ResealPlace } from '../../store/workspace/personalTextRepository.ts';
import { publicOf } from '../../vault/benchKey.ts';
import { type BookKeyList, createBookKeys } from '../../vault/bookKeys.ts';
import { repepper } from '../../vault/pinHash.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** A book that has got a new key, once the transaction is committed. */
interface Renewal {
  readonly list: BookKeyList;
  /** Names of benches that did not get it and must join again: they have not been opened since there are such keys. */
  readonly without: readonly string[];
}

/**
 * Gives a shared book another key, as part of a transaction: each bench that may work gets it sealed for itself alone, and from now on
 * nothing is sealed by a previous one. Invitations hold the previous keys, so that they are void. To be ended by `keepRenewal`.
 */
export async function renewBookKey(holder: KeyHolder, write: Repositories): Promise<Renewal> {
  const { workspaceId, bench, keys, benchKey } = holder;
  const list = keys.renewed();
  const book = { workspaceId, keys: createBookKeys(list) };
  const known = new Map((await write.benchKeys.all()).map((row) => [row.workstationId, row]));
  known.delete(bench.id);
  await write.benchKeys.put(givenBenchKey(book, { workstationId: bench.id, publicKey: publicOf(benchKey) }));
  const without: string[] = [];
  for (const { id, name, shutOutAt } of await write.workstations.all()) {
    const row = known.get(id);
    if (id === bench.id || shutOutAt !== null) continue;
    if (row === undefined || !isProven(holder, row)) without.push(name);
    else {
      known.delete(id);
      await write.benchKeys.put(givenBenchKey(book, row));
    }
  }
  for (const id of known.keys()) await write.benchKeys.remove(id);
  await write.invitations.forgetAll();
  const setting = await write.settings.get('book');
  if (setting !== null)
    await write.settings.put('book', { ...setting, proof: proofOfBook(setting, book.keys) });
  await renewPins(write, holder, list);
  await write.settings.put('isResealing', true);
  return { list, without };
}

/** Few and short: they go along at once, since whoever has the previous key would guess a PIN in no time. */
async function renewPins({ operators }: Repositories, { keys }: KeyHolder, list: BookKeyList): Promise<void> {
  const [from, to] = [keys.sealing('pin digests'), createBookKeys(list).sealing('pin digests')];
  for (const { id, pinSalt: salt, pinHash: hash } of await operators.active()) {
    const pin = repepper({ salt, hash }, from, to);
    if (hash !== '') await operators.renewPin(id, hash, pin ?? { salt: '', hash: '' });
  }
}

/** What this bench knows from now on. */
export function keepRenewal({ keys, keep }: KeyHolder, { list }: Renewal): void {
  keys.learn(list);
  keep();
}

/** Seals by the newest key what a previous one has sealed, a row at a time: what is left when it is cut off, the next opening goes on with. */
export async function resealLeft({ store, secretBox, keyHolder }: Workspace): Promise<void> {
  if (keyHolder === undefined || !(await store.read.settings.get('isResealing'))) return;
  const tag = keyHolder.keys.newestTag;
  for (const one of await store.read.sealedTexts.previous(tag)) {
    await store.write(({ sealedTexts }) =>
      sealedTexts.reseal(one, (text) => secretBox.seal(secretBox.open(text, one.id), one.id)),
    );
    faultPoint('shut-out.in-reseal');
  }
  await resealPersons(store);
  await store.write(async ({ settings, benchKeys }) => {
    // Another bench has given it one more key meanwhile.
    if ((await benchKeys.of(keyHolder.bench.id))?.keyTag === tag) await settings.put('isResealing', false);
  });
}

/** Where personal columns are sealed. What was sealed again already is passed over. */
async function resealPersons(store: Workspace['store']): Promise<void> {
  let place: ResealPlace | null = null;
  do {
    const from: ResealPlace | null = place;
    place = await store.write(({ personalTexts }) => personalTexts.reseal(from));
    faultPoint('shut-out.in-persons');
  } while (place !== null);
}

/**
 * At each opening. A server that was set back to an earlier day lets in anybody who was shut out since. So it gets a new key and the other
 * benches join again: nobody can tell from such a book who may know its key.
 */
export async function settleBookKeys(workspace: Workspace): Promise<void> {
  const { keyHolder, store } = workspace;
  if (keyHolder === undefined) return;
  const [row, isResealing] = await Promise.all([
    store.read.benchKeys.of(keyHolder.bench.id),
    store.read.settings.get('isResealing'),
  ]);
  if (row !== undefined && keyHolder.keys.isPrevious(row.keyTag)) await giveNewKey(workspace);
  else if (isResealing) await resealLeft(workspace);
}

/** Another key for the book of an open workspace, with nothing else. */
export async function giveNewKey(workspace: Workspace): Promise<void> {
  const { keyHolder, store } = workspace;
  if (keyHolder === undefined) return;
  keepRenewal(keyHolder, await store.write((write) => renewBookKey(keyHolder, write)));
  await resealLeft(workspace);
}
