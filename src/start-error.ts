/**
 * Something an operator has to put right before the program can run. The message is one plain Chinese sentence that
 * says what is wrong, with which thing, and what to do; it is printed as it stands, without a stack.
 */
export class StartError extends Error {
  override name = 'StartError';

  /** @param exitCode 2 for wrong settings or a wrong command line, 1 for everything else */
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
