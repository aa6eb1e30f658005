/** What is kept of operators: everything that needs a reason, a second person, or changes who may do what. */
export const operatorActKinds = [
  'personal-data-shown',
  'personal-data-exported',
  'reprinted',
  'full-form-printed',
  'signed-in',
  'operator-added',
  'operator-changed',
  'operator-removed',
  'rescue-code-made',
  'pin-rescued',
] as const;
export type OperatorActKind = (typeof operatorActKinds)[number];
