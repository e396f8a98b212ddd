declare const brand: unique symbol;

/** A nominal type: a `Value` that cannot be mistaken for another kind of `Value`. It exists at compile time only. */
export type Brand<Value, Name extends string> = Value & { readonly [brand]: Name };
