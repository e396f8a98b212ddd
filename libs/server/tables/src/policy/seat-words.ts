import { type Sector, type TableRole } from '@tavolo/governance';
import { type Words } from '@tavolo/kernel';

/** The sectors as they stand in the label of a seat. */
const sectorWords: Readonly<Record<Sector, { en: string; it: string }>> = {
  public: { en: 'public bodies', it: 'enti pubblici' },
  third_sector: { en: 'third sector', it: 'terzo settore' },
  citizens: { en: 'citizens', it: 'cittadini' },
  market: { en: 'market', it: 'mercato' },
};

/** What a sector is called in the middle of a sentence. */
export const sectorNames = (sector: Sector): Required<Words> => sectorWords[sector];

const roleWords: Readonly<Record<TableRole, { en: string; it: string }>> = {
  coordinator: { en: 'Coordinator', it: 'Coordinatore' },
  facilitator: { en: 'Facilitator', it: 'Facilitatore' },
  secretary: { en: 'Secretary', it: 'Segretario verbalizzante' },
  guarantor: { en: 'Guarantor', it: 'Garante' },
};

/** What stands for a person where her name is not shown: `Seat 3, citizens`. */
export function seatWords({ number, sector }: { number: number; sector: Sector }): Required<Words> {
  const { en, it } = sectorWords[sector];
  return { en: `Seat ${number}, ${en}`, it: `Seggio ${number}, ${it}` };
}

/** A deputy is called after the seat. */
export function deputyWords(seat: { number: number; sector: Sector }): Required<Words> {
  const { en, it } = seatWords(seat);
  return {
    en: `Deputy of ${en.charAt(0).toLowerCase()}${en.slice(1)}`,
    it: `Supplente del ${it.charAt(0).toLowerCase()}${it.slice(1)}`,
  };
}

/** Somebody who guides the table, from her roles; `null` when she has none. */
export function rolesWords(roles: readonly TableRole[]): Required<Words> | null {
  if (roles.length === 0) return null;
  const join = (language: 'en' | 'it') => roles.map((role) => roleWords[role][language]).join(', ');
  return { en: join('en'), it: join('it') };
}

/** Somebody at the table without seat or role. */
export const memberWords: Required<Words> = { en: 'Member of the table', it: 'Membro del tavolo' };

/** Somebody who acted at the table without belonging to it. */
export const outsiderWords: Required<Words> = { en: 'Not a member of the table', it: 'Non membro del tavolo' };
