import { type PersonView } from '@tavolo/contracts';
import { Notice, problemIn, ProblemMessage, problemMessages, useMessages, useWords } from '@tavolo/web-ui';
import { Link } from 'react-router';
import { erasureMessages } from './erasure-messages.js';

interface ErasureProblemProps {
  readonly error: unknown;
  /** Whose tables are known by name. */
  readonly person: PersonView;
}

/** Why a name was not erased; where the person still has a seat, it leads to the people of these tables. */
export function ErasureProblem({ error, person }: ErasureProblemProps) {
  const say = useMessages(erasureMessages);
  const sayProblem = useMessages(problemMessages);
  const words = useWords();
  const { code, params } = problemIn(error);
  if (code !== 'person.still_at_table' || !Array.isArray(params.tables)) return <ProblemMessage error={error} />;
  const keys = params.tables.filter((key): key is string => typeof key === 'string');
  const nameOf = (key: string): string => {
    const table = person.tables.find((one) => one.key === key);
    return table ? words(table.name) : key;
  };
  return (
    <Notice tone="care" title={sayProblem('person.still_at_table.title')} role="alert">
      <p>{sayProblem('person.still_at_table.detail')}</p>
      <p>{say('stillAt')}</p>
      <ul>
        {keys.map((key) => (
          <li key={key}>
            <Link to={`/tables/${key}/people`}>{nameOf(key)}</Link>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
