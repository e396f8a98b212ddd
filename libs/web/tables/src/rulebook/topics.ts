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
  'decision.ordinary': 'deciding',
  'decision.spending': 'deciding',
  'decision.concurrence': 'deciding',
  'decision.noConcurrence': 'deciding',
  'decision.tieRejects': 'deciding',
  'quorum.overall': 'quorum',
  'quorum.organisations': 'quorum',
  'quorum.perSector': 'quorum',
  'quorum.secondCall': 'quorum',
  'quorum.secondCallAsOne': 'quorum',
  'quorum.emptySector.block': 'quorum',
  'quorum.emptySector.waive': 'quorum',
  hold: 'stopping',
  noHold: 'stopping',
  referBack: 'stopping',
  mediation: 'stopping',
  standstill: 'confirming',
  callIn: 'confirming',
  ruling: 'confirming',
  returned: 'stopping',
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
  'quorum.none': 'quorum',
  'market.vote': 'sharing',
  'market.voice': 'sharing',
  shares: 'sharing',
} as const satisfies Record<Exclude<RulebookSentenceKey, Further>, string>;

/** Sentences about further conditions and provisions: so many that they are known by how they begin. */
type Further = Extract<RulebookSentenceKey, `condition.${string}` | `provision.${string}`>;
type Topic = (typeof topicOf)[keyof typeof topicOf] | 'conditions' | 'kept';

const topicOfSentence = (key: RulebookSentenceKey): Topic => {
  if (key.startsWith('provision.')) return 'kept';
  return key.startsWith('condition.') ? 'conditions' : topicOf[key as Exclude<RulebookSentenceKey, Further>];
};

export interface Chapter {
  readonly topic: Topic;
  /** Numbered through the whole rulebook, from 1. */
  readonly sentences: readonly { readonly number: number; readonly text: string }[];
}

/** A rulebook as chapters of numbered plain sentences, in reading order. */
export function chaptersOf(rulebook: Rulebook, language: Language): readonly Chapter[] {
  const texts = rulebookText(rulebook, language);
  const sentences = rulebookSentences(rulebook).map(({ key }, index) => ({
    topic: topicOfSentence(key),
    number: index + 1,
    text: texts[index] ?? '',
  }));
  const topics = [...new Set(sentences.map(({ topic }) => topic))];
  return topics.map((topic) => ({ topic, sentences: sentences.filter((sentence) => sentence.topic === topic) }));
}
