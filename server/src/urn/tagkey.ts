/** The key of a survey's tags in the key folder; beside it lies one key per batch, under the batch's id. */
export const tagKeyName = 'tag';
