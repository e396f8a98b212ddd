import { type MandateStanding, type Procedure } from '@tavolo/governance';
import { DomainRefusal } from '@tavolo/server-platform';

/** How the mandate stands under which a proposal is decided. Throws `DomainRefusal('mandate_missing')` where there is none. */
export function mandateOf({ procedure }: { readonly procedure: Procedure }): MandateStanding {
  if ('mandate' in procedure) return procedure.mandate;
  throw new DomainRefusal({ code: 'mandate_missing', rule: 'mandate.state' }, { status: 409 });
}
