/** The same keys in another language; plural forms that Polish alone has (`_few`, `_many`) may be left out. */
export type Translation<T> = {
  readonly [K in keyof T as K extends `${string}_${'few' | 'many'}` ? never : K]: T[K] extends string
    ? string
    : Translation<T[K]>;
} & {
  readonly [K in keyof T as K extends `${string}_${'few' | 'many'}` ? K : never]?: string;
};
