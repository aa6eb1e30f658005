/**
 * Version of the data and the day it is true for: the ministry's list of the end of 2024 and what has changed since, by the patch
 * (两江新区 in December 2025, 岑岭县 in March and 草湖市 in April 2026).
 */
export const dataVersion = { version: '2026.1', date: '2026-04-30' } as const;
