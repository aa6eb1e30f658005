import { basename } from 'node:path';
import type { HandedFile } from '../../shared/contracts/bridge.ts';
import type { Outcome } from '../../shared/errors/outcome.ts';
import type { Workspace } from '../usecases/workspace/workspace.ts';
import type { FilePurpose } from './coreMessages.ts';
import { type Call, unwrap } from './gate.ts';

/** The tokens by which a page names files: main knows the path of each, until the page is left. */
export interface PageFiles {
  /** The paths of these tokens; `FILE_TOKEN_GONE` unless each was issued for one of these purposes. */
  find(fileTokens: readonly string[], purposes: readonly FilePurpose[]): Promise<Outcome<readonly string[]>>;
  /** Issues tokens for files that this program found or wrote, in their order. */
  hand(paths: readonly string[], purpose: FilePurpose): Promise<readonly HandedFile[]>;
}

/** A file the page named. */
export async function pathOf(
  { session }: Call,
  fileToken: string,
  ...purposes: FilePurpose[]
): Promise<string> {
  const [path = ''] = unwrap(await session.files.find([fileToken], purposes));
  return path;
}

/** What a page gets of files that were written: their names, and tokens to show them. */
export async function writtenFiles(
  { session }: Call,
  paths: readonly string[],
): Promise<readonly HandedFile[]> {
  return session.files.hand(paths, 'written');
}

type Writes<Input, Value> = (workspace: Workspace, input: Input, call: Call) => Promise<Value>;

/** A handler whose use case writes one file: the page gets its name instead of its path. */
export function writesFile<Input, Value extends { readonly path: string }>(
  action: Writes<Input, Value>,
): (workspace: Workspace, input: Input, call: Call) => Promise<Omit<Value, 'path'> & HandedFile> {
  return async (workspace, input, call) => {
    const { path, ...rest } = await action(workspace, input, call);
    const [handed] = await writtenFiles(call, [path]);
    return { ...rest, ...(handed ?? { fileToken: '', name: basename(path) }) };
  };
}
