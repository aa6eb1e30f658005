import type { ChangeTopic } from '../../../shared/contracts/session.ts';
import type { Clock } from '../../platform/clock.ts';
import { noteDoorState, readDoorPort } from '../../usecases/door/tokens.ts';
import type { Workspace } from '../../usecases/workspace/workspace.ts';
import { isWaitedFor } from '../../usecases/workstations/serverAway.ts';
import type { AutomationDoor } from './automationDoor.ts';

interface DoorKeeping {
  readonly door: AutomationDoor;
  readonly folder: string;
  readonly clock: Clock;
  /** null: the workspace is locked. */
  lend<T>(work: (lent: { workspace: Workspace }) => Promise<T>): Promise<T | null>;
  /** Never resolves before `signal` aborts. */
  changes(signal: AbortSignal): AsyncIterable<{ readonly topics: readonly ChangeTopic[] }>;
  tell(topic: ChangeTopic): void;
}

/** The wait before a port that was taken is tried again. */
const tryAgainMs = 5_000;

/** Keeps the door as its setting says; while the workspace is locked or its server away, the door stays open and answers so. */
export async function keepDoor(keeping: DoorKeeping, signal: AbortSignal): Promise<void> {
  const { door, clock, changes, tell } = keeping;
  let isTryingAgain = false;
  const refresh = async (): Promise<void> => {
    await follow(keeping);
    if (door.state !== 'taken' || isTryingAgain) return;
    isTryingAgain = true;
    void clock.sleep(tryAgainMs, signal).then(() => {
      isTryingAgain = false;
      tell('door');
    });
  };
  await refresh();
  for await (const { topics } of changes(signal))
    if (topics.includes('door') || topics.includes('session')) await refresh();
}

async function follow({ door, folder, lend, tell }: DoorKeeping): Promise<void> {
  const wanted = await lend(async ({ workspace }) => ({ port: await readDoorPort(workspace) })).catch(
    (error: unknown) => {
      if (!isWaitedFor(error)) throw error;
      return null;
    },
  );
  if (wanted === null) return;
  const before = door.state;
  const now = await door.set(wanted.port);
  noteDoorState(folder, now);
  if (now !== before) tell('door');
}
