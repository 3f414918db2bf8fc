/** A refusal whose message is a sentence for a person; it is shown without a stack trace. */
export const inWords = (message) => Object.assign(new Error(message), { inWords: true });
