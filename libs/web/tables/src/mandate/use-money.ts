import { euros, useFormats } from '@tavolo/web-ui';

/** Writes whole cents as the reader writes euro: `€8,000.01`, `8.000,01 €`. */
export function useMoney(): (cents: number) => string {
  const write = useFormats();
  return (cents) => write.money(euros(cents));
}
