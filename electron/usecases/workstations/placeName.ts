import type { ServerAddress } from '../../store/server/serverAddress.ts';

/** A place on a server in words for a person. */
export const placeName = ({ host, database }: Pick<ServerAddress, 'host' | 'database'>): string =>
  `${host}/${database}`;
