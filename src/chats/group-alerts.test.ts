import { describe, expect, it } from 'vitest';
import { type GroupTrouble, troubleToTell, type WatchedGroup } from './group-alerts.js';

const NOW = new Date('2026-12-04T01:00:00Z');
const ago = (hours: number) => new Date(NOW.getTime() - hours * 60 * 60 * 1000);
const base = { unitId: 'chunfeng', stateReason: null, stateAt: ago(1), toldAt: null };

describe('the office is told', () => {
  it.each<[string, Partial<WatchedGroup> & Pick<WatchedGroup, 'state'>, GroupTrouble | null]>([
    ['of a group that removed the bot', { state: 'lost', stateReason: 'kicked' }, 'lost'],
    ['once only', { state: 'lost', stateReason: 'kicked', toldAt: ago(1) }, null],
    ['again of a new loss', { state: 'lost', stateReason: 'kicked', toldAt: ago(2) }, 'lost'],
    ['nothing of a group that moved', { state: 'lost', stateReason: 'moved' }, null],
    ['nothing of a lost group nobody had bound', { state: 'lost', stateReason: 'kicked', unitId: null }, null],
    ['nothing when the owner sent the bot away', { state: 'left', stateReason: 'by-owner' }, null],
    ['of a group that took the bot’s voice', { state: 'paused', stateReason: 'no-rights' }, 'no-rights'],
    ['nothing of the owner’s pause', { state: 'paused', stateReason: 'by-owner' }, null],
    ['nothing of its own pause', { state: 'paused', stateReason: 'by-office' }, null],
    ['nothing while a code may still come', { state: 'pending', unitId: null, stateAt: ago(23.9) }, null],
    ['of a group not bound for a day', { state: 'pending', unitId: null, stateAt: ago(24) }, 'never-bound'],
    ['nothing when all is well', { state: 'active' }, null],
  ])('%s', (_name, group, expected) => {
    expect(troubleToTell({ ...base, ...group }, NOW)).toBe(expected);
  });
});
