import { type Core, findPerson, nextId } from '../core.js';
import { Refusal } from '../refusal.js';

export interface NewPerson {
  /** As Telegram's ids; above 10^6. One is dealt when it is missing. */
  id?: number;
  name: string;
  username?: string;
  languageCode?: string;
  part?: string;
  note?: string;
}

/** Brings one more person into the sandbox; they are in no chat yet. */
export function addPerson(core: Core, person: NewPerson): { person: number } {
  if (person.name.trim() === '') throw new Refusal('请给这个人起个名字。');
  const id = person.id ?? nextId(core, 'person', 700_001_000);
  if (findPerson(core, id)) throw new Refusal(`已经有人用 ${id} 这个号了。`);
  core.state.people.push({
    id,
    name: person.name.trim(),
    username: person.username ?? null,
    languageCode: person.languageCode ?? 'zh-hans',
    part: person.part ?? '居民',
    note: person.note ?? '',
    deleted: false,
  });
  core.emit({ kind: 'change', what: 'state' });
  return { person: id };
}
