/** What a dictionary in another language must have: the same keys, for the same arguments. */
export type Shape<Words> = Words extends string
  ? string
  : Words extends (...given: infer Given) => string
    ? (...given: Given) => string
    : { readonly [Key in keyof Words]: Shape<Words[Key]> };
