import { defineErrors } from './defineErrors.ts';

export const carrierErrors = defineErrors({});
