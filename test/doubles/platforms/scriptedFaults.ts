/** What a double does instead of answering properly. */
export interface ScriptedFault {
  readonly kind:
    | 'accept-then-drop'
    | 'accept-then-silence'
    | 'reset-before'
    | 'half-reply'
    | 'slow-drip'
    | 'html'
    | 'empty'
    | 'cut-json'
    | 'gbk'
    | 'giant'
    | 'deep'
    | 'gzip'
    | 'delay'
    | 'status'
    | 'reply'
    | 'patch';
  /** Only requests whose order code (or waybill number) holds this text. */
  readonly orderCode?: string;
  /** Only this interface number. */
  readonly requestType?: string;
  /** Only the n-th request that fits, from 1. */
  readonly call?: number;
  /** How often it happens; always when absent. */
  readonly times?: number;
  /** The order is entered in the ledger before the fault. */
  readonly accept?: boolean;
  readonly delayMs?: number;
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** `reply`: the whole body. `patch`: merged into the proper reply, `Order` one level deep. */
  readonly body?: unknown;
}

interface ArmedFault {
  readonly fault: ScriptedFault;
  seen: number;
  used: number;
}

/** The faults a test has asked for, matched one request at a time. */
export class ScriptedFaults {
  #armed: ArmedFault[] = [];

  add(fault: ScriptedFault): void {
    this.#armed.push({ fault, seen: 0, used: 0 });
  }

  clear(): void {
    this.#armed = [];
  }

  next(requestType: string, code: string): ScriptedFault | null {
    for (const armed of this.#armed) {
      const { fault } = armed;
      if (fault.requestType !== undefined && fault.requestType !== requestType) continue;
      if (fault.orderCode !== undefined && !code.includes(fault.orderCode)) continue;
      armed.seen += 1;
      if (fault.call !== undefined && fault.call !== armed.seen) continue;
      if (fault.times !== undefined && armed.used >= fault.times) continue;
      armed.used += 1;
      return fault;
    }
    return null;
  }
}
