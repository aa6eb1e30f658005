import type { Outcome } from '../../../shared/errors/outcome.ts';
import { TableFault } from './tableFault.ts';

/** Turns a `TableFault` thrown while rows stream back into a failure value; other exceptions are bugs and pass. */
export async function catchTableFault<T>(work: () => Promise<Outcome<T>>): Promise<Outcome<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof TableFault) return error.failure;
    throw error;
  }
}
