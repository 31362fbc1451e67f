/** A command was understood, but what the library holds forbids it: the message says why. Nothing was written. */
export class Refusal extends Error {}
