import { type Explanation, type Refusal } from '@tavolo/governance';
import { rulePlaceText } from '@tavolo/words';
import { useMessages } from '../language/use-language.js';
import { refusalMessages } from '../messages/refusal-messages.js';
import { useNaming } from '../naming.js';
import { problemIn } from '../problem-in.js';
import { isRefusalCode, refusalText } from '../refusal-text.js';
import { ExplanationTree } from './explanation-tree.js';
import { Notice } from './notice.js';
import { PlainProblem } from './plain-problem.js';
import styles from './text.module.css';

type RefusalLike = Pick<Refusal, 'code'> & {
  readonly params: Readonly<Record<string, unknown>>;
  readonly rule?: string | undefined;
  readonly explanation?: Explanation | undefined;
};

interface RefusalMessageProps {
  readonly refusal: RefusalLike;
  readonly role?: 'alert' | undefined;
}

/** Why something is refused: the sentence, what is missing as a tree where the rules gave one, and the place of the rule. */
export function RefusalMessage({ refusal, role }: RefusalMessageProps) {
  const naming = useNaming();
  const say = useMessages(refusalMessages);
  const place = rulePlaceText(refusal.rule, naming.language);
  return (
    <Notice tone="care" title={refusalText(refusal, naming)} role={role}>
      {refusal.explanation && <ExplanationTree explanation={refusal.explanation} opened />}
      {place && <p className={styles.small}>{say('rule', { rule: place })}</p>}
    </Notice>
  );
}

/** What went wrong, in the reader's words, from a problem (RFC 9457), a refusal, or anything that was thrown. */
export function ProblemMessage({ error }: { readonly error: unknown }) {
  const problem = problemIn(error);
  if (!isRefusalCode(problem.code)) return <PlainProblem error={error} />;
  return <RefusalMessage refusal={{ ...problem, code: problem.code as Refusal['code'] }} role="alert" />;
}
