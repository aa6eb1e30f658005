import type { ErrorCode } from '../../../shared/errors/catalogue.ts';

/** 4: busy, locked, damaged or newer than the program. */
const workspaceCodes: readonly ErrorCode[] = [
  'WORKSPACE_BUSY',
  'WORKSPACE_LOCKED',
  'WORKSPACE_DAMAGED',
  'WORKSPACE_NEWER',
];

/** Exit code of a refused command: 1 internal · 4 the workspace itself · 2 everything else. */
export function exitCodeFor(code: ErrorCode): 1 | 2 | 4 {
  if (code === 'INTERNAL') return 1;
  return workspaceCodes.includes(code) ? 4 : 2;
}
