import { createRequire } from 'node:module';
import type koffiModule from 'koffi';
import { windowsLibrary } from '../otherPrograms.ts';

export type Koffi = typeof koffiModule;
type NativeCall = (...args: readonly unknown[]) => unknown;

/** Declares calls of one library of the system; `result` and `args` in the words of `koffi`. */
export type Declare = (library: string, name: string, result: string, args: readonly unknown[]) => NativeCall;

export interface NativeCalls {
  readonly koffi: Koffi;
  readonly declare: Declare;
}

let loaded: NativeCalls | null | undefined;

/** Loaded at first use. null: not Windows, or its binding does not load. */
export function nativeCalls(): NativeCalls | null {
  loaded ??= process.platform === 'win32' ? load() : null;
  return loaded;
}

function load(): NativeCalls | null {
  try {
    // At once, not by import(): a folder is closed to others before anything is written into it.
    const koffi = createRequire(import.meta.url)('koffi') as Koffi;
    return {
      koffi,
      declare: (library, name, result, args) =>
        koffi.load(windowsLibrary(library, process.env)).func('__stdcall', name, result, args as never),
    };
  } catch {
    return null;
  }
}
