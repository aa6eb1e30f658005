import type { AddressReading } from '../../shared/domain/addressReading.ts';
import type { Divisions } from './divisions/loadDivisions.ts';
import { readText } from './readText.ts';

/**
 * Understands one free text: name, phone, region and detail in any order, with or without labels. Pure and
 * deterministic; never throws. What is not sure is said in `issues` and `candidates`, what fits no field stands
 * in `leftover`. `detail` starts behind the town; `fullDetail` gives both.
 */
export function parseAddress(text: string, divisions: Divisions): AddressReading {
  return readText(text, divisions);
}
