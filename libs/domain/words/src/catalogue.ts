import { type Language } from '@tavolo/kernel';

/** Messages of one language by flat key. Plural forms are `key_one` and `key_other`; values stand in braces: `{count}`. */
export type Messages = Readonly<Record<string, string>>;

/** One namespace of messages in every language of the interface. */
export interface Catalogue<Key extends string = string> {
  readonly namespace: string;
  readonly messages: Readonly<Record<Language, Readonly<Record<Key, string>>>>;
}

/** The keys by which messages are asked for: plural forms are asked for by their common key, with `count`. */
export type MessageKey<Key extends string> = Key extends `${infer Common}_${'one' | 'other'}` ? Common : Key;

/** Values for the braces of a message. `count` also chooses the plural form. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Says a message in the reader's language. */
export type Say<Key extends string = string> = (key: MessageKey<Key>, values?: MessageValues) => string;

/** Declares the messages of one namespace; the compiler refuses an Italian half that lacks or adds a key. */
export function catalogue<const En extends Messages>(
  namespace: string,
  en: En,
  it: Readonly<Record<keyof En & string, string>>,
): Catalogue<keyof En & string> {
  return { namespace, messages: { en, it } };
}
