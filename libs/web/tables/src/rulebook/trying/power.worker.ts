import { powerOf, type PowerOfRule, type VotingGame } from '@tavolo/governance';

/** Counts beside the page, so that many seats never stop it. */
self.addEventListener('message', ({ data }: MessageEvent<VotingGame>) => {
  const power: PowerOfRule = powerOf(data);
  self.postMessage(power);
});
