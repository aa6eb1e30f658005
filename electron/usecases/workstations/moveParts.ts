import { done, failure, type Outcome } from '../../../shared/errors/outcome.ts';
import type { Repositories } from '../../store/store.ts';
import type { EverySetting } from '../../store/workspace/settings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { placeName } from './placeName.ts';
import { placeOf } from './workstations.ts';

/** A place that may contain part of this book, and since when. */
export type MovePart = EverySetting['moveParts'][number];

/** Left on servers by moves that did not end; the book itself is elsewhere. */
export async function readMoveParts(workspace: Workspace): Promise<readonly MovePart[]> {
  const parts = await workspace.store.read.settings.get('moveParts');
  const place = placeOf(workspace);
  const here = place?.ok === true ? placeName(place.value.address) : '';
  return parts.filter((part) => part.place !== here);
}

/** From now on part of the book may be there. */
export async function noteMovePart({ settings }: Repositories, part: MovePart): Promise<void> {
  const others = (await settings.get('moveParts')).filter(({ place }) => place !== part.place);
  await settings.put('moveParts', [...others, part]);
}

/** The move has ended, or its remains there were removed. */
export function forgetMovePart({ store }: Workspace, place: string): Promise<Outcome<null>> {
  return store.write(async ({ settings }) => {
    const parts = await settings.get('moveParts');
    const others = parts.filter((part) => part.place !== place);
    if (others.length === parts.length) return failure('MOVE_PART_UNKNOWN', { place });
    await settings.put('moveParts', others);
    return done(null);
  });
}
