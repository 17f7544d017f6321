import type { Answer, ResultsReply } from '../../../core/reply.ts';

interface WhyProps {
  readonly reply: ResultsReply;
  readonly answers: readonly Answer[];
}

/** How the reply came about, on demand. */
export function WhyView({ reply, answers }: WhyProps) {
  return (
    <details className="why">
      <summary>Why this result</summary>
      <dl>
        <Fact name="Outcome" value={reply.outcome} />
        <Fact name="Confidence" value={`${Math.round(reply.confidence * 100)} %`} />
        <Fact name="Took" value={`${reply.tookMs.toFixed(1)} ms`} />
        <Fact name="Searched for" value={reply.query} />
      </dl>
      {answers.length === 0 ? undefined : <Scores answers={answers} />}
    </details>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Scores({ answers }: { answers: readonly Answer[] }) {
  return (
    <div className="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Section</th>
            <th scope="col" className="number">
              Score
            </th>
            <th scope="col">Matched</th>
          </tr>
        </thead>
        <tbody>
          {answers.map((answer) => (
            <tr key={answer.id}>
              <td>
                {answer.title}
                <small>{`${answer.collection}: ${answer.file}`}</small>
              </td>
              <td className="number">{answer.score.toFixed(2)}</td>
              <td>{answer.terms.join(', ')}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
