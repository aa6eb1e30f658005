import type { OrderComplaint } from '../../../shared/domain/order.ts';
import type { ErrorCode } from '../../../shared/errors/catalogue.ts';

export type Verdict = 'ship' | 'ask' | 'skip';

/** Gathers complaints and notes of one row; the strictest verdict stays. */
export class Judgement {
  readonly complaints: OrderComplaint[] = [];
  readonly notes: OrderComplaint[] = [];
  verdict: Verdict = 'ship';

  /** Nothing to ask about what does not ship anyway. */
  ask(code: ErrorCode, field: string, params?: OrderComplaint['params']): void {
    if (this.verdict === 'skip') return;
    this.complaints.push(params === undefined ? { code, field } : { code, field, params });
    this.verdict = 'ask';
  }

  skip(code: ErrorCode, field: string): void {
    this.complaints.push({ code, field });
    this.verdict = 'skip';
  }

  note(code: ErrorCode, field: string, params?: OrderComplaint['params']): void {
    this.notes.push(params === undefined ? { code, field } : { code, field, params });
  }
}
