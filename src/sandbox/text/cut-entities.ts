import type { MessageEntity } from 'grammy/types';

/**
 * Given entities as far as they lie in the text: what reaches beyond the end is cut there, what begins there or is
 * empty is dropped (tdlib/td: clean_input_string_with_entities).
 * @param given as it came from outside; anything that is not a list counts as none
 */
export function cutEntities(text: string, given: unknown): MessageEntity[] {
  if (!Array.isArray(given)) return [];
  return (given as MessageEntity[]).flatMap((entity) => {
    const { type, offset, length } = entity;
    const known = typeof type === 'string' && Number.isInteger(offset) && Number.isInteger(length);
    if (!known || offset < 0 || length <= 0 || offset >= text.length) return [];
    return [{ ...entity, length: Math.min(length, text.length - offset) }];
  });
}
