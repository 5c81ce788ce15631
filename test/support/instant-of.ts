/** The instant of a wall clock in Asia/Shanghai: `2026-12-04T09:00`. */
export function instantOf(wallClock: string): Date {
  return new Date(`${wallClock}:00+08:00`);
}
