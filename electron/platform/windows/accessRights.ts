import { type NativeCalls, nativeCalls } from './native.ts';

/** Who may do what with a file, as Windows keeps it: an access list instead of modes. */
export interface AccessRights {
  /** Names of others who may read it (Windows' own, or the number of an account); null: it cannot be asked. */
  others(path: string): readonly string[] | null;
  /** Only its owner and the system itself may read it, and what is made below it. false: refused, or the drive keeps no rights. */
  close(path: string): boolean;
}

/** `DACL_SECURITY_INFORMATION`; `PROTECTED_…`: what the folder above hands down ends here. */
const accessList = 0x4;
const handedDownNoMore = 0x8000_0000;
/** `TOKEN_QUERY`; `TokenUser`; `GetCurrentProcess()`. */
const mayAsk = 0x8;
const userOfToken = 1;
const thisProcess = -1;
const revision = 1;

/** What those of `seen` that are neither this user nor the system itself are called. */
const wellKnown: Readonly<Record<string, string>> = {
  WD: 'Everyone',
  BU: 'Users',
  AU: 'Authenticated-Users',
  IU: 'Interactive',
  BG: 'Guests',
  AN: 'Anonymous',
  DU: 'Domain-Users',
};

/**
 * Accounts besides `own` that an access list in Windows' text form lets in. The system and administrators are let in by any list:
 * they may take the file over anyway.
 */
export function othersIn(accessText: string, own: string): readonly string[] {
  const start = accessText.indexOf('D:');
  // No list at all: everybody may do everything.
  if (start === -1 || accessText.includes('NO_ACCESS_CONTROL')) return ['Everyone'];
  const entries = accessText.slice(start).matchAll(/\((\w+);([^;]*);([^;]*);[^;]*;[^;]*;([^;)]+)/g);
  const found = [...entries]
    .filter(([, kind]) => kind === 'A' || kind === 'OA' || kind === 'XA')
    .map(([, , , , who = '']) => who)
    .filter((who) => who !== own && !['SY', 'BA', 'CO', 'OW'].includes(who));
  return [...new Set(found)].map((who) => wellKnown[who] ?? who);
}

function declareCalls({ koffi, declare }: NativeCalls) {
  const outPointer = koffi.out(koffi.pointer('void *'));
  const outNumber = koffi.out(koffi.pointer('uint32'));
  const call = (name: string, ...args: unknown[]) => declare('advapi32.dll', name, 'int32', args);
  const converted = ['uint32', outPointer, 'void *'];
  return {
    openToken: call('OpenProcessToken', 'intptr', 'uint32', outPointer),
    askToken: call('GetTokenInformation', 'void *', 'int32', 'void *', 'uint32', outNumber),
    accountText: call('ConvertSidToStringSidW', 'void *', outPointer),
    toText: call('ConvertSecurityDescriptorToStringSecurityDescriptorW', 'void *', 'uint32', ...converted),
    fromText: call('ConvertStringSecurityDescriptorToSecurityDescriptorW', 'str16', ...converted),
    read: call('GetFileSecurityW', 'str16', 'uint32', 'void *', 'uint32', outNumber),
    write: call('SetFileSecurityW', 'str16', 'uint32', 'void *'),
    free: declare('kernel32.dll', 'LocalFree', 'void *', ['void *']),
    closeHandle: declare('kernel32.dll', 'CloseHandle', 'int32', ['void *']),
  };
}

function bind(native: NativeCalls): AccessRights {
  const { koffi } = native;
  const { openToken, askToken, accountText, toText, fromText, read, write, free, closeHandle } =
    declareCalls(native);

  /** Memory the system gave out, read and given back. */
  const take = (pointer: unknown): string => {
    const text = koffi.decode(pointer, 'char16', -1) as string;
    free(pointer);
    return text;
  };
  const textOf = (descriptor: unknown): string | null => {
    const text: unknown[] = [null];
    return toText(descriptor, revision, accessList, text, null) === 0 ? null : take(text[0]);
  };
  const withList = <T>(accessText: string, work: (descriptor: unknown) => T): T | null => {
    const descriptor: unknown[] = [null];
    if (fromText(accessText, revision, descriptor, null) === 0) return null;
    try {
      return work(descriptor[0]);
    } finally {
      free(descriptor[0]);
    }
  };
  const readAccount = (): string | null => {
    const token: unknown[] = [null];
    if (openToken(thisProcess, mayAsk, token) === 0) return null;
    try {
      const memory = Buffer.alloc(256);
      if (askToken(token[0], userOfToken, memory, memory.length, [0]) === 0) return null;
      const text: unknown[] = [null];
      return accountText(koffi.decode(memory, 0, 'void *'), text) === 0 ? null : take(text[0]);
    } finally {
      closeHandle(token[0]);
    }
  };
  const account = readAccount();
  // Windows writes some accounts short; ours is looked for as it would write it.
  const shown = account === null ? null : withList(`D:(A;;FA;;;${account})`, textOf);
  const own = /;([^;)]+)\)/.exec(shown ?? '')?.[1] ?? account ?? '';
  return {
    others(path) {
      const size = [0];
      read(path, accessList, null, 0, size);
      const memory = Buffer.alloc(size[0] ?? 0);
      if (memory.length === 0 || read(path, accessList, memory, memory.length, size) === 0) return null;
      const text = textOf(memory);
      return text === null ? null : othersIn(text, own);
    },
    close(path) {
      if (account === null) return false;
      const list = `D:P(A;OICI;FA;;;${account})(A;OICI;FA;;;SY)`;
      return (
        withList(list, (descriptor) => write(path, accessList | handedDownNoMore, descriptor) !== 0) ?? false
      );
    },
  };
}

let bound: AccessRights | null | undefined;

/** null: not Windows, or its calls cannot be made. */
export function accessRights(): AccessRights | null {
  if (bound === undefined) {
    const native = nativeCalls();
    bound = native === null ? null : bind(native);
  }
  return bound;
}
