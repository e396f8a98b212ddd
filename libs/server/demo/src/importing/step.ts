import { instant, type Instant, type Language } from '@tavolo/kernel';
import { type DemoData } from '../demo-data.js';
import { type DemoScene } from './demo-scene.js';

/** One thing that happened, and when. */
export interface Step {
  readonly at: Instant;
  readonly run: (scene: DemoScene, at: Instant) => Promise<void>;
}

/** What the steps are made from. */
export interface DemoScript {
  readonly data: DemoData;
  /** Language in which texts are written; the other one stands beside frozen versions as a translation. */
  readonly language: Language;
}

/** A moment of the data: an ISO text with its offset, or a local date of the area with a time of day. */
export const moment = (text: string): Instant => instant(text);

/** `date` at `time` in the area's summer or winter time; the data's own moments carry their offset. */
export function localMoment(date: string, time: string): Instant {
  // Central European time: summer time from the last Sunday of March to the last Sunday of October.
  const summer = date >= '2026-03-29' && date < '2026-10-25';
  return instant(`${date}T${time}${summer ? '+02:00' : '+01:00'}`);
}

/** The other language of the data. */
export const otherLanguage = (language: Language): Language => (language === 'en' ? 'it' : 'en');
