/** The evaluator's page of one exercise: what they follow, what speaks for it, and their ratings. */
import { useParams } from 'react-router';
import { StaffExercise } from '../../ui/staff-exercise';
import { EvaluatorScreen } from './evaluator-screen';
import { EvaluatorProvider } from './use-evaluator';

export function EvaluatorPage() {
  const { exerciseId = '', seatId } = useParams();
  return (
    <StaffExercise
      exerciseId={exerciseId}
      {...(seatId === undefined ? {} : { seatId })}
      show={() => (
        <EvaluatorProvider exerciseId={exerciseId}>
          <EvaluatorScreen />
        </EvaluatorProvider>
      )}
    />
  );
}
