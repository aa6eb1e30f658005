import { create } from 'zustand';

export type ConnectionState = 'connecting' | 'up' | 'down' | 'refused';

interface Connection {
  readonly state: ConnectionState;
  /** Raised with every new port, so that streams start again. */
  readonly generation: number;
  becomes(state: ConnectionState): void;
}

/** Whether the core hears us now. */
export const useConnection = create<Connection>((set) => ({
  state: 'connecting',
  generation: 0,
  becomes: (state) =>
    set((was) => ({ state, generation: state === 'up' ? was.generation + 1 : was.generation })),
}));
