import { fraction, multiplyFractions, parseFraction } from '@tavolo/kernel';
import { branch, factLeaf, fractionsLeaf } from './explain.js';
import { type Explanation } from './explanation.js';
import { type Rulebook } from './rulebook.js';
import { sectors, type Seat } from './seat.js';

type VotingSeat = Pick<Seat, 'sector' | 'right' | 'holder'>;

/**
 * Whether the voting seats are divided between the sectors as the rulebook fixes it, and all filled (domain.md 2.1, Quorum): seats that
 * are missing or vacant are flagged, and nobody's vote is weighed anew for them. `null` where the rulebook fixes no shares.
 */
export function explainShares({ shares }: Pick<Rulebook, 'shares'>, seats: readonly VotingSeat[]): Explanation | null {
  if (!shares) return null;
  const voting = seats.filter(({ right }) => right === 'vote');
  const parts = sectors.flatMap((sector) => {
    const share = shares[sector];
    if (share === undefined) return [];
    const own = voting.filter((seat) => seat.sector === sector);
    const vacant = own.filter(({ holder }) => holder === null).length;
    const needed = multiplyFractions(parseFraction(share), fraction(voting.length));
    const values = { sector, fraction: share, of: voting.length };
    return [
      fractionsLeaf('shares.sector', fraction(own.length), 'exactly', needed, { values }),
      ...(vacant > 0 ? [factLeaf('shares.vacant', false, { values: { sector, vacant } })] : []),
    ];
  });
  return branch('shares', 'all', parts);
}
