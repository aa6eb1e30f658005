import type { Workspace } from '../usecases/workspace/workspace.ts';
import type { Call } from './gate.ts';

/** Read from the book; while its server is away, from what this bench has of it. */
export const seenAtBench =
  <Input, Value>(read: (workspace: Workspace, input: Input, call: Call) => Promise<Value>) =>
  (workspace: Workspace, input: Input, call: Call): Promise<Value> => {
    const go = (at: Workspace): Promise<Value> => read(at, input, call);
    return call.session.away?.during(workspace, go) ?? go(workspace);
  };

/** A gesture at the same place. */
export const atBench =
  <Input, Value>(act: (workspace: Workspace, input: Input, call: Call) => Promise<Value>) =>
  (workspace: Workspace, input: Input, call: Call): Promise<Value> => {
    const go = (at: Workspace): Promise<Value> => act(at, input, call);
    return call.session.away?.gesture(workspace, go) ?? go(workspace);
  };
