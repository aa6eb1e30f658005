import { defineErrors } from './defineErrors.ts';

export const importErrors = defineErrors({});
