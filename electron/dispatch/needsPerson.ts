/** Answers that asking again does not mend: a number that is not told, a number of somebody else’s order, a code the platform has forgotten. */
const personCodes: readonly string[] = ['CARRIER_NUMBER_MISSING', 'CARRIER_WRONG_REPLY', 'FIND_TOO_LATE'];

/** Is an unsure booking with this code left to a person, who is asked a plain question? */
export function needsPerson(code: string): boolean {
  return personCodes.includes(code);
}
