import { call, ORPCError } from '@orpc/server';
import { createChangeFeed } from '../../../electron/ipc/changeFeed.ts';
import type { GateContext } from '../../../electron/ipc/gate.ts';
import type { PageFiles } from '../../../electron/ipc/pageFiles.ts';
import { router } from '../../../electron/ipc/router.ts';
import { type HandedFiles, handedFiles } from '../../../electron/shell/handedFiles.ts';
import { actAs } from '../../../electron/usecases/operators/desk.ts';
import { type Actor, owner } from '../../../shared/domain/operator.ts';
import { done, failure } from '../../../shared/errors/outcome.ts';
import type { TestWorkspace } from './openTestWorkspace.ts';

type Procedures = Readonly<Record<string, Readonly<Record<string, Parameters<typeof call>[0]>>>>;

/** Main's table as the core asks it, without the two processes between. */
const filesOf = (files: HandedFiles): PageFiles => ({
  async find(fileTokens, purposes) {
    const paths = files.pathsOf(fileTokens, purposes).filter((path) => path !== null);
    return paths.length === fileTokens.length ? done(paths) : failure('FILE_TOKEN_GONE');
  },
  hand: async (paths, purpose) => files.hand(paths, purpose),
});

/** A page in somebody's hands, over the real gate and routers; what was refused is the value it was refused with. */
export function pageOf(workspace: TestWorkspace, actor: Actor = owner) {
  const files = handedFiles(workspace.clock);
  const session = {
    files: filesOf(files),
    settled: async () => undefined,
    workspace: () => ({ ok: true, value: actAs(workspace, actor) }),
    withApprovals: (_ids: unknown, _orderId: unknown, act: (approvals: readonly never[]) => unknown) =>
      act([]),
    knowledge: { printerStates: new Map() },
    watchKnowledge: { code: '', waiting: 0 },
    changes: createChangeFeed(workspace.clock),
    wake: () => undefined,
    whileStarting: (work: () => unknown) => work(),
  };
  const context = { session } as unknown as GateContext;
  return {
    context,
    files,
    /** `area.procedure` with whatever a page may send. */
    async ask(name: string, input: unknown): Promise<unknown> {
      const [area = '', procedure = ''] = name.split('.');
      const target = (router as unknown as Procedures)[area]?.[procedure];
      if (target === undefined) throw new Error(`no procedure ${name}`);
      try {
        return await call(target, input as never, { context });
      } catch (error) {
        if (error instanceof ORPCError) return error.data ?? { code: error.code };
        throw error;
      }
    },
  };
}
