import { rulebookSentences, type Rulebook, type RulebookSentenceKey } from '@tavolo/governance';
import { type Language } from '@tavolo/kernel';
import { rulebookText } from '@tavolo/web-ui';

/** Under which heading each sentence of a rulebook stands. */
const topicOf = {
  'mode.planning': 'working',
  'mode.consultation': 'working',
  'mode.auto_administration': 'working',
  'mode.auto_regulation': 'working',
  negotiation: 'working',
  ratification: 'working',
  negotiatingMandate: 'working',
  'decision.consentFirst': 'deciding',
  'decision.ballot': 'deciding',
  'decision.concurrence': 'deciding',
  'decision.noConcurrence': 'deciding',
  'decision.tieRejects': 'deciding',
  'quorum.overall': 'quorum',
  'quorum.perSector': 'quorum',
  'quorum.secondCall': 'quorum',
  'quorum.emptySector.block': 'quorum',
  'quorum.emptySector.waive': 'quorum',
  hold: 'stopping',
  noHold: 'stopping',
  referBack: 'stopping',
  mediation: 'stopping',
  organ: 'confirming',
  noOrgan: 'confirming',
  window: 'assessing',
  extension: 'assessing',
  'extension.ifSectorSilent': 'assessing',
  replies: 'answering',
  deviation: 'answering',
  lapse: 'answering',
  signing: 'signing',
  'signing.extension': 'signing',
  reservations: 'signing',
  noReservations: 'signing',
  entry: 'inForce',
  charterReview: 'inForce',
  noCharterReview: 'inForce',
  withdrawal: 'leaving',
  atRisk: 'leaving',
  amendment: 'leaving',
  breach: 'leaving',
} as const satisfies Record<RulebookSentenceKey, string>;
type Topic = (typeof topicOf)[RulebookSentenceKey];

export interface Chapter {
  readonly topic: Topic;
  /** Numbered through the whole rulebook, from 1. */
  readonly sentences: readonly { readonly number: number; readonly text: string }[];
}

/** A rulebook as chapters of numbered plain sentences, in reading order. */
export function chaptersOf(rulebook: Rulebook, language: Language): readonly Chapter[] {
  const texts = rulebookText(rulebook, language);
  const sentences = rulebookSentences(rulebook).map(({ key }, index) => ({
    topic: topicOf[key],
    number: index + 1,
    text: texts[index] ?? '',
  }));
  const topics = [...new Set(sentences.map(({ topic }) => topic))];
  return topics.map((topic) => ({ topic, sentences: sentences.filter((sentence) => sentence.topic === topic) }));
}
