/**
 * Remembers the buttons last shown in a chat, so that a digit does the same as a tap: for people who do not find the
 * buttons, and for those who type. Kept in memory only; after a restart the buttons still work.
 */
export interface NumberedMenus {
  /** @param data the buttons' callback data, in the order in which they are numbered; empty forgets the menu */
  remember(chatId: number, data: string[]): void;
  /** @param number 1-based @returns null when there is no such button */
  pick(chatId: number, number: number): string | null;
}

/** @param capacity chats remembered; the one not used for longest is forgotten first */
export function createNumberedMenus(capacity = 5_000): NumberedMenus {
  const menus = new Map<number, string[]>();
  return {
    remember: (chatId, data) => {
      menus.delete(chatId);
      if (data.length > 0) menus.set(chatId, data);
      const oldest = menus.keys().next();
      if (menus.size > capacity && !oldest.done) menus.delete(oldest.value);
    },
    pick: (chatId, number) => menus.get(chatId)?.[number - 1] ?? null,
  };
}
