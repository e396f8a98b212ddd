import { type ProposalView } from '@tavolo/contracts';
import {
  possibleActs,
  type Actor,
  type Composition,
  type Possibility,
  type ProcedureActName,
} from '@tavolo/governance';
import { instant, type Instant } from '@tavolo/kernel';
import { directoryOf, useLanguage, useNow, type Directory } from '@tavolo/web-ui';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { compositionOf } from '@tavolo/contracts';
import { actorOf } from './standing.js';

/** A proposal as its reader stands to it: who she is here and what she may do, by the same rules as on the server. */
export interface ProposalStanding {
  readonly view: ProposalView;
  readonly actor: Actor | null;
  readonly table: Composition;
  readonly directory: Directory;
  readonly now: Instant;
  /** Whether the reader may do it now. */
  readonly may: (act: ProcedureActName) => boolean;
  readonly possibility: (act: ProcedureActName) => Possibility | undefined;
}

const Standing = createContext<ProposalStanding | null>(null);

export function ProposalProvider({ view, children }: { readonly view: ProposalView; readonly children: ReactNode }) {
  const { language } = useLanguage();
  const minute = Math.floor(useNow() / 15_000) * 15_000;
  const standing = useMemo((): ProposalStanding => {
    const actor = actorOf(view.me);
    const table = compositionOf(view);
    const now = instant(Math.max(minute, Date.parse(view.now)));
    const possibilities = new Map(
      actor ? possibleActs(view.procedure, actor, table, now).map((possibility) => [possibility.act, possibility]) : [],
    );
    return {
      view,
      actor,
      table,
      now,
      directory: directoryOf(view, language),
      may: (act) => possibilities.get(act)?.allowed === true,
      possibility: (act) => possibilities.get(act),
    };
  }, [view, language, minute]);
  return <Standing value={standing}>{children}</Standing>;
}

/** The proposal that the page shows. */
export function useStanding(): ProposalStanding {
  const standing = useContext(Standing);
  if (!standing) throw new Error('useStanding outside of ProposalProvider');
  return standing;
}
