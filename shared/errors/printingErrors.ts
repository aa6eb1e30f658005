import { defineErrors } from './defineErrors.ts';

export const printingErrors = defineErrors({});
