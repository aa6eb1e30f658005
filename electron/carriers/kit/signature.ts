import { isSameDigest } from '../../platform/sameDigest.ts';

/** Whether what a platform pushed is signed as it has to be. Connectors compare signatures only here. */
export const isSameSignature = (given: string, right: string): boolean => isSameDigest(given, right);
