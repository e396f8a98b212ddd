/** Where people reach this installation. */
export class PublicAddress {
  constructor(private readonly publicUrl: string) {}

  /** The address of a page of the client. `path` begins with a slash. */
  page(path: string): string {
    return new URL(path, this.publicUrl).href;
  }
}
