/** The name under which the page of a hand-over keeps who was chosen. */
export const successorAsked = 'cho';
