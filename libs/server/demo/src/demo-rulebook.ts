import { type FractionText, type Rulebook, type Sector } from '@tavolo/governance';
import { type DemoRulebook, type DemoTable } from './demo-data.js';

const head = ({ id, version, adoptedOn }: DemoRulebook, zone: string) => ({
  key: id,
  version,
  adoptedOn,
  zone,
  holidays: { country: 'IT' as const, local: [] },
});

/** Fractions of the data have been checked to be `n/d` when it was read. */
const asFraction = (text: string): FractionText => text as FractionText;
const asShare = ({ fraction, strict }: { fraction: string; strict: boolean }) => ({
  fraction: asFraction(fraction),
  strict,
});

/** The values that domain.md gives where a rulebook of the demonstration is silent. */
const ordinary = {
  mediationDays: 15,
  negotiationDays: 120,
  ratificationDays: 15,
  maxConsentRounds: 2,
  maxReferBack: 1,
  lapseDays: 60,
  signingDays: 30,
  signingExtensions: 1,
  withdrawalNoticeDays: 60,
  atRiskDays: 30,
  minOrganisations: 2,
  standstillDays: 10,
};

/** A rulebook of the demonstration as the domain knows it; one that is based on another takes the values it does not name from there. */
export function rulebookOf(id: string, table: DemoTable, all: readonly DemoRulebook[], zone: string): Rulebook {
  const own = all.find((one) => one.id === id);
  if (!own) throw new Error(`the demonstration has no rulebook ${id}`);
  const basis = all.find((one) => one.id === own.basedOn);
  const merged: DemoRulebook = { ...basis, ...own };
  if (merged.mode === 'planning') return planning(merged, table, zone);
  if (merged.mode === 'consultation') return consultation(merged, zone);
  if (merged.mode === 'auto_regulation') return autoRegulation(merged, zone);
  return autoAdministration(merged, zone);
}

function planning(data: DemoRulebook, table: DemoTable, zone: string): Rulebook {
  const { quorum, decision, hold, ratifyingOrgan } = data;
  if (!quorum || !decision) throw new Error(`rulebook ${data.id} has no quorum or no decision rule`);
  const parties: readonly Sector[] = table.parties ?? decision.concurrence;
  return {
    ...head(data, zone),
    mode: 'planning',
    parties,
    quorum: {
      overall: asShare(quorum.overall),
      ...(quorum.perSector
        ? { perSector: { fraction: asFraction(quorum.perSector.fraction), min: quorum.perSector.min } }
        : {}),
      ...(quorum.secondCall
        ? {
            secondCall: {
              afterDays: quorum.secondCall.afterDays,
              overall: asShare(quorum.secondCall.overall),
              perSectorMin: quorum.secondCall.perSectorMin,
            },
          }
        : {}),
      emptySector: 'block',
    },
    decision: {
      first: decision.first ?? 'ballot',
      base: decision.base,
      threshold: asShare(decision.threshold),
      concurrence: decision.concurrence,
    },
    hold: hold ? { need: asFraction(hold.need), days: hold.days, perProposal: hold.perProposal } : null,
    maxReferBack: data.maxReferBack ?? ordinary.maxReferBack,
    mediationDays: ordinary.mediationDays,
    negotiationDays: ordinary.negotiationDays,
    ratificationDays: ordinary.ratificationDays,
    maxConsentRounds: ordinary.maxConsentRounds,
    ratifyingOrgan: ratifyingOrgan ?? null,
    ...(data.negotiatingMandate && { negotiatingMandate: true }),
  };
}

/** A decision that spends nothing needs what domain.md 2.2 asks for, whatever the data ask of one that spends. */
function autoAdministration(data: DemoRulebook, zone: string): Rulebook {
  const { quorum, decision, callIn } = data;
  if (!quorum || !decision) throw new Error(`rulebook ${data.id} has no quorum or no decision rule`);
  const threshold = asShare(decision.threshold);
  return {
    ...head(data, zone),
    mode: 'auto_administration',
    quorum: {
      overall: asShare(quorum.overall),
      minOrganisations: quorum.minOrganisations ?? ordinary.minOrganisations,
      emptySector: 'block',
    },
    ordinary: { base: 'cast', threshold },
    spending: { base: decision.base, threshold },
    standstillDays: callIn?.days ?? ordinary.standstillDays,
  };
}

function autoRegulation(data: DemoRulebook, zone: string): Rulebook {
  const { entryCondition, withdrawalNoticeDays, atRiskDays, reviewEveryMonths } = data;
  if (!entryCondition) throw new Error(`rulebook ${data.id} has no entry condition`);
  return {
    ...head(data, zone),
    mode: 'auto_regulation',
    signingDays: ordinary.signingDays,
    signingExtensions: ordinary.signingExtensions,
    entry: entryCondition,
    reservations: true,
    withdrawalNoticeDays: withdrawalNoticeDays ?? ordinary.withdrawalNoticeDays,
    atRiskDays: atRiskDays ?? ordinary.atRiskDays,
    reviewEveryMonths: reviewEveryMonths ?? null,
  };
}

function consultation(data: DemoRulebook, zone: string): Rulebook {
  const { extension } = data;
  if (!extension) throw new Error(`rulebook ${data.id} has no rule of extension`);
  return {
    ...head(data, zone),
    mode: 'consultation',
    windowDaysMin: data.windowDaysMin ?? 20,
    urgentWindowDaysMin: data.urgentWindowDaysMin ?? 7,
    extension: {
      days: extension.days,
      times: extension.times,
      belowSeats: asFraction(extension.ifBelowSeats),
      ifSectorSilent: extension.ifSectorSilent,
    },
    replyDays: data.replyDays ?? 30,
    lapseDays: ordinary.lapseDays,
    deviationStatementMinChars: data.deviationStatementMinChars ?? 200,
  };
}
