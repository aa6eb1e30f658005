import type { Outcome } from '../../shared/errors/outcome.ts';
import type { NoticeWords } from '../usecases/insight/alarms/alarmRound.ts';
import type { OpenedWorkspace, OpenRequest, WorkspaceParts } from '../usecases/workspace/open.ts';
import type { KeyStorePort } from '../vault/keyStorePort.ts';
import type { HeldKey } from '../vault/workspaceKey.ts';
import type { ChangeFeed } from './changeFeed.ts';
import type { PageFiles } from './pageFiles.ts';
import type { Session } from './session.ts';

/** What a session is built of. */
export interface SessionOptions {
  readonly folder: string;
  readonly keyStore: KeyStorePort;
  readonly parts: WorkspaceParts;
  readonly changes: ChangeFeed;
  readonly version: string;
  readonly files: PageFiles;
  readonly onBug: (error: unknown) => void;
  /** Of a core that died with its workspace open. */
  readonly heldKey: HeldKey | null;
  readonly isLockedByHand: boolean;
  /** The key of the workspace that was opened, null when it was locked. */
  readonly onKey: (heldKey: HeldKey | null) => void;
  /** It was locked, or nobody sits at the window any more: what the page still follows ends. */
  readonly onLeft: () => void;
  /** What runs automatically begins after it. Absent: no page waits to be answered. */
  readonly untilServed?: () => Promise<void>;
  /** Alarms, for whoever looks at another window. */
  readonly onNotice: (notice: NoticeWords) => void;
  /** While the workspace is open, others may work on it through `lend`. Absent: nobody can. */
  readonly takeGuests?: (session: Session) => Promise<{ close(): void | Promise<void> } | null>;
  /** Whether the window may use a camera from now on. Absent: there is no window. */
  readonly onCamera?: (isAllowed: boolean) => void;
}

export interface UnlockRequest {
  readonly passphrase: string;
  readonly isPracticeWanted: boolean;
  readonly whenMissing: 'create' | 'refuse';
  /** As it was typed; absent: none was. */
  readonly recoveryCode?: string;
  readonly isRecoverable?: boolean;
}

/** What was typed to open what is closed; nothing: what this computer keeps. */
export type Opening = Pick<OpenRequest, 'passphrase'> &
  Partial<Pick<OpenRequest, 'recoveryCode' | 'isPracticeWanted' | 'isRecoverable'>>;

export type OnClosed<T> = (request: OpenRequest, parts: WorkspaceParts) => Promise<Outcome<T>>;

/** The open workspace in somebody else's hands. */
export interface LentSession extends Pick<OpenedWorkspace, 'workspace' | 'taken'> {
  /** It is to be closed: come to an end. */
  readonly leaving: AbortSignal;
  whileBusy<T>(work: () => Promise<T>): Promise<T>;
}
