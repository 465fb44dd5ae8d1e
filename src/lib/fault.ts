/**
 * Something that stops the program or the request, whose message says in Chinese what is wrong and what to do: shown as it
 * is, without a trace. Any other exception is a mistake of the program.
 */
export class PlainFault extends Error {}
