/** An error that the domain names: a machine `code` and what a message needs. Anything else that is thrown is a defect. */
export class DomainError extends Error {
  /** @param code machine code; @param params numbers, names and lists that a message in any language is printed from */
  constructor(
    readonly code: string,
    readonly params: Readonly<Record<string, number | string | readonly string[]>> = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = new.target.name;
  }
}
