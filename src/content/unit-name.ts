import type { Unit } from './pack.js';

/** The unit's name; null for no unit, or one that the pack does not have any more. */
export function unitName(units: Unit[], id: string | null): string | null {
  return units.find((unit) => unit.id === id)?.name ?? null;
}
