/** A valid command that the library's content forbids: the message says why. Nothing was written. */
export class Refusal extends Error {}
