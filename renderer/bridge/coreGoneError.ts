/** The core went away before it answered. `did-not-happen`: the call was never sent. */
export class CoreGoneError extends Error {
  readonly certainty: 'did-not-happen' | 'unknown';

  constructor(certainty: 'did-not-happen' | 'unknown', options?: ErrorOptions) {
    super('core is gone', options);
    this.name = 'CoreGoneError';
    this.certainty = certainty;
  }
}
