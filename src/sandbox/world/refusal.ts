/** A person tried what Telegram's clients do not offer; the message is one plain Chinese sentence for that person. */
export class Refusal extends Error {
  override name = 'Refusal';
}

/** What an action of a person came to: its result, or the sentence that says why it was refused. */
export type Done<T extends object = object> = ({ ok: true } & T) | { ok: false; message: string };

/** Runs an action and turns a refusal into a value; anything else that is thrown stays thrown. */
export function attempt<T extends object>(action: () => T): Done<T> {
  try {
    return { ok: true, ...action() };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, message: error.message };
    throw error;
  }
}
