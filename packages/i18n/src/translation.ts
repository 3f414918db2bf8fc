/** English has exactly the keys of Vietnamese: a missing or extra key is a type error. */
export type Translation<T> = { readonly [K in keyof T]: string };
