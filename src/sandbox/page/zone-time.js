// @ts-check
/** Instants as wall-clock text in the sandbox's zone. Never the browser's zone. */

/** @typedef {{ year: string, month: string, day: string, hour: string, minute: string, second: string, weekday: string }} WallParts */

/** @type {Map<string, Intl.DateTimeFormat>} */
const formats = new Map();

/**
 * @param {Date} instant
 * @param {string} zone IANA name
 * @returns {WallParts}
 */
function wallParts(instant, zone) {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('zh-CN', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      weekday: 'short',
    });
    formats.set(zone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(instant).map((part) => [part.type, part.value]));
  return /** @type {WallParts} */ (/** @type {unknown} */ (parts));
}

/** e.g. 09:00 @param {Date} instant @param {string} zone */
export function timeOfDay(instant, zone) {
  const { hour, minute } = wallParts(instant, zone);
  return `${hour}:${minute}`;
}

/** e.g. 09:00:07 @param {Date} instant @param {string} zone */
export function timeOfDayWithSeconds(instant, zone) {
  return `${timeOfDay(instant, zone)}:${wallParts(instant, zone).second}`;
}

/** e.g. 2026年12月4日 周五 @param {Date} instant @param {string} zone */
export function longDay(instant, zone) {
  const { year, month, day, weekday } = wallParts(instant, zone);
  return `${year}年${Number(month)}月${Number(day)}日 ${weekday}`;
}

/** e.g. 12月4日 周五 @param {Date} instant @param {string} zone */
export function shortDay(instant, zone) {
  const { month, day, weekday } = wallParts(instant, zone);
  return `${Number(month)}月${Number(day)}日 ${weekday}`;
}

/** e.g. 2026-12-04T09:00, as a date-time input wants it @param {Date} instant @param {string} zone */
export function wallMinute(instant, zone) {
  const { year, month, day, hour, minute } = wallParts(instant, zone);
  return `${year}-${month}-${day}T${hour}:${minute}`;
}

/**
 * 09:00 on the day after `instant`, as wall-clock text.
 * @param {Date} instant
 * @param {string} zone
 */
export function tomorrowAtNine(instant, zone) {
  const { year, month, day } = wallParts(instant, zone);
  // Days are counted on a calendar without offsets, so that a day of 23 or 25 hours does not matter.
  const next = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day) + 1));
  return `${next.toISOString().slice(0, 10)}T09:00`;
}

/**
 * The next 4 December 09:00 (国家宪法日) after `instant`, as wall-clock text.
 * @param {Date} instant
 * @param {string} zone
 */
export function nextConstitutionDay(instant, zone) {
  const thisYear = `${wallParts(instant, zone).year}-12-04T09:00`;
  if (wallMinute(instant, zone) < thisYear) return thisYear;
  return `${Number(wallParts(instant, zone).year) + 1}-12-04T09:00`;
}
