import type { Outcome } from '../../shared/errors/outcome.ts';
import type { NoticeWords } from '../usecases/insight/alarms/alarmRound.ts';
import type { OpenedWorkspace, OpenRequest, WorkspaceParts } from '../usecases/workspace/open.ts';
import type { KeyStorePort } from '../vault/keyStorePort.ts';
import type { HeldKey } from '../vault/workspaceKey.ts';
import type { ChangeFeed } from './changeFeed.ts';
import type { PageFiles } from './pageFiles.ts';
import type { Session } from './session.ts';

/** The parts a session is built from. */
export interface SessionOptions {
  readonly folder: string;
  readonly keyStore: KeyStorePort;
  readonly parts: WorkspaceParts;
  readonly changes: ChangeFeed;
  readonly version: string;
  readonly files: PageFiles;
  readonly onBug: (error: unknown) => void;
  /** The key left by a core that died with its workspace open. */
  readonly heldKey: HeldKey | null;
  readonly isLockedByHand: boolean;
  /** Reports the key of the opened workspace; null when it was locked. */
  readonly onKey: (heldKey: HeldKey | null) => void;
  /** It was locked, or no person is at the window any more: the page's streams end. */
  readonly onLeft: () => void;
  /** Automatic work waits for this. Absent: there is no page to answer first. */
  readonly untilServed?: () => Promise<void>;
  /** Alarms, for a person who is looking at another window. */
  readonly onNotice: (notice: NoticeWords) => void;
  /** While the workspace is open, other programs may work on it through `lend`. Absent: none can. */
  readonly takeGuests?: (session: Session) => Promise<{ close(): void | Promise<void> } | null>;
  /** Whether the window can use a camera from now on. Absent: there is no window. */
  readonly onCamera?: (isAllowed: boolean) => void;
}

export interface UnlockRequest {
  readonly passphrase: string;
  readonly isPracticeWanted: boolean;
  readonly whenMissing: 'create' | 'refuse';
  /** As typed; absent: none. */
  readonly recoveryCode?: string;
  readonly isRecoverable?: boolean;
}

/** What was typed to open a closed workspace; empty: the key this computer keeps is used. */
export type Opening = Pick<OpenRequest, 'passphrase'> &
  Partial<Pick<OpenRequest, 'recoveryCode' | 'isPracticeWanted' | 'isRecoverable'>>;

export type OnClosed<T> = (request: OpenRequest, parts: WorkspaceParts) => Promise<Outcome<T>>;

/** The open workspace, lent to another program's command. */
export interface LentSession extends Pick<OpenedWorkspace, 'workspace' | 'taken'> {
  /** Aborts when the workspace is to be closed. */
  readonly leaving: AbortSignal;
  whileBusy<T>(work: () => Promise<T>): Promise<T>;
}
