import type { ServerAddress } from '../../store/server/serverAddress.ts';

/** A place on a server as a person is told it. */
export const placeName = ({ host, database }: Pick<ServerAddress, 'host' | 'database'>): string =>
  `${host}/${database}`;
