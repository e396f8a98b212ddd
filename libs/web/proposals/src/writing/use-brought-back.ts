import { type CollaborationProvider } from '@tavolo/collaboration/provider';
import { BroughtBack } from '@tavolo/collaboration/text';
import { useEffect, useState } from 'react';
import { type Transaction } from 'yjs';

/** Whether what the person wrote last was brought back, because somebody removed the part around it; until she writes on. */
export function useBroughtBack({ doc }: CollaborationProvider): boolean {
  const [isBroughtBack, setBroughtBack] = useState(false);
  useEffect(() => {
    const look = ({ origin, local, changed }: Transaction): void => {
      if (local && changed.size > 0) setBroughtBack(origin instanceof BroughtBack);
    };
    doc.on('afterTransaction', look);
    return () => doc.off('afterTransaction', look);
  }, [doc]);
  return isBroughtBack;
}
