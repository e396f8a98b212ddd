import { useMessages } from '../language/use-language.js';
import { problemMessages } from '../messages/problem-messages.js';
import { problemIn } from '../problem-in.js';
import { Notice } from './notice.js';

/** What went wrong while something was read, in the reader's words. Refusals of acts are said by `ProblemMessage`. */
export function PlainProblem({ error }: { readonly error: unknown }) {
  const say = useMessages(problemMessages);
  const problem = problemIn(error);
  const known = `${problem.code}.title` in problemMessages.messages.en;
  const code = (known ? problem.code : 'other') as 'other';
  return (
    <Notice tone="bad" title={say(`${code}.title`)} role="alert">
      <p>{say(`${code}.detail`, { instance: problem.instance })}</p>
    </Notice>
  );
}
